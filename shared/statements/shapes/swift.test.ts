import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']
const swift = (body: string): string =>
  `:20:RELEVE\n:25:30004000310001234567843\n:28C:3/1\n:60F:C260228EUR1000,00\n${body}:62F:C260331EUR1330,00\n-\n`
const movements =
  ':61:2603020302C450,00NTRFNONREF//1\n:86:VIR ATELIER\n:61:2603050305D120,00NDDTNONREF//2\n:86:PRLV URSSAF\n'

/** A CFONB 120 record: bank, branch, currency, decimals, account, day, label, amount with its sign in the last letter. */
const cfonb = (
  code: string,
  day: string,
  label: string,
  amount: string,
  currency = 'EUR2',
  account = '00012345678',
): string =>
  `${code}30004${code === '04' ? '0502' : '    '}00031${currency} ${account}${code === '04' ? '05' : '  '}${day}${'  '}${code === '04' ? day : '      '}${label.padEnd(31)}${'  '}${'0000000'}${' '}${' '}${amount}${''.padEnd(16)}`
const list = [
  cfonb('01', '280226', '', '0000000010000{'),
  cfonb('04', '020326', 'VIR ATELIER', '0000000004500{'),
  cfonb('04', '050326', 'PRLV URSSAF', '0000000001200}'),
  cfonb('07', '310326', '', '0000000013300{'),
]

const shapes: readonly Shape[] = [
  { name: 'MT940 in plain lines', file: swift(movements), told: rows },
  {
    name: 'MT940 in the envelope of the network, carriage returns',
    file: `{1:F01BNPAFRPPXXXX}{2:O940}{4:\n${swift(movements)}`
      .replaceAll('\n', '\r\n')
      .replace('\r\n-\r\n', '\r\n-}\r\n'),
    told: rows,
  },
  {
    name: 'MT940 of two pages',
    file:
      swift(movements.slice(0, movements.indexOf(':61:260305'))).replace(
        ':62F:C260331EUR1330,00',
        ':62M:C260302EUR1450,00',
      ) +
      swift(movements.slice(movements.indexOf(':61:260305'))).replace(
        ':60F:C260228EUR1000,00',
        ':60M:C260302EUR1450,00',
      ),
    told: rows,
  },
  {
    name: 'MT940 whose balance does not follow',
    file: swift(movements).replace('1330,00', '1331,00'),
    told: rows,
    problems: ['balance-mismatch'],
  },
  {
    name: 'MT940 whose booking day is in the year after',
    file: swift(':61:2512310102C330,00NTRFNONREF//1\n:86:VIR ATELIER\n'),
    told: ['2026-01-02 330.00 VIR ATELIER'],
  },
  { name: 'CFONB 120', file: `${list.join('\n')}\n`, told: rows },
  { name: 'CFONB 120 after a blank line and without the last line end', file: `\n${list.join('\r\n')}`, told: rows },
  { name: 'CFONB 120 in one line', file: list.join(''), told: rows },
  {
    name: 'CFONB 120 whose blanks at the ends were cut',
    file: `${list.map((record) => record.trimEnd()).join('\n')}\n`,
    told: rows,
  },
  {
    name: 'CFONB 120 of two accounts, one in dollars with no decimals told',
    file: `${[...list, ...list.map((record) => record.replace('EUR2', 'USD2').replace('00012345678', '00099999999'))].join('\n')}\n`,
    told: [...rows, ...rows.map((row) => `${row} USD`)],
  },
  {
    name: 'CFONB 120 without its last record',
    file: `${list.slice(0, 3).join('\n')}\n`,
    told: ['refused: truncated-file'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
