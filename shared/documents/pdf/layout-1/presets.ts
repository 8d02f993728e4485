import type { TradePreset } from '@tabellion/shared/invoicing'
import type { MentionId } from '@tabellion/shared/regulation'
import type { Weight } from '../fonts.ts'
import type { Ink } from '../page.ts'

/** How a preset beats time: room, weights, order. It has no say in what is printed. */
export interface Rhythm {
  /** Left and right, in millimetres. */
  readonly margin: number
  /** Colour that runs off the page, outside the margins. */
  readonly band: 'none' | 'top' | 'left'
  /** `beside`: at the head of the recipient's column. `first`: over everything, with the logo at its right. */
  readonly title: {
    readonly place: 'beside' | 'first'
    readonly size: number
    readonly weight: Weight
    readonly ink: Ink
  }
  readonly facts: 'ruled' | 'strip' | 'list'
  readonly head: 'plain' | 'sunken' | 'accent'
  /** Room above and below a line's text. */
  readonly row: number
  /** A column for each line's own day; one for the article's code. */
  readonly columns: { readonly date: boolean; readonly code: boolean }
  readonly payable: 'open' | 'filled' | 'panel'
  /** Mentions and notes set off from the small print, in a panel. */
  readonly setOff: { readonly mentions: readonly MentionId[]; readonly note: boolean }
  /** What the buyer's other address is called. */
  readonly deliveryLabel: string
  /** The days of the lines written out above the table. */
  readonly sessions: boolean
}

const plain: Rhythm = {
  margin: 18,
  band: 'none',
  title: { place: 'beside', size: 24, weight: 'semibold', ink: 'ink' },
  facts: 'ruled',
  head: 'plain',
  row: 2.6,
  columns: { date: false, code: false },
  payable: 'open',
  setOff: { mentions: [], note: false },
  deliveryLabel: 'Adresse de livraison',
  sessions: false,
}

export const rhythms: Readonly<Record<TradePreset, Rhythm>> = {
  consultant: plain,
  creative: {
    ...plain,
    band: 'left',
    title: { place: 'first', size: 40, weight: 'semibold', ink: 'accent' },
    row: 3.2,
  },
  craftsman: {
    ...plain,
    band: 'top',
    facts: 'strip',
    head: 'sunken',
    payable: 'filled',
    setOff: { mentions: ['insurance'], note: false },
    deliveryLabel: 'Adresse du chantier',
  },
  shop: {
    ...plain,
    facts: 'list',
    head: 'accent',
    row: 1.2,
    columns: { date: false, code: true },
    payable: 'filled',
  },
  trainer: {
    ...plain,
    facts: 'strip',
    columns: { date: true, code: false },
    payable: 'panel',
    setOff: { mentions: [], note: true },
    sessions: true,
  },
  personalServices: {
    ...plain,
    title: { place: 'beside', size: 24, weight: 'semibold', ink: 'accent' },
    facts: 'strip',
    head: 'sunken',
    columns: { date: true, code: false },
    payable: 'panel',
    setOff: { mentions: [], note: true },
  },
  photographer: {
    ...plain,
    margin: 28,
    title: { place: 'beside', size: 24, weight: 'regular', ink: 'ink' },
    row: 3.6,
  },
}
