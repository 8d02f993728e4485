import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, refused, rows, workshop } from './workshop.ts'

const DESIGNER = { 'Date de début': '01/04/2023', 'Rythme Urssaf': 'Trimestriel', Département: '69' }
const ADDRESS = 'http://127.0.0.1:8080/macros/s/demo/exec'
const later = (emulator: Emulator, on: string): Emulator => workshop(emulator.save(), `${on}T08:00:00Z`)
const read = (emulator: Emulator, link: string) => {
  const { answer } = emulator.web({ method: 'GET', query: link.split('?')[1] ?? '' })
  return answer.kind === 'content'
    ? answer
    : { text: 'message' in answer ? answer.message : answer.html, mimeType: 'page' }
}
/** Events by duty: what a calendar sees of them. */
const events = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => {
        const at = (name: string) => new RegExp(`^${name}[:;](.*)$`, 'm').exec(event)?.[1]?.trim() ?? ''
        const alarms = event.match(/BEGIN:VALARM/g)?.length ?? 0
        return [
          at('UID').split('@')[0] ?? '',
          `${at('DTSTART').slice(-8)} v${at('SEQUENCE')} ${at('STATUS')} ${alarms} alarms: ${at('SUMMARY')}`,
        ]
      }),
  )

test('a calendar that subscribes sees what Échéances shows, with alarms, updates and cancellations', () => {
  const emulator = freshWorkbook(DESIGNER)
  const link = done(emulator, 'calendar-feed', { do: 'show', url: ADDRESS }).feed ?? ''
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:8080\/macros\/s\/demo\/exec\?f=[0-9a-f]{64}$/)
  const first = read(emulator, link)
  expect(first.mimeType).toBe('text/calendar')
  expect(Object.keys(events(first.text))).toHaveLength(rows(emulator, 'deadlines').length)
  expect(events(first.text)['cfe-payment/2026']).toBe('20261215 v0 CONFIRMED 4 alarms: Paiement de la CFE\\, 2026')
  expect(events(read(emulator, link).text)).toEqual(events(first.text))

  done(emulator, 'mark-deadline', { id: 'cfe-payment/2026', status: 'done', reference: 'X1' })
  done(emulator, 'mark-deadline', { id: 'urssaf-rhythm-option/2027', status: 'not-applicable', reason: 'je reste' })
  done(emulator, 'setup', { settings: { 'Prestations à des professionnels UE': 'VRAI' } })
  const next = later(emulator, '2026-11-26')
  done(next, 'today')
  const second = events(read(next, link).text)
  expect(second['cfe-payment/2026']).toBe('20261215 v1 CONFIRMED 0 alarms: ✓ Paiement de la CFE\\, 2026')
  expect(second['urssaf-rhythm-option/2027']).toContain('20270131 v1 CANCELLED 0 alarms')
  expect(second['urssaf-return/2026-Q4']).toBe(events(first.text)['urssaf-return/2026-Q4'])
  expect(second['des/2026-11']).toContain('v0 CONFIRMED 4 alarms')
})

test('what is changed by hand is in the feed at once, as an update', () => {
  const emulator = freshWorkbook(DESIGNER)
  const link = done(emulator, 'calendar-feed', { do: 'show', url: ADDRESS }).feed ?? ''
  const values = emulator.book.values('Échéances')
  const column = (values[2] ?? []).indexOf('Statut') + 1
  const row = values.findIndex((line) => line.includes('cfe-payment/2026')) + 1
  emulator.book.type('Échéances', row, column, [['Fait']])
  expect(events(read(emulator, link).text)['cfe-payment/2026']).toContain('v1 CONFIRMED 0 alarms: ✓')
  done(emulator, 'today')
  expect(events(read(emulator, link).text)['cfe-payment/2026']).toContain('v1 CONFIRMED 0 alarms: ✓')
})

test('another secret, a revoked one or none reads nothing', () => {
  const emulator = freshWorkbook(DESIGNER)
  const link = done(emulator, 'calendar-feed', { do: 'show', url: ADDRESS }).feed ?? ''
  expect(read(emulator, '?f=').text).toContain('n’existe pas, ou a été révoqué')
  expect(read(emulator, `?f=${'0'.repeat(64)}`).text).toContain('révoqué')
  const renewed = done(emulator, 'calendar-feed', { do: 'renew', url: ADDRESS }).feed ?? ''
  expect(renewed).not.toBe(link)
  expect(read(emulator, link).text).toContain('révoqué')
  expect(read(emulator, renewed).mimeType).toBe('text/calendar')
  done(emulator, 'calendar-feed', { do: 'revoke' })
  expect(read(emulator, renewed).text).toContain('révoqué')
  expect(read(emulator, '').text).toContain('Tabellion répond')
  expect(refused(emulator, 'calendar-feed', { do: 'show', url: 'https://docs.google.com/spreadsheets/d/x' }).code).toBe(
    'spreadsheet-address',
  )
})

test('the secret is in no cell and in no property that an editor of the file can read', () => {
  const emulator = freshWorkbook(DESIGNER)
  const link = done(emulator, 'calendar-feed', { do: 'show', url: ADDRESS }).feed ?? ''
  const secret = link.slice(-64)
  expect(JSON.stringify(emulator.save().book)).not.toContain(secret)
  expect(JSON.stringify(emulator.properties?.('script') ?? {})).not.toContain(secret)
})
