import { parseFrenchDay } from '@tabellion/shared/calendar'
import { parseEuros } from '@tabellion/shared/money'
import { activeCell } from './active-row.ts'
import { ask } from './ask.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

/** *Proposer un échéancier…*: a number of equal parts, or free days and amounts. */
export function planPrompt(ui: Ui): Args | undefined {
  const title = 'Proposer un échéancier'
  const number = invoiceOf(ui, title)
  if (number === undefined) return undefined
  const parts = ask(
    ui,
    title,
    'Le nombre de mois, par exemple 3 ; ou chaque part : 15/12/2026 500 ; 15/01/2027 250,50 :',
    (text): Args | undefined => {
      if (/^\d{1,2}$/.test(text)) return { count: Number(text) }
      const instalments = text.split(/[;\n]/).map((part) => {
        const [, on = '', amount = ''] = /^\s*(\S+)\s+(.+?)\s*$/.exec(part) ?? []
        const [date, read] = [parseFrenchDay(on), parseEuros(amount)]
        return date !== undefined && read.ok ? { date, amountCents: read.value } : undefined
      })
      return instalments.includes(undefined) ? undefined : { instalments }
    },
  )
  return parts === undefined ? undefined : { number, ...parts }
}

export const invoicePrompt =
  (title: string, more: Args = {}) =>
  (ui: Ui): Args | undefined => {
    const number = invoiceOf(ui, title)
    return number === undefined ? undefined : { number, ...more }
  }

function invoiceOf(ui: Ui, title: string): string | undefined {
  const active = activeCell('invoices', 'number') ?? activeCell('plans', 'invoice')
  const hint = active === undefined ? '' : ` (vide : ${active}, la ligne active)`
  return ask(ui, title, `Le numéro de la facture${hint} :`, (text) => text || active)
}
