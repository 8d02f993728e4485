/** Charts as descriptors: types must be enumeration values, and the plain builder has no setTitle (gas-fakes). */
import type { Chart as Data } from '../host/book.ts'
import { mismatch } from './bridge.ts'
import { enumeration, enumValue, nameOf } from './enumeration.ts'
import { areaOf, rangeOf } from './handed-out.ts'
import { faked, namespace, standIn, whole } from './not-faked.ts'

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder
type Range = GoogleAppsScript.Spreadsheet.Range
type Info = GoogleAppsScript.Spreadsheet.ContainerInfo
/** What the typed builders share, as far as faked. */
type Titled = Pick<
  GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder,
  | 'setTitle'
  | 'setColors'
  | 'setStacked'
  | 'setXAxisTitle'
  | 'setYAxisTitle'
  | 'setRange'
  | 'setLegendPosition'
  | 'setBackgroundColor'
>

const ChartType = enumeration<typeof GoogleAppsScript.Charts.ChartType>(
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
)
const Position = enumeration<typeof GoogleAppsScript.Charts.Position>('TOP', 'RIGHT', 'BOTTOM', 'NONE')
const ChartMergeStrategy = enumeration<typeof GoogleAppsScript.Charts.ChartMergeStrategy>('MERGE_COLUMNS', 'MERGE_ROWS')
const ChartHiddenDimensionStrategy = enumeration<typeof GoogleAppsScript.Charts.ChartHiddenDimensionStrategy>(
  'IGNORE_BOTH',
  'IGNORE_ROWS',
  'IGNORE_COLUMNS',
  'SHOW_BOTH',
)

export const Charts = namespace<GoogleAppsScript.Charts.Charts>('Charts', {
  ChartType,
  Position,
  ChartMergeStrategy,
  ChartHiddenDimensionStrategy,
})

const none: Data = {
  id: 0,
  type: null,
  areas: [],
  options: {},
  position: null,
  headers: 0,
  mergeStrategy: null,
  hiddenDimensionStrategy: null,
  transposed: false,
}

class FakeInfo implements Partial<Info> {
  readonly #position: NonNullable<Data['position']>
  constructor(position: Data['position']) {
    this.#position = position ?? { row: 1, column: 1, x: 0, y: 0 }
  }
  getAnchorRow(): number {
    return this.#position.row
  }
  getAnchorColumn(): number {
    return this.#position.column
  }
  getOffsetX(): number {
    return this.#position.x
  }
  getOffsetY(): number {
    return this.#position.y
  }
}
faked('ContainerInfo', FakeInfo)

class FakeOptions implements Partial<GoogleAppsScript.Charts.ChartOptions> {
  readonly #options: Data['options']
  constructor(options: Data['options']) {
    this.#options = options
  }
  get(option: string): unknown {
    return this.#options[option] ?? null
  }
  getOrDefault(option: string): unknown {
    return this.get(option)
  }
}
faked('ChartOptions', FakeOptions)

class FakeChart implements Partial<Chart> {
  readonly data: Data
  constructor(data: Data) {
    this.data = data
  }
  getChartId(): number | null {
    return this.data.id === 0 ? null : this.data.id
  }
  getRanges(): Range[] {
    return this.data.areas.map(rangeOf)
  }
  getContainerInfo(): Info {
    return whole<Info>(new FakeInfo(this.data.position))
  }
  getOptions(): GoogleAppsScript.Charts.ChartOptions {
    return whole<GoogleAppsScript.Charts.ChartOptions>(new FakeOptions(this.data.options))
  }
  getNumHeaders(): number {
    return this.data.headers
  }
  modify(): Builder {
    return whole<Builder>(new FakeBuilder(this.data))
  }
}
faked('EmbeddedChart', FakeChart)

