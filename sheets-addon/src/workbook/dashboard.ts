import { formulaOver, type Positions, type TabKey } from '@tabellion/shared/ledger'
import type { Sheets, Written } from '../ports.ts'
import { GAUGE_HEADINGS, type GaugeFacts, gaugeLines, MONTH_HEADINGS, monthLines } from './dashboard-duties.ts'
import type { Workbook } from './open.ts'
import { positionsOf } from './write.ts'

/** A cell of the dashboard: what any cell may be given, or a link to a tab. */
export type DashboardCell = Written | { readonly link: TabKey }

/** The tab *Tableau de bord*, whose every figure is a native formula: right to the cent with the script gone (features F-008). */
export interface Dashboard {
  /** From A1: five columns wide. */
  readonly cells: readonly (readonly DashboardCell[])[]
}

/** Sheet rows, from 1. The twin check and the stamps find their cells by them. */
export const ROWS = {
  labels: 3,
  figures: 4,
  notes: 5,
  todo: 8,
  aged: 17,
  stamps: 24,
  next: 27,
  months: 25,
  gauges: 40,
  duties: 49,
} as const
export const COLUMNS = 5
const LAST_ROW = 60

/** Left to right, as on the tab. */
export const TILES = ['invoiced', 'received', 'due', 'overdue', 'expected'] as const
export const TILE_LABELS: Readonly<Record<(typeof TILES)[number], string>> = {
  invoiced: 'Facturé',
  received: 'Encaissé',
  due: 'Reste dû',
  overdue: 'En retard',
  expected: 'Attendu sous 30 jours',
}
export const AGED_LABELS = ['Pas encore échu', '1 à 30 jours', '31 à 60 jours', '61 à 90 jours', 'Plus de 90 jours']
export const STAMP_LABELS = {
  integrity: 'Intégrité',
  totals: 'Totaux de la feuille',
  lastRun: 'Dernier passage automatique',
} as const
const STAMPS = Object.keys(STAMP_LABELS) as readonly (keyof typeof STAMP_LABELS)[]
/** What the script found when it last looked: the only cells of the tab that it keeps up to date. */
export type Stamps = Readonly<Partial<Record<keyof typeof STAMP_LABELS, string>>>
const MONTHS = ['Janv.', 'Févr.', 'Mars', 'Avr.', 'Mai', 'Juin', 'Juil.', 'Août', 'Sept.', 'Oct.', 'Nov.', 'Déc.']

/** What is still owed and was not given up. */
const OWED = '{invoices!balanceDue};">0";{invoices!status};"<>Irrécouvrable*"'
const YEAR_START = '">="&DATE(YEAR(TODAY());1;1)'
const YEAR_END = '"<"&DATE(YEAR(TODAY())+1;1;1)'
const sumOwed = (more = ''): string => `ROUND(SUMIFS({invoices!balanceDue};${OWED}${more});2)`
const countOwed = (more = ''): string => `COUNTIFS(${OWED}${more})`
const due = (condition: string): string => `;{invoices!dueDate};${condition}`

const FIGURES: Readonly<Record<(typeof TILES)[number], string>> = {
  invoiced: `=ROUND(SUMIFS({invoices!payable};{invoices!issueDate};${YEAR_START};{invoices!issueDate};${YEAR_END});2)`,
  received: `=ROUND(SUMIFS({payments!amount};{payments!date};${YEAR_START};{payments!date};${YEAR_END});2)`,
  due: `=${sumOwed()}`,
  overdue: `=${sumOwed(due('"<"&TODAY()'))}`,
  expected: `=${sumOwed(`${due('">="&TODAY()')}${due('"<="&TODAY()+30')}`)}`,
}
const counted = (count: string, one: string, many: string): string => `=${count}&IF(${count}<2;" ${one}";" ${many}")`
const NOTES: Readonly<Record<(typeof TILES)[number], string>> = {
  invoiced: '="en "&YEAR(TODAY())',
  received: '="en "&YEAR(TODAY())',
  due: counted(countOwed(), 'facture', 'factures'),
  overdue: counted(countOwed(due('"<"&TODAY()')), 'facture', 'factures'),
  expected: counted(countOwed(`${due('">="&TODAY()')}${due('"<="&TODAY()+30')}`), 'facture', 'factures'),
}

