import { daysBetween } from '@tabellion/shared/calendar'
import { readAddress } from '@tabellion/shared/exchange'
import type { OpenInvoice, Overview } from '../answers.ts'
import type { View } from '../ledger/view.ts'
import { noticeOf } from '../words/notices.ts'
import type { Desk } from './desk.ts'
import { viewNow } from './seen.ts'

/** A deadline counts on the badge from this many days before it. */
export const DEADLINE_NEAR_DAYS = 7

export async function overviewNow(desk: Desk): Promise<Overview> {
  const { store } = desk
  const [sheet, ledger, standing, waiting, view] = await Promise.all([
    store.sheet.get('sheet'),
    store.ledger.get('pulled'),
    store.standing.get('delivery'),
    store.outbox
      .where('id')
      .above('')
      .filter(({ op }) => op !== 'learn')
      .count(),
    viewNow(desk),
  ])
  const today = desk.today()
  const notice = sheet && standing && noticeOf(standing.outcome, sheet.url)
  const address = readAddress(sheet?.url ?? '')
  return {
    connection: sheet
      ? {
          state: 'connected',
          file: ledger?.pulled.file ?? sheet.file,
          kind:
            sheet.url === undefined ? 'by-hand' : address.ok && address.value.demonstration ? 'demonstration' : 'sheet',
          ...(sheet.url !== undefined && { url: sheet.url }),
          ...(ledger && { pulledAt: ledger.at }),
        }
      : { state: 'not-connected' },
    ...(notice && { notice }),
    offline: standing?.outcome.kind === 'unreachable',
    waiting,
    counts: countsOf(view, today),
    ibans: (ledger?.pulled.seller.ibans ?? []).map((iban) => iban.replace(/(.{4})(?=.)/g, '$1 ')),
    deadlines: (ledger?.pulled.deadlines ?? []).map(({ day, obligation, authority, period, estimateCents }) => ({
      day,
      obligation,
      authority,
      period,
      ...(estimateCents !== undefined && { estimateCents }),
    })),
    today,
  }
}

function countsOf(view: View | undefined, today: Overview['today']): Overview['counts'] {
  const matches = [...(view?.matches.values() ?? [])]
  return {
    toMatch: matches.filter(({ decision }) => decision === 'suggest').length,
    certain: matches.filter(({ decision }) => decision === 'automatic').length,
    asked: [...(view?.decided.values() ?? [])].filter(({ state }) => state === 'asked').length,
    late: view ? openInvoices(view, today).filter(({ lateDays }) => lateDays > 0).length : 0,
  }
}

/** Still to be paid, the longest due first. Credit notes are the client's to use, and no debt. */
export function openInvoices(view: View, today: Overview['today']): readonly OpenInvoice[] {
  const clients = new Map(view.kept.pulled.clients.map(({ id, name }) => [id, name]))
  return view.kept.pulled.invoices
    .flatMap(({ number, clientId, subject, issuedOn, dueOn = issuedOn, totalCents, status, kind }): OpenInvoice[] => {
      const openCents = view.invoices.get(number)?.open ?? totalCents
      if (kind === 'credit' || openCents <= 0) return []
      return [
        {
          number,
          client: clients.get(clientId) ?? '',
          ...(subject !== undefined && { subject }),
          issuedOn,
          dueOn,
          totalCents,
          openCents,
          status,
          lateDays: daysBetween(dueOn, today),
        },
      ]
    })
    .sort((a, b) => b.lateDays - a.lateDays || (a.number < b.number ? -1 : 1))
}