class FakeBuilder implements Partial<Builder> {
  protected data: Data
  constructor(data: Data) {
    this.data = data
  }
  #set(part: Partial<Data>): Builder {
    this.data = { ...this.data, ...part }
    return whole<Builder>(this)
  }
  #as<Typed>(type: string): Typed {
    return standIn<Typed>(new FakeTypedBuilder({ ...this.data, type }))
  }
  asAreaChart(): GoogleAppsScript.Spreadsheet.EmbeddedAreaChartBuilder {
    return this.#as('AREA')
  }
  asBarChart(): GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder {
    return this.#as('BAR')
  }
  asColumnChart(): GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder {
    return this.#as('COLUMN')
  }
  asComboChart(): GoogleAppsScript.Spreadsheet.EmbeddedComboChartBuilder {
    return this.#as('COMBO')
  }
  asLineChart(): GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder {
    return this.#as('LINE')
  }
  asPieChart(): GoogleAppsScript.Spreadsheet.EmbeddedPieChartBuilder {
    return this.#as('PIE')
  }
  setChartType(type: unknown): Builder {
    return this.#set({ type: nameOf(type, 'EmbeddedChartBuilder.setChartType') })
  }
  getChartType(): GoogleAppsScript.Charts.ChartType {
    return enumValue(ChartType, this.data.type ?? '')
  }
  addRange(range: Range): Builder {
    return this.#set({ areas: [...this.data.areas, areaOf(range, 'EmbeddedChartBuilder.addRange')] })
  }
  clearRanges(): Builder {
    return this.#set({ areas: [] })
  }
  getRanges(): Range[] {
    return this.data.areas.map(rangeOf)
  }
  setPosition(row: number, column: number, x: number, y: number): Builder {
    return this.#set({ position: { row, column, x, y } })
  }
  setOption(option: string, value: unknown): Builder {
    return this.#set({ options: { ...this.data.options, [option]: value } })
  }
  setNumHeaders(headers: number): Builder {
    return this.#set({ headers })
  }
  setMergeStrategy(strategy: unknown): Builder {
    return this.#set({ mergeStrategy: nameOf(strategy, 'EmbeddedChartBuilder.setMergeStrategy') })
  }
  /** Before a type is set: « Unexpected error » (gas-fakes). */
  setHiddenDimensionStrategy(strategy: unknown): Builder {
    if (this.data.type === null)
      throw new Error('Unexpected error while getting the method or property setHiddenDimensionStrategy')
    return this.#set({ hiddenDimensionStrategy: nameOf(strategy, 'EmbeddedChartBuilder.setHiddenDimensionStrategy') })
  }
  setTransposeRowsAndColumns(transposed: boolean): Builder {
    return this.#set({ transposed })
  }
  build(): Chart {
    return whole<Chart>(new FakeChart(this.data))
  }
}
faked('EmbeddedChartBuilder', FakeBuilder)

/** Stands for each of the typed builders (bar, column…), which differ only in type. */
class FakeTypedBuilder extends FakeBuilder implements Titled {
  #option<Typed>(option: string, value: unknown): Typed {
    this.data = { ...this.data, options: { ...this.data.options, [option]: value } }
    return standIn<Typed>(this)
  }
  setTitle = (title: string): Column => this.#option('title', title)
  setColors = (colors: string[]): Column => this.#option('colors', colors)
  setStacked = (): Column => this.#option('isStacked', true)
  setXAxisTitle = (title: string): Column => this.#option('hAxis.title', title)
  setYAxisTitle = (title: string): Column => this.#option('vAxis.title', title)
  setRange = (start: number, end: number): Column => this.#option('vAxis.viewWindow', { min: start, max: end })
  setLegendPosition = (position: unknown): Column =>
    this.#option('legend.position', nameOf(position, 'setLegendPosition').toLowerCase())
  setBackgroundColor = (color: string): Column => this.#option('backgroundColor', color)
}
type Column = GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder

export const newChart = (): Builder => whole<Builder>(new FakeBuilder(none))
export const chartOf = (data: Data): Chart => whole<Chart>(new FakeChart(data))

export function chartData(chart: unknown, label: string): Data {
  if (chart instanceof FakeChart) return chart.data
  throw mismatch(label, [chart])
}
