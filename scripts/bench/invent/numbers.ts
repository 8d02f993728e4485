import { about, type Chance, capitals, type Invoice, type Numbered, someOf, type Way } from './shapes.ts'

const SEPARATORS = /[-/ ._:]/g
const MONTHS = 'JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE'.split(' ')
const unpadded = ({ seq }: Numbered): string => String(seq)

/** How the seller numbers: a prefix, a year (or a month, or a day) that starts the count again, a separator, a width. */
export function inventNumbering(chance: Chance) {
  return Array.from({ length: 8 }, (_, index) => {
    const separator = chance.weighted([
      ['-', 5],
      ['/', 2],
      ['', 3],
      ['.', 1],
      ['_', 1],
      [' ', 0.6],
    ])
    const head = chance.weighted([
      ['y4', 6],
      ['y2', 3],
      ['y4mm', 2],
      ['y2mm', 2],
      ['y4mmdd', 0.7],
      ['none', 2],
    ])
    const prefix = chance.weighted([
      [chance.pick(['F', 'FA', 'FAC', 'FACT', 'INV', 'FV', 'N']), 6],
      [chance.letters(chance.int(1, 3)), 2],
      ['', 3],
    ])
    const last = head !== 'none' && head !== 'y4mmdd' && chance.bool(0.15)
    const letterBetween = chance.bool(0.12) ? chance.letters(1) : ''
    const stuck = chance.bool(0.5)
    const pad = head === 'none' ? chance.int(4, 6) : head === 'y4mmdd' ? 2 : chance.int(2, 4)
    const dated = (p: Numbered): string => {
      const year = head.startsWith('y4') ? p.y4 : head.startsWith('y2') ? p.y2 : ''
      return `${year}${head.includes('mm') ? p.mm : ''}${head.endsWith('dd') ? p.dd : ''}`
    }
    return {
      id: `invented-${index}`,
      pfx: prefix,
      cnPfx: chance.pick(['AV', 'A', 'AVO', 'NC']),
      pad,
      reset: head === 'none' ? 'none' : head.endsWith('dd') ? 'day' : head.endsWith('mm') ? 'month' : 'year',
      fmt(p: Numbered): string {
        const pieces = last ? [p.padded, dated(p)] : [dated(p), `${letterBetween}${p.padded}`]
        const body = pieces.filter((piece) => piece !== '').join(separator)
        return p.pfx === ''
          ? body
          : stuck || separator === ' '
            ? `${p.pfx}${body}`
            : `${p.pfx}${separator || '-'}${body}`
      },
    }
  })
}

type Write = (p: Numbered, invoice: Invoice, draw: Chance) => string
const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1)

