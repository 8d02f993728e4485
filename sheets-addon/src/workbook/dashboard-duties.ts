import type { Gauge } from '@tabellion/shared/bookkeeping'
import { type Day, yearOf } from '@tabellion/shared/calendar'
import { formulaOver, natures, type Positions } from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'
import type { Written } from '../ports.ts'

/** The limits of the year, and what is due each month: the parts of *Tableau de bord* about duties. */
export const GAUGE_HEADINGS = ['Seuils de l’année', 'Limite', 'Atteint', 'Jauge', 'Dépassement à ce rythme']
export const GAUGE_ROWS = 6
export const MONTH_HEADINGS = ['Ce qui est dû', 'Montant estimé', 'Échéances']
const NOTHING = 'À suivre dès que « Date de début » est dans Réglages.'

/** What the formulas of the gauges rest on, and the sheet does not hold as numbers. */
export interface GaugeFacts {
  readonly gauges: readonly Gauge[]
  readonly label: (gauge: Gauge) => string
  readonly startDate: Day
  readonly today: Day
  readonly sellsGoodsFirst: boolean
  /** Received before this tool, by the gauge that counts it. */
  readonly earlier: (gauge: Gauge) => Cents
}

const YEAR_START = 'DATE(YEAR(TODAY());1;1)'
const THIS_YEAR = (column: string): string => `${column};">="&${YEAR_START};${column};"<="&TODAY()`

/** Excluding VAT, as received (CGI art. 50-0 and 102 ter). */
const received = (category: string): string =>
  ['amount', 'vat']
    .map(
      (column) =>
        `SUMIFS({receiptsBook!${column}};${THIS_YEAR('{receiptsBook!date}')};{receiptsBook!category};"${category}")`,
    )
    .join('-')

/** Operations carried out: what is invoiced, deposits apart (CGI art. 293 D). */
const performed = (more: string): string =>
  `SUMPRODUCT(({sales!document}<>"")*({sales!document}<>{sales!quote})*({sales!date}>=${YEAR_START})*({sales!date}<=TODAY())*${[
    ...['Acompte', 'Texte', 'Débours'].map((type) => `({sales!lineType}<>"${type}")`),
    `({sales!nature}<>"${natures.labels.disbursement}")`,
  ].join('*')}${more};{sales!net})`

/** The six lines, empty where there is no limit to follow: label, limit, and formulas that go on by themselves. */
export function gaugeLines(facts: GaugeFacts | undefined, positions: Positions, row: number): Written[][] {
  const lines: Written[][] = Array.from({ length: GAUGE_ROWS }, () => ['', '', '', '', ''])
  if (facts === undefined) lines[0] = [NOTHING, '', '', '', '']
  for (const [index, gauge] of (facts?.gauges ?? []).slice(0, GAUGE_ROWS).entries()) {
    const at = row + index
    const services = `*({sales!nature}<>"${natures.labels.goods}")${facts?.sellsGoodsFirst ? '*({sales!nature}<>"")' : ''}`
    const reached = gauge.id.startsWith('micro')
      ? received(gauge.id === 'micro' ? '<>Débours' : 'Prestations*')
      : performed(gauge.id.endsWith('services') ? services : '')
    const before = facts?.earlier(gauge) ?? 0
    const more = before === 0 ? '' : `+IF(YEAR(TODAY())=${facts ? yearOf(facts.today) : 0};${before}/100;0)`
    const formula = formulaOver(`=ROUND(${reached}${more};2)`, positions)
    const since = facts ? `DATE(${facts.startDate.split('-').map(Number).join(';')})` : YEAR_START
    const day = `TODAY()+INT((B${at}-C${at})*(TODAY()-MAX(${YEAR_START};${since})+1)/C${at})+1`
    const blocks = `MAX(0;MIN(10;ROUND(10*C${at}/B${at};0)))`
    lines[index] = [
      facts?.label(gauge) ?? '',
      gauge.limit / 100,
      formula === undefined ? '' : { formula },
      { formula: `=REPT("█";${blocks})&REPT("░";10-${blocks})&" "&ROUND(100*C${at}/B${at};0)&" %"` },
      {
        formula: `=IF(C${at}>B${at};"Dépassé";IF(C${at}<=0;"—";IF(YEAR(${day})>YEAR(TODAY());"Pas cette année";${day})))`,
      },
    ]
  }
  return lines
}

const OPEN = '{deadlines!status};"<>Fait";{deadlines!status};"<>Sans objet"'
const first = (month: number): string => `DATE(YEAR(TODAY());MONTH(TODAY())+${month};1)`
const inMonth = (month: number): string =>
  `{deadlines!day};">="&${first(month)};{deadlines!day};"<"&${first(month + 1)};${OPEN}`

/** Twelve months from this one: the month, what it should cost, how many duties. */
export const monthLines = (): readonly (readonly string[])[] =>
  Array.from({ length: 12 }, (_, month) => [
    `=${first(month)}`,
    `=ROUND(SUMIFS({deadlines!estimate};${inMonth(month)});2)`,
    `=COUNTIFS(${inMonth(month)})`,
  ])
