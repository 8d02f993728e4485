import type { XmlNode } from '../../reception/xml-node.ts'
import { hundredths, type Rules, type Subject } from './subject.ts'

/** EN 16931-1 §6.4 as the CII schematron 1.3.16 asserts it, https://github.com/ConnectingEurope/eInvoicing-EN16931: what concerns us. */
export const europeanRules: Rules = {
  'BR-02': ({ text }) => text('BT-1') !== undefined,
  'BR-03': ({ text }) => text('BT-2') !== undefined,
  'BR-04': ({ text }) => text('BT-3') !== undefined,
  'BR-05': ({ text }) => text('BT-5') !== undefined,
  'BR-06': ({ text }) => text('BT-27') !== undefined,
  'BR-07': ({ text }) => text('BT-44') !== undefined,
  'BR-09': ({ text }) => text('BT-40') !== undefined,
  'BR-11': ({ text }) => text('BT-55') !== undefined,
  'BR-16': ({ groups }) => groups('BG-25').length > 0,
  'BR-25': ({ groups, within }) => groups('BG-25').every((line) => within(line, 'BT-153') !== undefined),
  'BR-27': ({ groups, within }) => groups('BG-25').every((line) => Number(within(line, 'BT-146')) >= 0),
  'BR-CO-10': (subject) => hundredths(subject.text('BT-106')) === total(subject.groups('BG-25'), 'BT-131', subject),
  'BR-CO-11': (subject) => orZero(subject.text('BT-107')) === total(subject.groups('BG-20'), 'BT-92', subject),
  'BR-CO-13': ({ text }) => hundredths(text('BT-109')) === hundredths(text('BT-106')) - orZero(text('BT-107')),
  'BR-CO-14': (subject) => hundredths(subject.text('BT-110')) === total(subject.groups('BG-23'), 'BT-117', subject),
  'BR-CO-15': ({ text }) => hundredths(text('BT-112')) === hundredths(text('BT-109')) + hundredths(text('BT-110')),
  'BR-CO-16': ({ text }) => hundredths(text('BT-115')) === hundredths(text('BT-112')) - orZero(text('BT-113')),
  'BR-61': ({ text }) => !['30', '58'].includes(text('BT-81') ?? '') || text('BT-84') !== undefined,
  'CII-SR-470': ({ named }) =>
    named('SpecifiedTradeSettlementPaymentMeans').every(
      ({ children }) =>
        !children.some(({ name, text }) => name === 'TypeCode' && ['30', '58'].includes(text.trim())) ||
        children.some(({ name }) => name === 'PayeePartyCreditorFinancialAccount'),
    ),
  'BR-CL-22': ({ groups, within }) =>
    groups('BG-23').every((group) => {
      const code = within(group, 'BT-121')
      return code === undefined || REASON_CODES.includes(code)
    }),
  'BR-CL-23': ({ groups, nested }) =>
    groups('BG-25')
      .flatMap((line) => nested(line, 'BT-129'))
      .every(({ attributes }) => UNIT_CODES.includes(attributes['unitCode'] ?? '')),
  'BR-S-02': (subject) => !uses(subject, 'S') || sellerTaxNumber(subject),
  'BR-S-05': (subject) => lineRates(subject, 'S').every((rate) => Number(rate) > 0),
  'BR-S-08': (subject) => basesAddUp(subject, 'S'),
  'BR-E-02': (subject) => !uses(subject, 'E') || sellerTaxNumber(subject),
  'BR-E-05': (subject) => lineRates(subject, 'E').every((rate) => Number(rate) === 0),
  'BR-E-08': (subject) => basesAddUp(subject, 'E'),
  'BR-E-09': (subject) => noTax(subject, 'E'),
  'BR-E-10': (subject) => reasonGiven(subject, 'E'),
  'BR-AE-02': (subject) =>
    !uses(subject, 'AE') ||
    (sellerTaxNumber(subject) && (subject.text('BT-48') !== undefined || subject.text('BT-47') !== undefined)),
  'BR-AE-05': (subject) => lineRates(subject, 'AE').every((rate) => Number(rate) === 0),
  'BR-AE-09': (subject) => noTax(subject, 'AE'),
  'BR-AE-10': (subject) => reasonGiven(subject, 'AE'),
  'BR-IC-02': (subject) =>
    !uses(subject, 'K') || (subject.text('BT-31') !== undefined && subject.text('BT-48') !== undefined),
  'BR-IC-10': (subject) => reasonGiven(subject, 'K'),
  'BR-IC-11': (subject) =>
    !uses(subject, 'K') || subject.text('BT-72') !== undefined || subject.text('BT-73') !== undefined,
  'BR-IC-12': (subject) => !uses(subject, 'K') || subject.text('BT-80') !== undefined,
  'BR-G-02': (subject) => !uses(subject, 'G') || subject.text('BT-31') !== undefined,
  'BR-G-10': (subject) => reasonGiven(subject, 'G'),
  'BR-O-02': (subject) =>
    !uses(subject, 'O') || (subject.text('BT-31') === undefined && subject.text('BT-48') === undefined),
  'BR-O-05': (subject) => lineRates(subject, 'O').every((rate) => rate === undefined),
  'BR-O-10': (subject) => reasonGiven(subject, 'O'),
  'BR-O-11': (subject) => !uses(subject, 'O') || subject.groups('BG-23').length === 1,
}

