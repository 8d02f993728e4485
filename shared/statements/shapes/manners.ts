import { day, formatDay } from '@tabellion/shared/calendar'
import fc from 'fast-check'

/** How a bank writes its list: each choice is one that some bank makes. */
export const manner = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  decimal: fc.constantFrom(',', '.'),
  thousands: fc.constantFrom('', ' ', '\u00a0', '\u202f', "'", 'other'),
  dates: fc.constantFrom('fr', 'fr', 'short', 'iso', 'points', 'dashes', 'words', 'moment', 'plain'),
  money: fc.constantFrom(
    'signed',
    'signed',
    'split',
    'split',
    'minus-split',
    'zero-split',
    'dash-split',
    'sense',
    'trailing',
    'euro',
  ),
  words: fc.nat(),
  order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  extra: fc.subarray([
    'balance',
    'value',
    'category',
    'currency',
    'reference',
    'own',
    'note',
    'rank',
    'empty',
    'foreign',
    'party',
    'kind',
    'time',
  ]),
  isNewestFirst: fc.boolean(),
  isQuoted: fc.boolean(),
  preamble: fc.constantFrom<'' | 'names' | 'balance' | 'period'>('', '', 'names', 'balance', 'period'),
  footer: fc.constantFrom<'' | 'total' | 'balance' | 'legal'>('', '', 'total', 'balance', 'legal'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  isEndless: fc.boolean(),
  isBare: fc.constantFrom(false, false, false, true),
  /** Of a list without headings that mean anything: none at all, or words that nobody knows. */
  isMute: fc.boolean(),
  isTrimmed: fc.constantFrom(false, false, true),
  letters: fc.constantFrom('utf8', 'utf8', 'marked', 'latin1', 'utf16le'),
})
export const movements = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 80 }),
    cents: fc
      .oneof(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 10_000, max: 900_000 }))
      .chain((size) => fc.constantFrom(size, -size)),
    label: fc.constantFrom(
      'VIR SEPA ATELIER MARTIN FACTURE 2026-012',
      'PRLV SEPA URSSAF',
      'CB SNCF 12/03',
      'VIR INST DUPONT',
      'CHEQUE 1234567',
      'REMISE CHEQUES',
      'FRAIS DE TENUE DE COMPTE',
      'GALERIE DU QUAI',
      'L’ÉTÉ & FILS',
      'STRIPE 4X7',
      '123 SOLEIL',
      'VIR 12/01/2026 DUPONT',
      'A "B" C',
      'DUPONT; FILS, SARL',
      'DUPONT\nFILS',
      '0612345678',
      '2026-014',
      'FACTURE 450,00 EUR',
      'SOLDE FACTURE 12',
      'TOTAL ENERGIES',
      'VIREMENT RECU',
      'ANNULATION',
    ),
  }),
  { minLength: 3, maxLength: 12 },
)
export type Manner = typeof manner extends fc.Arbitrary<infer Value> ? Value : never
export interface Movement {
  readonly at: number
  readonly cents: number
  readonly label: string
}

const pick = (list: string, at: number): string => list.split('/')[at % list.split('/').length] ?? ''
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

export function written({ at }: { readonly at: number }, dates: string): string {
  const iso = new Date(Date.UTC(2026, 0, 5) + at * 86_400_000).toISOString().slice(0, 10)
  const [year = '', month = '', date = ''] = iso.split('-')
  switch (dates) {
    case 'iso':
      return iso
    case 'short':
      return `${date}/${month}/${year.slice(2)}`
    case 'points':
      return `${date}.${month}.${year}`
    case 'dashes':
      return `${date}-${month}-${year}`
    case 'words':
      return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
    case 'moment':
      return `${iso} 10:12:33`
    case 'plain':
      return `${year}${month}${date}`
    default:
      return formatDay(day(iso))
  }
}

function money(cents: number, { decimal, thousands, isTrimmed }: Manner): string {
  const [whole = '', part = ''] = (Math.abs(cents) / 100).toFixed(2).split('.')
  const mark = thousands === 'other' ? (decimal === ',' ? '.' : ',') : thousands
  if (isTrimmed && part === '00') return `${cents < 0 ? '-' : ''}${whole}`
  return `${cents < 0 ? '-' : ''}${whole.replace(/(?<=\d)(?=(\d{3})+$)/g, mark)}${decimal}${part}`
}

interface Column {
  readonly heading: string
  readonly cell: (movement: Movement, balance: number, rank: number) => string
}

