import type { GradedProblem } from '@tabellion/shared/documents/preflight'
import type { DraftProblem } from '@tabellion/shared/invoicing'
import { capitalized, type Finding } from '@tabellion/shared/kernel'
import { headingOf, type LedgerProblem, type TabKey, tabTitle } from '@tabellion/shared/ledger'
import type { ExpenseProblem } from '../expenses/problems.ts'
import type { ImportProblem } from '../imports/problems.ts'
import type { MailProblem } from '../mail/problems.ts'
import type { ObligationProblem } from '../obligations/problems.ts'
import type { PaymentProblem } from '../payments/problems.ts'
import type { QuoteProblem } from '../quotes/problems.ts'
import type { IntegrityProblem } from '../workbook/altered.ts'
import type { TwinProblem } from '../workbook/twins.ts'
import { draftSentences } from './drafts.ts'
import { einvoiceText } from './einvoice.ts'
import { expenseSentences } from './expenses.ts'
import { importSentences } from './imports.ts'
import { integritySentences } from './integrity.ts'
import { ledgerSentences } from './ledger.ts'
import { mailSentences } from './mail.ts'
import { obligationSentences } from './obligations.ts'
import { paymentSentences } from './payments.ts'
import { quoteSentences } from './quotes.ts'
import { type Sentences, say } from './sentences.ts'
import { twinSentences } from './twins.ts'
import { typeset } from './typography.ts'

type CellProblem =
  | DraftProblem
  | LedgerProblem
  | IntegrityProblem
  | TwinProblem
  | PaymentProblem
  | ImportProblem
  | MailProblem
  | ObligationProblem
  | ExpenseProblem
  | QuoteProblem

const sentences: Sentences<CellProblem> = {
  ...draftSentences,
  ...ledgerSentences,
  ...integritySentences,
  ...twinSentences,
  ...paymentSentences,
  ...importSentences,
  ...mailSentences,
  ...obligationSentences,
  ...expenseSentences,
  ...quoteSentences,
}

/** What the pre-flight found: its problem travels whole, since its codes have facts of their own. */
export type EinvoiceFinding = Finding & { readonly einvoice: GradedProblem; readonly client: string }

const isEinvoice = (finding: Finding): finding is EinvoiceFinding => 'einvoice' in finding

const textOf = (finding: Finding): string =>
  isEinvoice(finding)
    ? einvoiceText(finding.einvoice, { client: finding.client })
    : say(sentences, finding as Finding<CellProblem>)

/** « Clients, ligne 14, colonne « Code postal » : il manque… » */
export const findingSentence = (finding: Finding): string => typeset(`${place(finding)}${textOf(finding)}`)

/** The same, for who shows the place apart, as a link. */
export function sentenceWithoutPlace(finding: Finding): string {
  const text = textOf(finding)
  return typeset(capitalized(text))
}

/** What *Contrôle* shows in a row of the ledger: a problem of that row needs no place, one of another cell does. */
export function checkSentence(finding: Finding, row: number): string {
  if (finding.at !== undefined && (finding.at.tab !== 'sales' || finding.at.row !== row))
    return findingSentence(finding)
  return sentenceWithoutPlace(finding)
}

function place({ at }: Finding): string {
  if (at === undefined) return ''
  const tab = at.tab as TabKey
  const row = at.row === undefined ? '' : `, ligne ${at.row}`
  const column = at.column === undefined ? '' : `, colonne « ${headingOf(tab, at.column)} »`
  return `${tabTitle(tab)}${row}${column} : `
}