const BLOCKED = 'COUNTIFS({sales!toInvoice};TRUE;{sales!check};"?*";{sales!check};"<>✓*")'
/** What waits, each with the tab where it does. */
const TODO: readonly (readonly [count: string, one: string, many: string, tab: TabKey])[] = [
  [`(COUNTIFS({sales!toInvoice};TRUE)-${BLOCKED})`, 'ligne prête à facturer', 'lignes prêtes à facturer', 'sales'],
  [BLOCKED, 'ligne cochée à corriger', 'lignes cochées à corriger', 'sales'],
  [countOwed(due('"<"&TODAY()')), 'facture en retard', 'factures en retard', 'invoices'],
  ['COUNTIFS({bank!status};"À rapprocher")', 'ligne de relevé à rapprocher', 'lignes de relevé à rapprocher', 'bank'],
  ['COUNTIFS({reminders!status};"À valider")', 'relance à valider', 'relances à valider', 'reminders'],
  ['COUNTIFS({quotes!status};"Envoyé")', 'devis sans réponse', 'devis sans réponse', 'quotes'],
  [
    'COUNTIFS({deadlines!day};">0";{deadlines!day};"<="&TODAY()+30;{deadlines!status};"<>Fait";{deadlines!status};"<>Sans objet")',
    'échéance d’ici à 30 jours',
    'échéances d’ici à 30 jours',
    'deadlines',
  ],
]
const OPEN_STATUS = '{deadlines!status};"<>Fait";{deadlines!status};"<>Sans objet"'
const NEXT_DAY = `=IF(COUNTIFS({deadlines!day};">="&TODAY();${OPEN_STATUS})=0;"";MINIFS({deadlines!day};{deadlines!day};">="&TODAY();${OPEN_STATUS}))`
/** One of that day that is not done: another may be. FILTER would say it shorter, and LibreOffice not at all. */
const NEXT_DEADLINE = `=IF(B${ROWS.next}="";"—";INDEX({deadlines!obligation};SUMPRODUCT(MAX(({deadlines!day}=B${ROWS.next})*({deadlines!status}<>"Fait")*({deadlines!status}<>"Sans objet")*ROW({deadlines!day})))-MIN(ROW({deadlines!day}))+1))`

/** Days late from `from` to `to`, both included; without `to`, as late as can be. */
const late = (from: number, to?: number): string =>
  `=${sumOwed(`${due(`"<="&TODAY()-${from}`)}${to === undefined ? '' : due(`">="&TODAY()-${to}`)}`)}`

const monthly = (month: number, year: string): string =>
  `=ROUND(SUMIFS({payments!amount};{payments!date};">="&DATE(${year};${month};1);{payments!date};"<"&DATE(${year};${month}+1;1));2)`

