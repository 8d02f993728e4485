import { type Day, day } from '@tabellion/shared/calendar'
import { lazily } from '@tabellion/shared/kernel'
import { countryNames } from './country-names.ts'

/** What people type and CLDR does not say; folded as `fold` does. */
const ALIASES: Readonly<Record<string, string>> = {
  'allemagne federale': 'DE',
  angleterre: 'GB',
  birmanie: 'MM',
  bielorussie: 'BY',
  'republique tcheque': 'CZ',
  'chine populaire': 'CN',
  'congo brazzaville': 'CG',
  'congo kinshasa': 'CD',
  coree: 'KR',
  'republique de coree': 'KR',
  ecosse: 'GB',
  emirats: 'AE',
  dubai: 'AE',
  'etats unis d amerique': 'US',
  usa: 'US',
  'u s a': 'US',
  'france metropolitaine': 'FR',
  'grande bretagne': 'GB',
  uk: 'GB',
  'grand duche de luxembourg': 'LU',
  'guyane francaise': 'GF',
  hollande: 'NL',
  'irlande du nord': 'GB',
  'pays de galles': 'GB',
  'hong kong': 'HK',
  macedoine: 'MK',
  moldova: 'MD',
  reunion: 'RE',
  'ile de la reunion': 'RE',
  'russie federation de': 'RU',
  'federation de russie': 'RU',
  'royaume de belgique': 'BE',
  'confederation helvetique': 'CH',
  tahiti: 'PF',
  vietnam: 'VN',
  'cote d ivoire': 'CI',
  'ile maurice': 'MU',
  swaziland: 'SZ',
  'el salvador': 'SV',
  el: 'GR',
}

/** First and last day in the EU for VAT. The United Kingdom stayed inside until the end of the transition period. */
const EU_MEMBERS: Readonly<Record<string, { readonly from?: Day; readonly to?: Day }>> = {
  AT: {},
  BE: {},
  BG: {},
  CY: {},
  CZ: {},
  DE: {},
  DK: {},
  EE: {},
  ES: {},
  FI: {},
  FR: {},
  GR: {},
  HU: {},
  IE: {},
  IT: {},
  LT: {},
  LU: {},
  LV: {},
  MT: {},
  NL: {},
  PL: {},
  PT: {},
  RO: {},
  SE: {},
  SI: {},
  SK: {},
  HR: { from: day('2013-07-01') },
  // Withdrawal agreement, art. 126: https://eur-lex.europa.eu/eli/treaty/withd_2020/sign
  GB: { to: day('2020-12-31') },
  // For VAT Monaco is France: convention of 18 May 1963, art. 1; directive 2006/112/EC art. 7.
  MC: {},
}
/** Collectivities with a code of their own where the invoice is nevertheless French. */
const FRENCH = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC', 'TF']

export const isCountryCode = (code: string): boolean => countryNames().has(code)
/** `Belgique` for `BE`; undefined for a code that is none. */
export const countryName = (code: string): string | undefined => countryNames().get(code)

/** The ISO code of a country typed in a cell: `France`, `FR`, `belgique`, `États-Unis`; undefined when none is meant. */
export function readCountry(text: string): string | undefined {
  const folded = fold(text)
  const code = folded.toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && countryNames().has(code)) return code
  return byName().get(folded) ?? byName().get(folded.replace(/^(la|le|les|l) /, ''))
}

/** Member of the EU (for VAT) on that day. Hint: parts of members outside the VAT territory (Canaries, Åland…) are not told apart. */
export function isEuMember(country: string, on: Day): boolean {
  const member = EU_MEMBERS[country]
  return (
    member !== undefined &&
    (member.from === undefined || member.from <= on) &&
    (member.to === undefined || on <= member.to)
  )
}
/** France or one of its collectivities, whatever VAT rule holds there. */
export const isFrench = (country: string): boolean => FRENCH.includes(country)

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const byName = lazily(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...[...countryNames()].map(([code, name]): [string, string] => [fold(name), code]),
      ...Object.entries(ALIASES),
    ]),
)
