import type { XmlNode } from '../../reception/xml-node.ts'
import { hundredths, type Rules, type Subject } from './subject.ts'

/** BR-FR Flux 2 for CII, v1.4.0.04, https://github.com/fnfempe/France_RFE: the asserts that concern what we write. */
export const frenchRules: Rules = {
  'BR-FR-01_BT-1': ({ text }) => (text('BT-1') ?? '').length <= 35,
  'BR-FR-02_BT-1': ({ text }) => isNumber(text('BT-1')),
  'BR-FR-01_BT-25': (subject) => references(subject).every((number) => number.length <= 35),
  'BR-FR-02_BT-25': (subject) => references(subject).every(isNumber),
  'BR-FR-03_BT-2': ({ text }) => isDate(text('BT-2')),
  'BR-FR-03_BT-9': ({ text }) => text('BT-9') === undefined || isDate(text('BT-9')),
  'BR-FR-03_BT-26': ({ groups, within }) => groups('BG-3').every((group) => isDate(within(group, 'BT-26'))),
  'BR-FR-03_BT-72': ({ text }) => text('BT-72') === undefined || isDate(text('BT-72')),
  'BR-FR-03_BT-73': ({ text }) => text('BT-73') === undefined || isDate(text('BT-73')),
  'BR-FR-03_BT-74': ({ text }) => text('BT-74') === undefined || isDate(text('BT-74')),
  'BR-FR-04_BT-3': ({ text }) => TYPES.includes(text('BT-3') ?? ''),
  'BR-FR-05_BT-22_PMT': ({ notes }) => notes('PMT').length > 0,
  'BR-FR-05_BT-22_PMD': ({ notes }) => notes('PMD').length > 0,
  'BR-FR-05_BT-22_AAB': ({ notes }) => notes('AAB').length > 0,
  'BR-FR-06_BT-21_PMT': ({ notes }) => notes('PMT').length <= 1,
  'BR-FR-06_BT-21_PMD': ({ notes }) => notes('PMD').length <= 1,
  'BR-FR-06_BT-21_AAB': ({ notes }) => notes('AAB').length <= 1,
  'BR-FR-06_BT-21_TXD': ({ notes }) => notes('TXD').length <= 1,
  'BR-FR-08_BT-23': ({ text }) => /^([BSM][12478]|S[356])$/.test(text('BT-23') ?? ''),
  'BR-FR-09_BT-29': ({ text }) => isEstablishment(text('BT-29'), text('BT-30')),
  'BR-FR-09_BT-46': ({ text }) => isEstablishment(text('BT-46'), text('BT-47')),
  'BR-FR-10_BT-30': ({ text }) => isSiren(text('BT-30')),
  'BR-FR-11_BT-47': (subject) => !isDomestic(subject) || isSiren(subject.text('BT-47')),
  'BR-FR-12_BT-49': ({ text }) => text('BT-49') !== undefined,
  'BR-FR-13_BT-34': ({ text }) => text('BT-34') !== undefined,
  'BR-FR-15_BT-95_BT-118': ({ groups, within }) =>
    groups('BG-23').every((group) => CATEGORIES.includes(within(group, 'BT-118') ?? '')),
  'BR-FR-15_BT-95_BT-151': ({ groups, within }) =>
    groups('BG-25').every((line) => CATEGORIES.includes(within(line, 'BT-151') ?? '')),
  'BR-FR-16_BT-96_BT-103': ({ groups, within }) => groups('BG-20').every((group) => isRate(within(group, 'BT-96'))),
  'BR-FR-16_BT-119': ({ groups, within }) => groups('BG-23').every((group) => isRate(within(group, 'BT-119'))),
  'BR-FR-16_BT-152': ({ groups, within }) => groups('BG-25').every((line) => isRate(within(line, 'BT-152'))),
  'BR-FR-20_BT-21': ({ notes }) =>
    notes('BAR').every((value) => ['B2B', 'B2BINT', 'B2C', 'B2CINT', 'OUTOFSCOPE', 'ARCHIVEONLY'].includes(value)),
  'BR-FR-21_BT-49': (subject) => {
    const [address] = subject.all('BT-49')
    const siren = subject.text('BT-47') ?? ''
    return !isDomestic(subject) || (address?.attributes['schemeID'] === '0225' && address.text.startsWith(siren))
  },
  'BR-FR-23_BT-34': (subject) => directoryAddresses(subject, 'BT-34').every(isDirectoryAddress),
  'BR-FR-23_BT-49': (subject) => directoryAddresses(subject, 'BT-49').every(isDirectoryAddress),
  'BR-FR-25_BT-34': ({ text }) => (text('BT-34') ?? '').length <= 125,
  'BR-FR-25_BT-49': ({ text }) => (text('BT-49') ?? '').length <= 125,
  'BR-FR-31_BT-21': ({ notes }) => notes('BAR').length <= 1,
  'BR-FR-32-LEGALID': ({ named }) =>
    named('SpecifiedLegalOrganization')
      .flatMap(({ children }) => children)
      .filter(({ attributes, name }) => name === 'ID' && attributes['schemeID'] === '0002')
      .every(({ text }) => isSiren(text.trim())),
  'BR-FR-CO-04_BT-4': ({ groups, text }) => text('BT-3') !== '384' || groups('BG-3').length === 1,
  'BR-FR-CO-05_BT-3': ({ groups, text }) =>
    !['261', '381', '396', '502', '503'].includes(text('BT-3') ?? '') || groups('BG-3').length > 0,
  'BR-FR-CO-07_BT-9': ({ text }) =>
    text('BT-9') === undefined ||
    ['386', '500', '503'].includes(text('BT-3') ?? '') ||
    isPaidFrame(text('BT-23')) ||
    (text('BT-9') ?? '') >= (text('BT-2') ?? ''),
  'BR-FR-CO-08_BT-23': ({ text }) =>
    !/^[BSM]4$/.test(text('BT-23') ?? '') || !['386', '500', '503'].includes(text('BT-3') ?? ''),
  'BR-FR-CO-09_BT-23-1': ({ text }) =>
    !isPaidFrame(text('BT-23')) || hundredths(text('BT-113')) === hundredths(text('BT-112')),
  'BR-FR-CO-09_BT-23-2': ({ text }) => !isPaidFrame(text('BT-23')) || hundredths(text('BT-115')) === 0,
  'BR-FR-CO-09_BT-23-3': ({ text }) => !isPaidFrame(text('BT-23')) || text('BT-9') !== undefined,
  'BR-FR-CO-10_BT-29-1': ({ named }) =>
    named('SellerTradeParty')
      .flatMap(({ children }) => children)
      .every(({ attributes, name }) => name !== 'GlobalID' || attributes['schemeID'] !== undefined),
  'BR-FR-CO-12_BT-5': ({ text }) => text('BT-5') === 'EUR',
  'BR-FR-CO-14_BT-29-1': ({ named, notes }) =>
    !named('GlobalID').some(({ attributes }) => attributes['schemeID'] === '0231') ||
    notes('TXD').includes('MEMBRE_ASSUJETTI_UNIQUE'),
  'BR-FR-DEC-01_BT-131': ({ groups, within }) =>
    groups('BG-25').every((line) => !Number.isNaN(hundredths(within(line, 'BT-131')))),
  'BR-FR-DEC-01_BT-117': ({ groups, within }) =>
    groups('BG-23').every((group) => !Number.isNaN(hundredths(within(group, 'BT-117')))),
  'BR-FR-DEC-02_BT-129': ({ groups, within }) =>
    groups('BG-25').every((line) => /^-?\d{1,15}(\.\d{1,4})?$/.test(within(line, 'BT-129') ?? '')),
  'BR-FR-DEC-03_BT-146': ({ groups, within }) =>
    groups('BG-25').every((line) => /^\d{1,13}(\.\d{1,6})?$/.test(within(line, 'BT-146') ?? '')),
  'BR-FR-DEC-04_BT-119': ({ groups, nested }) =>
    groups('BG-23')
      .flatMap((group) => nested(group, 'BT-119'))
      .every(isPercent),
  'BR-FR-DEC-04_BT-152': ({ groups, nested }) =>
    groups('BG-25')
      .flatMap((line) => nested(line, 'BT-152'))
      .every(isPercent),
}

