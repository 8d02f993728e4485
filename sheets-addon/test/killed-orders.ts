import type { Emulator, Fault } from '../emulator/index.ts'
import { ALL_AUTOMATIC, ORDER, open, post, type Site } from './ordering.ts'
import { done, perform, rows, workshop } from './workshop.ts'

export const ORDER_STEPS = ['post', 'accept'] as const
export type OrderStep = (typeof ORDER_STEPS)[number]

/** What follows from the step, and again: the site sends its order a second time, the clock comes by. */
function act(emulator: Emulator, site: Site, step: OrderStep, fault?: Fault): number {
  if (step === 'post') return post(emulator, site, ORDER, fault ? { fault } : {}).calls
  return perform(emulator, 'daily', {}, fault ? { fault } : {}).run.calls.total
}

/** Everything but IDs made by chance and what is computed from them; a mail whose fate nobody knows is not sent again. */
function endingOf(emulator: Emulator) {
  const of = (tab: Parameters<typeof rows>[1], ...keys: readonly string[]) =>
    rows(emulator, tab).map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([key]) => !['id', 'file', 'fingerprint', 'status', ...keys].includes(key)),
      ),
    )
  return {
    orders: of('orders'),
    clients: of('clients'),
    sales: of('sales'),
    quotes: of('quotes'),
    invoices: of('invoices'),
    files: emulator.drive.files().map(({ path }) => path),
  }
}

/** The step whole, and a way to stop it at one call and let what comes next finish it. */
export function killOrders(step: OrderStep, settings: Readonly<Record<string, string>> = ALL_AUTOMATIC) {
  const { emulator, site } = open(settings)
  if (step === 'accept') {
    post(emulator, site, ORDER)
    const heading = emulator.book.values('Devis')[2] ?? []
    emulator.book.type('Devis', 4, heading.indexOf('Accepté le') + 1, [['25/11/2026']])
  }
  const from = emulator.save()
  const whole = workshop(from)
  const calls = act(whole, site, step)
  done(whole, 'daily')
  const expected = endingOf(whole)
  const kill = (call: number) => {
    const stopped = workshop(from)
    act(stopped, site, step, { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' })
    act(stopped, site, step)
    done(stopped, 'daily')
    return {
      ending: endingOf(stopped),
      expected,
      mails: stopped.mails().length,
      ok: done(stopped, 'verify').verdict?.ok,
    }
  }
  return { calls, kill }
}
