import type { Emulator } from '../emulator/index.ts'
import { done } from './workshop.ts'

export const DESIGNER = {
  'Date de début': '01/04/2023',
  'Rythme Urssaf': 'Trimestriel',
  Département: '69',
  'E-mail': 'ysoline@encrier-du-mardi.example',
}
export const plus = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** The news of each mail: its day, then its lines. */
export const said = (emulator: Emulator): readonly string[] =>
  emulator.mails().flatMap(({ body, sentAt }) => {
    const [news = ''] = body.split('Pour mémoire')
    const lines = news.split('\n').filter((line) => line.startsWith('- '))
    return lines.map((line) => `${sentAt.slice(0, 10)} ${line.slice(2).replaceAll(/[\u00a0\u202f]/g, ' ')}`)
  })
export function remind(emulator: Emulator, on: string): void {
  emulator.clock.set(`${on}T08:00:00Z`)
  done(emulator, 'remind-deadlines')
}