/** The VATEX codes of our reasons; the whole list has some ninety. */
const REASON_CODES = [
  'VATEX-FR-FRANCHISE',
  'VATEX-FR-AE',
  'VATEX-FR-CGI261-4',
  'VATEX-EU-G',
  'VATEX-EU-IC',
  'VATEX-EU-O',
  'VATEX-EU-AE',
  'VATEX-EU-79-C',
]
/** The codes of invoicing/units.ts; Rec. 20 has two thousand. */
const UNIT_CODES = [
  'HUR',
  'DAY',
  'MON',
  'WEE',
  'ANN',
  'MIN',
  'C62',
  'H87',
  'MTR',
  'MTK',
  'MTQ',
  'KMT',
  'KGM',
  'GRM',
  'TNE',
  'LTR',
  'LO',
]

const orZero = (text: string | undefined): number => (text === undefined ? 0 : hundredths(text))
const total = (groups: readonly XmlNode[], term: 'BT-131' | 'BT-92' | 'BT-117', { within }: Subject): number =>
  groups.reduce((sum, group) => sum + hundredths(within(group, term)), 0)
const uses = ({ groups, within }: Subject, category: string): boolean =>
  groups('BG-23').some((group) => within(group, 'BT-118') === category)
const sellerTaxNumber = ({ text }: Subject): boolean => text('BT-31') !== undefined || text('BT-32') !== undefined
const lineRates = ({ groups, within }: Subject, category: string): readonly (string | undefined)[] =>
  groups('BG-25')
    .filter((line) => within(line, 'BT-151') === category)
    .map((line) => within(line, 'BT-152'))
const noTax = ({ groups, within }: Subject, category: string): boolean =>
  groups('BG-23').every((group) => within(group, 'BT-118') !== category || hundredths(within(group, 'BT-117')) === 0)
const reasonGiven = ({ groups, within }: Subject, category: string): boolean =>
  groups('BG-23').every(
    (group) =>
      within(group, 'BT-118') !== category ||
      within(group, 'BT-120') !== undefined ||
      within(group, 'BT-121') !== undefined,
  )

/** Per rate: the lines' amounts less the document's allowances are the group's base. */
function basesAddUp(subject: Subject, category: string): boolean {
  const { groups, within } = subject
  const same = (a: string | undefined, b: string | undefined): boolean => Number(a ?? 0) === Number(b ?? 0)
  return groups('BG-23')
    .filter((group) => within(group, 'BT-118') === category)
    .every((group) => {
      const rate = within(group, 'BT-119')
      const lines = groups('BG-25').filter(
        (line) => within(line, 'BT-151') === category && same(within(line, 'BT-152'), rate),
      )
      const taken = groups('BG-20').filter(
        (item) => within(item, 'BT-95') === category && same(within(item, 'BT-96'), rate),
      )
      return hundredths(within(group, 'BT-116')) === total(lines, 'BT-131', subject) - total(taken, 'BT-92', subject)
    })
}
