import { type Day, day, yearOf } from '@tabellion/shared/calendar'
import type { SettingName } from '@tabellion/shared/ledger'
import { typeset } from '../messages/typography.ts'
import { carpenter } from './carpenter.ts'
import {
  type CatalogRow,
  type ClientRow,
  type DeclaredBusiness,
  ledgerOf,
  type SaleRow,
  type Story,
} from './declaration.ts'
import { graphicDesigner } from './graphic-designer.ts'

/** An invented business and the year of work it has just finished: what *Données d'exemple* writes in an empty workbook. */
export interface SampleBusiness {
  readonly settings: Readonly<Partial<Record<SettingName, string>>>
  readonly clients: readonly ClientRow[]
  readonly catalog: readonly CatalogRow[]
  /** Oldest first; finished work is ticked, what is under way or waits for a deposit is not. */
  readonly sales: readonly SaleRow[]
  readonly story: Story
}

const businesses = { graphiste: graphicDesigner, menuisier: carpenter } as const satisfies Record<
  string,
  DeclaredBusiness
>

export function sampleBusiness(name: keyof typeof businesses, today: Day): SampleBusiness {
  const { settings, clients, catalog, entries, story } = businesses[name]
  const declared = settings(today)
  /** The terms were signed by all but who says otherwise. */
  const accepting = (client: ClientRow): ClientRow => ({
    termsAcceptedOn: day(`${yearOf(today) - 1}-01-12`),
    termsVersion: declared['Version CGV'] ?? '',
    ...client,
  })
  const texts = Object.entries(declared).map(([setting, text]) => [setting, typeset(text)])
  return {
    settings: Object.fromEntries(texts),
    clients: clients.map(accepting),
    catalog,
    sales: ledgerOf(entries(today), today),
    story,
  }
}
