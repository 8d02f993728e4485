import { day } from '@tabellion/shared/calendar'
import { utf8Bytes } from '@tabellion/shared/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEvent, iCalendar } from './ical.ts'

const event: CalendarEvent = {
  uid: 'urssaf-return/2026-Q1@classeur',
  day: day('2026-04-30'),
  summary: 'Urssaf : déclaration, 1er trimestre 2026',
  description: 'À payer ; 3 225 €,\nvoir le guide \\ aide',
  sequence: 0,
  cancelled: false,
  alarms: [30, 7, 1, 0],
}
const at = '2026-11-25T08:00:00.000Z'

/** RFC 5545 as a reader sees it: unfolded lines, properties by name in nested components. */
interface Component {
  readonly name: string
  readonly properties: Map<string, string>
  readonly children: Component[]
}
function parse(text: string): Component {
  expect(text.endsWith('\r\n')).toBe(true)
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    expect(utf8Bytes(line).length).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n]/)
  }
  const root: Component = { name: 'root', properties: new Map(), children: [] }
  const stack = [root]
  for (const line of physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n')) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line)
    if (!match) throw new Error(`Not a content line: ${line}`)
    const [, name = '', parameters = '', value = ''] = match
    const top = stack.at(-1)
    if (!top) throw new Error('unbalanced')
    if (name === 'BEGIN') {
      const child = { name: value, properties: new Map<string, string>(), children: [] }
      top.children.push(child)
      stack.push(child)
    } else if (name === 'END') expect(stack.pop()?.name).toBe(value)
    else {
      expect(top.properties.has(name)).toBe(false)
      top.properties.set(name, `${parameters}:${value}`.replace(/^:/, ''))
    }
  }
  expect(stack).toHaveLength(1)
  return root.children[0] ?? root
}
const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_, c: string) => (c === 'n' ? '\n' : c))

test('an event is a whole day, with alarms at nine', () => {
  const calendar = parse(iCalendar('Échéances', [event], at))
  expect(Object.fromEntries(calendar.properties)).toMatchObject({
    VERSION: '2.0',
    METHOD: 'PUBLISH',
    'X-WR-TIMEZONE': 'Europe/Paris',
  })
  const [made] = calendar.children
  expect(Object.fromEntries(made?.properties ?? [])).toEqual({
    UID: 'urssaf-return/2026-Q1@classeur',
    DTSTAMP: '20261125T080000Z',
    SEQUENCE: '0',
    DTSTART: ';VALUE=DATE:20260430',
    DTEND: ';VALUE=DATE:20260501',
    SUMMARY: 'Urssaf : déclaration\\, 1er trimestre 2026',
    DESCRIPTION: 'À payer \\; 3 225 €\\,\\nvoir le guide \\\\ aide',
    STATUS: 'CONFIRMED',
    TRANSP: 'TRANSPARENT',
  })
  expect(made?.children.map(({ properties }) => properties.get('TRIGGER'))).toEqual([
    '-P29DT15H',
    '-P6DT15H',
    '-PT15H',
    'PT9H',
  ])
})
test('a cancelled event keeps its identity and rings no more', () => {
  const [made] = parse(iCalendar('x', [{ ...event, cancelled: true, sequence: 3 }], at)).children
  expect([made?.properties.get('STATUS'), made?.properties.get('SEQUENCE'), made?.children]).toEqual([
    'CANCELLED',
    '3',
    [],
  ])
})
test('any text survives folding and escaping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const wanted = text.replace(/\r\n|\r/g, '\n')
      const [made] = parse(iCalendar('x', [{ ...event, summary: text }], at)).children
      expect(unescaped(made?.properties.get('SUMMARY') ?? '')).toBe(wanted)
    }),
  )
})
test('an empty calendar is still one', () => {
  expect(parse(iCalendar('x', [], at)).name).toBe('VCALENDAR')
})