const WAYS: (Way<Write> & { readonly ok?: (p: Numbered) => boolean })[] = [
  { id: 'no-separator', w: 7, level: 'full', f: (_, { number }) => number.replace(SEPARATORS, '') },
  { id: 'blanks', w: 6, level: 'full', f: (_, { number }) => number.replace(SEPARATORS, ' ') },
  {
    id: 'other-separator',
    w: 4,
    level: 'full',
    f: (_, i, draw) => i.number.replace(SEPARATORS, draw.pick(['.', '_', '/', ' / ', ':'])),
  },
  { id: 'lower', w: 2, level: 'full', f: (_, { number }) => number.toLowerCase() },
  { id: 'unpadded', w: 6, level: 'full', f: (p, { number }) => number.replace(p.padded, unpadded(p)) },
  { id: 'more-zeros', w: 1.5, level: 'full', f: (p, { number }) => number.replace(p.padded, `0${p.padded}`) },
  {
    id: 'no-prefix',
    w: 4,
    level: 'full',
    ok: ({ pfx }) => pfx !== '',
    f: (_, { number }) => number.replace(/^[A-Z]+[-_./]?/i, ''),
  },
  {
    id: 'glued-word',
    w: 3,
    level: 'full',
    f: (_, { number }, draw) => `${draw.pick(['FACT', 'REGLT', 'FACTURE', 'FAC'])}${number}`,
  },
  { id: 'quoted', w: 1, level: 'full', f: (_, { number }) => `"${number}"` },
  { id: 'twice', w: 1, level: 'full', f: (_, { number }) => `${number} ${number}` },
  {
    id: 'hole',
    w: 2.5,
    level: 'full',
    f: (_, { number }, draw) => ((at) => `${number.slice(0, at)} ${number.slice(at)}`)(draw.int(2, number.length - 2)),
  },
  { id: 'year-then', w: 4, level: 'full', f: (p) => `FACTURE ${p.y4} ${unpadded(p)}` },
  { id: 'swapped', w: 2, level: 'full', f: (p) => `${p.padded}/${p.y4}` },
  {
    id: 'dated',
    w: 1.5,
    level: 'full',
    f: (_, { number, issueDate }) =>
      `${number} DU ${issueDate.slice(8)}/${issueDate.slice(5, 7)}/${issueDate.slice(0, 4)}`,
  },
  {
    id: 'amount-too',
    w: 1.5,
    level: 'full',
    f: (_, { number, totalCents }) => `${number} ${(totalCents / 100).toFixed(2).replace('.', ',')} EUR`,
  },
  {
    id: 'word-sequence',
    w: 5,
    level: 'partial',
    phrase: true,
    f: (p, _, draw) =>
      draw.pick([
        `FACTURE ${unpadded(p)}`,
        `FACT N°${p.padded}`,
        `FAC ${unpadded(p)}`,
        `FACTURE NUM ${p.padded}`,
        `F ${p.padded}`,
      ]),
  },
  { id: 'sequence', w: 4, level: 'partial', f: (p) => p.padded },
  {
    id: 'date-only',
    w: 3,
    level: 'partial',
    phrase: true,
    f: (_, { issueDate }, draw) =>
      `${draw.pick(['FACTURE DU', 'VOTRE FACTURE DU', 'FACT DATE'])} ${issueDate.slice(8)}${draw.pick(['/', '.', '-', ' '])}${issueDate.slice(5, 7)}${draw.pick(['/', '.', '-', ' '])}${issueDate.slice(0, 4)}`,
  },
  { id: 'cut', w: 2, level: 'partial', f: (_, { number }) => number.slice(0, -1) },
  { id: 'letter-o', w: 2, level: 'typo', f: (_, { number }) => number.replace(/0/g, 'O') },
  { id: 'letter-i', w: 1, level: 'typo', f: (_, { number }) => number.replace(/1/g, 'I') },
  {
    id: 'crossed',
    w: 2,
    level: 'typo',
    f: (_, { number }, draw) =>
      ((at) => number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))(
        draw.int(0, number.length - 2),
      ),
  },
  { id: 'missing', w: 1.5, level: 'typo', f: (_, { number }, draw) => without(number, draw.int(1, number.length - 2)) },
  {
    id: 'wrong-digit',
    w: 1.5,
    level: 'typo',
    f: (_, { number }, draw) =>
      ((at) => number.slice(0, at) + draw.digits(1) + number.slice(at + 1))(draw.int(1, number.length - 1)),
  },
  {
    id: 'doubled',
    w: 1,
    level: 'typo',
    f: (_, { number }, draw) =>
      ((at) => number.slice(0, at) + number[at] + number.slice(at))(draw.int(1, number.length - 1)),
  },
]

export function inventWriting(chance: Chance) {
  const verbatim = {
    id: 'verbatim',
    w: about(chance, 10),
    level: 'full',
    f: (_: Numbered, { number }: Invoice) => number,
  }
  return [verbatim, ...someOf(chance, WAYS, 17)]
}

type WriteAll = (invoices: readonly Invoice[], write: (invoice: Invoice) => string) => string
const LISTS: (Way<WriteAll> & { readonly ok?: (invoices: readonly Invoice[]) => boolean })[] = [
  ...[' ', ', ', ' + ', ' & ', ';', ' / ', ' ET ', '-'].map((between) => ({
    id: `all${between}`,
    w: 2,
    level: 'full',
    f: (invoices: readonly Invoice[], write: (invoice: Invoice) => string) => invoices.map(write).join(between),
  })),
  {
    id: 'short-tail',
    w: 3,
    level: 'full',
    f: ([first, ...others]) => [first?.number, ...others.map(({ _p }) => _p.padded)].join('/'),
  },
  { id: 'sequences', w: 3, level: 'partial', f: (all) => `FACTURES ${all.map(({ _p }) => unpadded(_p)).join(' ')}` },
  {
    id: 'sequences-and',
    w: 2,
    level: 'partial',
    f: (all) =>
      `FACT ${all
        .map(({ _p }) => _p.padded)
        .join(', ')
        .replace(/, (\d+)$/, ' ET $1')}`,
  },
  {
    id: 'range',
    w: 1.5,
    level: 'partial',
    ok: (all) => all.every(({ _p }, at) => at === 0 || _p.seq === (all[at - 1]?._p.seq ?? 0) + 1),
    f: (all) => `FACTURES ${all[0]?._p.seq} A ${all.at(-1)?._p.seq}`,
  },
  { id: 'first', w: 1, level: 'partial', f: ([first], write) => `${first ? write(first) : ''} ET SUIVANTES` },
  {
    id: 'months',
    w: 2,
    level: 'month',
    f: (all) => `FACTURES ${[...new Set(all.map(({ issueDate }) => monthOf(issueDate)))].join(' ET ')}`,
  },
  { id: 'count', w: 1, level: 'none', f: (all) => `${all.length} FACTURES` },
]
export const inventLists = (chance: Chance) => someOf(chance, LISTS, 8)
export const monthOf = (date: string): string => capitals(MONTHS[Number(date.slice(5, 7)) - 1] ?? '')