const TYPES = [
  '380',
  '389',
  '393',
  '501',
  '386',
  '500',
  '384',
  '471',
  '472',
  '473',
  '261',
  '262',
  '381',
  '396',
  '502',
  '503',
]
const CATEGORIES = ['S', 'E', 'AE', 'K', 'G', 'O', 'Z']
const RATES = ['0', '0.9', '1.05', '1.75', '2.1', '5.5', '7', '8.5', '9.2', '9.6', '10', '13', '19.6', '20', '20.6']

const isNumber = (text: string | undefined): boolean => /^[A-Za-z0-9+\-_/]+$/.test(text ?? '')
const isSiren = (text: string | undefined): boolean => /^\d{9}$/.test(text ?? '')
const isEstablishment = (siret: string | undefined, siren = ''): boolean =>
  siret === undefined || (/^\d{14}$/.test(siret) && siret.startsWith(siren) && siren !== '')
const isDomestic = ({ notes }: Subject): boolean => notes('BAR').includes('B2B')
const isPaidFrame = (text: string | undefined): boolean => /^[BSM]2$/.test(text ?? '')
const isRate = (text: string | undefined): boolean =>
  text === undefined || (/^\d{1,2}(\.\d{1,2})?$/.test(text) && RATES.includes(String(Number(text))))
const isPercent = ({ text }: XmlNode): boolean =>
  /^\d{1,4}(\.\d{1,2})?$/.test(text.trim()) && text.trim().replace('.', '').length <= 4
const isDirectoryAddress = ({ text }: XmlNode): boolean => /^[A-Za-z0-9+\-_.]+$/.test(text.trim())
const directoryAddresses = ({ all }: Subject, term: 'BT-34' | 'BT-49'): readonly XmlNode[] =>
  all(term).filter(({ attributes }) => attributes['schemeID'] === '0225')
const references = ({ groups, within }: Subject): readonly string[] =>
  groups('BG-3').map((group) => within(group, 'BT-25') ?? '')

function isDate(text: string | undefined): boolean {
  const match = /^(20\d{2})(\d{2})(\d{2})$/.exec(text ?? '')
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return date >= 1 && date <= (lengths[month - 1] ?? 0)
}
