import type { Day } from '@tabellion/shared/calendar'
import { latestLayout, missingCharacters } from '@tabellion/shared/documents/pdf'
import { type EinvoiceVerdict, einvoiceVerdict } from '@tabellion/shared/documents/preflight'
import {
  type Buyer,
  buyerOf,
  type CreditRow,
  draftCredit,
  formatNumber,
  highestRank,
  type IssuedDocument,
  nameKey,
} from '@tabellion/shared/invoicing'
import { readClients, readProfile, readRegister, readSettings, wrongSetting } from '@tabellion/shared/ledger'
import { negate } from '@tabellion/shared/money'
import type { CreditedInvoice } from '../../issuing/credited-invoice.ts'
import { lostDeposit } from '../../issuing/lost-deposit.ts'
import type { Finding } from '../../workbook/finding.ts'
import { latestLogo } from '../../workbook/logo.ts'
import type { Workbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { seriesState } from '../../workbook/series.ts'
import type { CreditRequest } from './request.ts'

export interface CreditPlan {
  /** Absent when something blocks: `findings` say what. */
  readonly credit?: {
    readonly document: IssuedDocument
    readonly rows: readonly CreditRow[]
    readonly verdict: EinvoiceVerdict
  }
  readonly findings: readonly Finding[]
}

/** Which credit note the request makes, under which number. Reads only; decides everything. */
export function planCredit(
  workbook: Workbook,
  credited: CreditedInvoice,
  request: CreditRequest,
  today: Day,
  newId: () => string,
): CreditPlan {
  const settings = readSettings(workbook.table('settings'))
  const seller = readProfile(settings, latestLayout(), latestLogo(workbook, settings))
  if (seller.missingIdentity.length > 0) refuse({ code: 'missing-identity', settings: seller.missingIdentity })
  const { invoice, earlier, deducted } = credited
  const { document } = invoice
  const drafted = draftCredit({
    invoice: document,
    earlier: earlier.map((event) => event.document),
    deducted: deducted.map((event) => event.document),
    part: request.part,
    reason: request.reason,
    profile: seller.profile,
    buyer: completed(workbook, document.buyer, today),
    issueDate: today,
    newId,
  })
  if (!drafted.ok) return refuse(drafted.problem)
  const register = readRegister(workbook.table('invoices'))
  const series = seriesState('credits', workbook, register, settings, seller, today)
  const { number: origin, issueDate: billed } = document
  for (const { issueDate, number } of [{ number: origin, issueDate: billed }, ...(series.last ? [series.last] : [])])
    if (today < issueDate) refuse({ code: 'issue-date-too-early', issueDate: today, last: issueDate, number })
  const { draft, rows } = drafted.value
  const verdict = einvoiceVerdict(draft)
  const findings: Finding[] = [
    ...seller.findings.filter((finding) => finding.at?.row !== settings.row('Motif des factures')),
    ...series.findings,
    ...lostDeposit(credited, negate(draft.totals.payable)),
  ]
  if (series.pattern === undefined) findings.push(wrongSetting(settings, 'Motif des avoirs', 'AV{AAAA}-{0000}'))
  const said = new Set(findings.map(({ at }) => `${at?.tab}|${at?.row}`))
  for (const einvoice of verdict.reasons) {
    const row = einvoice.field.tab === 'settings' ? settings.row(einvoice.field.setting) : undefined
    const at = {
      tab: einvoice.field.tab === 'document' ? 'sales' : einvoice.field.tab,
      ...(row === undefined ? {} : { row }),
    }
    if (!said.has(`${at.tab}|${row}`))
      findings.push({
        code: einvoice.code,
        severity: einvoice.severity,
        at,
        einvoice,
        client: draft.buyer.name,
      })
  }
  const characters = [...new Set(missingCharacters(draft).map(({ character }) => character))]
  if (characters.length > 0)
    findings.push({ code: 'unprintable-characters', characters, severity: 'blocking', at: { tab: 'sales' } })
  if (series.pattern === undefined || findings.some((finding) => finding.severity === 'blocking')) return { findings }
  const number = formatNumber(
    series.pattern,
    highestRank(series.pattern, series.taken, today, series.startsAfter) + 1,
    today,
  )
  const { state: _, ...content } = draft
  return { credit: { document: { state: 'issued', number, ...content }, rows, verdict }, findings }
}

/** Who was invoiced, with the identifiers that their row has gained since: a platform may want them by now. */
function completed(workbook: Workbook, buyer: Buyer, today: Day): Buyer {
  const known = readClients(workbook.table('clients')).byName.get(nameKey(buyer.name))?.client
  if (known === undefined) return buyer
  const { siren, siret, vatNumber, email } = buyerOf(known, today).buyer
  return {
    ...buyer,
    ...(buyer.siren === undefined && siren !== undefined ? { siren } : {}),
    ...(buyer.siret === undefined && siret !== undefined ? { siret } : {}),
    ...(buyer.vatNumber === undefined && vatNumber !== undefined ? { vatNumber } : {}),
    ...(buyer.email === undefined && email !== undefined ? { email } : {}),
  }
}
