import { parseFrenchDay } from '@tabellion/shared/calendar'
import { parseEuros } from '@tabellion/shared/money'
import { ask, askNumber } from './ask.ts'
import { plannable } from './judges.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

/** *Proposer un échéancier…*: a number of equal parts, or free days and amounts. */
export function planPrompt(ui: Ui): Args | undefined {
  const title = 'Proposer un échéancier'
  const number = askNumber(ui, title, 'invoice', { judge: plannable })
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
