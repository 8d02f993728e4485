import { capitalized } from '@tabellion/shared/kernel'
import { headingOf, type TabKey, tabTitle } from '@tabellion/shared/ledger'
import type { EinvoiceFinding, Finding, WorkbookProblem } from '../workbook/finding.ts'
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

const sentences: Sentences<WorkbookProblem> = {
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

const isEinvoice = (finding: Finding): finding is EinvoiceFinding => 'einvoice' in finding

const textOf = (finding: Finding): string =>
  isEinvoice(finding) ? einvoiceText(finding.einvoice, { client: finding.client }) : say(sentences, finding)

/** « Clients, ligne 14, colonne « Code postal » : il manque… » */
export const findingSentence = (finding: Finding): string => typeset(capitalized(`${place(finding)}${textOf(finding)}`))

/** The same, for who shows the place apart, as a link. */
export function sentenceWithoutPlace(finding: Finding): string {
  const text = textOf(finding)
  return typeset(capitalized(text))
}

/** For *Contrôles*, which says tab and row apart: column and problem, then what follows from it. « M. », « art. » end nothing. */
export function problemAndRemedy(finding: Finding): readonly [problem: string, remedy: string] {
  const { column, tab } = finding.at ?? {}
  const heading = column === undefined ? '' : `${headingOf(tab as TabKey, column)} : `
  const text = typeset(capitalized(`${heading}${textOf(finding)}`))
  const end = /(?<![\s(]\p{L}{1,3})\.\s(?=\p{Lu}|«)/u.exec(text)
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + 2)] : [text, '']
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