export function dashboard(positions: Positions, stamps: Stamps = {}): Dashboard {
  const cells: DashboardCell[][] = Array.from({ length: LAST_ROW }, () => Array.from({ length: COLUMNS }, () => ''))
  const put = (row: number, column: number, cell: DashboardCell): void => {
    const line = cells[row - 1]
    if (line) line[column - 1] = cell
  }
  /** Empty where a column it needs is gone: *Réparer les onglets* brings both back. */
  const formula = (template: string): Written => {
    const text = formulaOver(template, positions)
    return text === undefined ? '' : { formula: text }
  }
  put(1, 1, 'Où vous en êtes aujourd’hui. Tout se calcule ici même, à partir de Factures et de Paiements.')
  TILES.forEach((tile, index) => {
    put(ROWS.labels, index + 1, TILE_LABELS[tile])
    put(ROWS.figures, index + 1, formula(FIGURES[tile]))
    put(ROWS.notes, index + 1, formula(NOTES[tile]))
  })

  put(ROWS.todo - 1, 1, 'Aujourd’hui')
  TODO.forEach(([count, one, many, tab], index) => {
    put(ROWS.todo + index, 1, formula(counted(count, one, many)))
    put(ROWS.todo + index, 2, { link: tab })
  })

  put(ROWS.aged - 1, 1, 'Ce qui vous est dû, par retard')
  const [first, last] = [ROWS.aged + 1, ROWS.aged + 4]
  const buckets = [
    `=ROUND(C${ROWS.figures}-SUM(B${first}:B${last});2)`,
    late(1, 30),
    late(31, 60),
    late(61, 90),
    late(91),
  ]
  AGED_LABELS.forEach((label, index) => {
    put(ROWS.aged + index, 1, label)
    put(ROWS.aged + index, 2, formula(buckets[index] ?? ''))
  })

  put(ROWS.stamps - 1, 1, 'Le fichier')
  STAMPS.forEach((stamp, index) => {
    put(ROWS.stamps + index, 1, STAMP_LABELS[stamp])
    put(ROWS.stamps + index, 2, stamps[stamp] ?? '—')
  })
  // Its name is long: it has the room of both columns, on a line of its own.
  put(ROWS.next, 1, 'Prochaine échéance')
  put(ROWS.next, 2, formula(NEXT_DAY))
  put(ROWS.next + 1, 1, formula(NEXT_DEADLINE))

  put(ROWS.todo - 1, 3, 'Encaissé, mois par mois')
  put(ROWS.months - 1, 3, 'Mois')
  put(ROWS.months - 1, 4, formula('=""&YEAR(TODAY())'))
  put(ROWS.months - 1, 5, formula('=""&(YEAR(TODAY())-1)'))
  MONTHS.forEach((month, index) => {
    put(ROWS.months + index, 3, month)
    put(ROWS.months + index, 4, formula(monthly(index + 1, 'YEAR(TODAY())')))
    put(ROWS.months + index, 5, formula(monthly(index + 1, '(YEAR(TODAY())-1)')))
  })
  GAUGE_HEADINGS.forEach((heading, index) => {
    put(ROWS.gauges - 1, index + 1, heading)
  })
  gaugeLines(undefined, positions, ROWS.gauges).forEach((line, index) => {
    line.forEach((cell, column) => {
      put(ROWS.gauges + index, column + 1, cell)
    })
  })
  MONTH_HEADINGS.forEach((heading, index) => {
    put(ROWS.duties - 1, index + 1, heading)
  })
  monthLines().forEach((line, index) => {
    line.forEach((template, column) => {
      put(ROWS.duties + index, column + 1, formula(template))
    })
  })
  return { cells }
}

/** The limits as this day knows them; their gauges follow the sheet by themselves. Nothing where the tab is not as we drew it. */
export function drawGauges(sheets: Pick<Sheets, 'read' | 'write'>, facts: GaugeFacts, positions: Positions): void {
  const cells = sheets.read('dashboard') ?? []
  if (cells[ROWS.gauges - 2]?.[0] !== GAUGE_HEADINGS[0]) return
  sheets.write('dashboard', ROWS.gauges, 1, gaugeLines(facts, positions, ROWS.gauges))
}

/** Where its formulas look, in a file whose columns people may have moved. */
export const dashboardPositions = (workbook: Pick<Workbook, 'tableIfAny'>): Positions =>
  positionsOf(...SOURCES.flatMap((tab) => workbook.tableIfAny(tab) ?? []))

const SOURCES: readonly TabKey[] = [
  'sales',
  'quotes',
  'invoices',
  'payments',
  'bank',
  'reminders',
  'deadlines',
  'receiptsBook',
]

/** Of the tab as it stands; none when it is gone, or when its rows were moved. */
export function readStamps(sheets: Pick<Sheets, 'read'>): Stamps {
  const cells = sheets.read('dashboard') ?? []
  return Object.fromEntries(
    STAMPS.flatMap((stamp, index) => {
      const [label = '', text = ''] = cells[ROWS.stamps + index - 1] ?? []
      return label === STAMP_LABELS[stamp] && text !== '' ? [[stamp, String(text)]] : []
    }),
  )
}

/** Brings some of them up to date: one read, one write. Does nothing where the tab is not as we drew it. */
export function stampDashboard(sheets: Pick<Sheets, 'read' | 'write'>, now: Stamps): void {
  const known = readStamps(sheets)
  if (Object.keys(known).length < STAMPS.length) return
  sheets.write(
    'dashboard',
    ROWS.stamps,
    2,
    STAMPS.map((stamp) => [now[stamp] ?? known[stamp] ?? '—']),
  )
}