function columnsOf(how: Manner): Column[] {
  const { words } = how
  const amount = (cents: number): string => money(cents, how)
  const label: Column = {
    heading: pick('Libellé/Description/Intitulé/Libellé de l’opération/Détail', words),
    cell: ({ label: text }) => text,
  }
  const date: Column = {
    heading: pick(
      'Date/Date opération/Date d’opération/Date comptable/Jour/Date de comptabilisation/Opération le',
      words >> 3,
    ),
    cell: (movement) => written(movement, how.dates),
  }
  const debit = pick('Débit/Débit euros/Débit (€)/Sortie/Dépenses/Montant débité', words >> 5)
  const credit = pick('Crédit/Crédit euros/Crédit (€)/Entrée/Recettes/Montant crédité', words >> 5)
  const blank = how.money === 'zero-split' ? amount(0) : how.money === 'dash-split' ? '-' : ''
  const one = (heading: string, cell: (cents: number) => string): Column => ({
    heading,
    cell: ({ cents }) => cell(cents),
  })
  const amounts: Column[] =
    how.money === 'signed'
      ? [one(pick('Montant/Montant (EUR)/Somme/Amount/Montant de l’opération', words >> 7), amount)]
      : how.money === 'trailing'
        ? [one('Montant', (cents) => `${amount(Math.abs(cents))}${cents < 0 ? '-' : '+'}`)]
        : how.money === 'euro'
          ? [one('Montant', (cents) => `${amount(cents)} €`)]
          : how.money === 'sense'
            ? [
                one('Montant', (cents) => amount(Math.abs(cents))),
                one('Sens', (cents) =>
                  pick(cents < 0 ? 'D/Débit/DEBIT/Sortie/-' : 'C/Crédit/CREDIT/Entrée/+', words >> 7),
                ),
              ]
            : [
                one(debit, (cents) => (cents < 0 ? amount(how.money === 'minus-split' ? cents : -cents) : blank)),
                one(credit, (cents) => (cents > 0 ? amount(cents) : blank)),
              ]
  const extras: Readonly<Record<string, Column>> = {
    balance: { heading: pick('Solde/Solde après opération/Balance', words), cell: (_, balance) => amount(balance) },
    value: {
      heading: pick('Date de valeur/Date valeur/Valeur', words),
      cell: (movement) => written({ at: movement.at + 1 }, how.dates),
    },
    category: { heading: 'Catégorie', cell: ({ cents }) => (cents < 0 ? 'Dépenses pro' : 'Recettes') },
    currency: { heading: 'Devise', cell: () => 'EUR' },
    reference: { heading: 'Référence', cell: (_, _balance, rank) => `00${7654321 + rank}` },
    own: { heading: 'Compte', cell: () => '00040123456' },
    note: { heading: 'Commentaire', cell: ({ cents }) => (cents % 3 === 0 ? 'à revoir' : '') },
    rank: { heading: 'N°', cell: (_, _balance, rank) => `${rank + 1}` },
    empty: { heading: '', cell: () => '' },
    foreign: { heading: 'Montant en devise', cell: ({ cents }) => amount(Math.round(cents * 1.1)) },
    party: { heading: 'Tiers', cell: () => '' },
    kind: { heading: 'Type d’opération', cell: ({ cents }) => (cents < 0 ? 'Prélèvement' : 'Virement') },
    time: { heading: 'Heure', cell: () => '10:12' },
  }
  const all = [label, date, ...amounts, ...how.extra.flatMap((name) => extras[name] ?? [])]
  return all
    .map((column, at) => ({ column, key: how.order[at % how.order.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ column }) => column)
}

export function fileOf(list: readonly Movement[], how: Manner): { text: string; rows: Movement[] } {
  const columns = columnsOf(how)
  const cell = (text: string): string =>
    how.isQuoted || text.includes(how.delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const row = (cells: readonly string[]): string => cells.map(cell).join(how.delimiter)
  const sorted = [...list].sort((a, b) => a.at - b.at)
  let balance = 123_456
  const rows = sorted.map((movement, rank) => {
    balance += movement.cents
    return { movement, line: row(columns.map((column) => column.cell(movement, balance, rank))) }
  })
  if (how.isNewestFirst) rows.reverse()
  const total = (words: string): string =>
    row(
      columns.map(({ heading }) =>
        /^Libell|^Desc|^Intit|^Détail/.test(heading)
          ? words
          : /^D[ée]bit|^Cr[ée]dit|^Montant|^Sold/.test(heading)
            ? money(balance, how)
            : '',
      ),
    )
  const above: readonly string[] = {
    '': [],
    names: ['M. JEAN EXEMPLE', row(['Compte courant', '00040123456'])],
    balance: [row(['Solde au 31/03/2026', money(balance, how)])],
    period: [row(['Période', '05/01/2026', '31/03/2026'])],
  }[how.preamble]
  const below: readonly string[] = {
    '': [],
    total: [total('Total des mouvements')],
    balance: [total('Solde au 31/03/2026')],
    legal: ['Document non contractuel'],
  }[how.footer]
  const lines = [
    ...(how.isBare ? [] : above),
    ...(how.isBare && how.isMute
      ? []
      : [row(columns.map(({ heading }, at) => (how.isBare ? `Champ ${'ABCDEFGHIJKL'.charAt(at)}` : heading)))]),
    ...rows.map(({ line }) => line),
    ...below,
  ]
  return {
    text: lines.join(how.lineEnd) + (how.isEndless && !how.isTrimmed ? '' : how.lineEnd),
    rows: rows.map(({ movement }) => movement),
  }
}
