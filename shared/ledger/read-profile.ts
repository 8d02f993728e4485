import { type PaymentTerm, parsePaymentTerm } from '@tabellion/shared/calendar'
import type { ActivityNature, NumberPattern, Seller, SellerProfile } from '@tabellion/shared/invoicing'
import { parsePattern } from '@tabellion/shared/invoicing'
import type { Rate } from '@tabellion/shared/money'
import {
  parseBic,
  parseIban,
  parsePostcode,
  parseSiret,
  parseVatNumber,
  sirenOf,
  vatNumberOf,
} from '@tabellion/shared/party'
import { nameWithEi } from '@tabellion/shared/regulation'
import { readRate } from './cell.ts'
import type { WorkbookFinding } from './problems.ts'
import { type SettingName, type Settings, wrongSetting } from './settings.ts'
import { headingKey } from './table.ts'
import { natures, trades } from './vocabulary.ts'

/** Without these nothing can be issued at all (door.md §5 « Running »). */
export const IDENTITY: readonly SettingName[] = ['Prénom et nom', 'Adresse', 'Code postal', 'Ville', 'SIRET']

export interface Logo {
  readonly version: number
  readonly digest: string
  readonly width: number
  readonly height: number
}

export interface ReadProfile {
  readonly profile: SellerProfile
  readonly defaultNature: ActivityNature
  readonly patterns: {
    readonly invoices?: NumberPattern
    readonly credits?: NumberPattern
    readonly quotes?: NumberPattern
  }
  /** Settings that are missing or wrong: each blocks whatever it stands on. */
  readonly findings: readonly WorkbookFinding[]
  /** Identity settings that are missing or wrong: the action cannot start. */
  readonly missingIdentity: readonly SettingName[]
}

/** Reads *Réglages* as the seller on documents. `layout` is the newest layout's number. */
export function readProfile(settings: Settings, layout: number, logo?: Logo): ReadProfile {
  const findings: WorkbookFinding[] = []
  const wrong = (setting: SettingName, expected: string): void => {
    findings.push(wrongSetting(settings, setting, expected))
  }
  const optional = <Key extends string>(key: Key, name: SettingName): { readonly [K in Key]?: string } =>
    (settings.text(name) === '' ? {} : { [key]: settings.text(name) }) as { readonly [K in Key]?: string }

  const siret = parseSiret(settings.text('SIRET'))
  const missingIdentity = IDENTITY.filter((name) => settings.text(name) === '' || (name === 'SIRET' && !siret.ok))
  // A zero that a spreadsheet ate would move the business, and with it the VAT of an overseas département.
  const postcode = settings.text('Code postal')
  if (postcode !== '' && parsePostcode(postcode) === undefined) wrong('Code postal', 'cinq chiffres, comme 01000')
  const siren = siret.ok ? sirenOf(siret.value) : ''
  const franchise = headingKey(settings.text('Régime de TVA')) === 'franchise en base'
  if (!franchise && !VAT_REGIMES.has(headingKey(settings.text('Régime de TVA'))))
    wrong('Régime de TVA', 'Franchise en base, Réel normal mensuel, Réel normal trimestriel ou Réel simplifié')

  const typedVat = settings.text('N° TVA')
  const vatNumber = typedVat === '' ? undefined : parseVatNumber(typedVat)
  if (vatNumber && !vatNumber.ok)
    wrong('N° TVA', siret.ok ? vatNumberOf(sirenOf(siret.value)) : 'FR suivi de 11 chiffres')
  // CGI ann. II art. 242 nonies A, I-2°: the seller's number is a compulsory mention once VAT is charged.
  if (!franchise && typedVat === '')
    findings.push({ code: 'missing-setting', setting: 'N° TVA', severity: 'blocking', at: settings.cell('N° TVA') })

  const iban = settings.text('IBAN') === '' ? undefined : parseIban(settings.text('IBAN'))
  if (iban && !iban.ok) wrong('IBAN', 'celui de votre RIB, 27 caractères en France')
  const bic = settings.text('BIC') === '' ? undefined : parseBic(settings.text('BIC'))
  if (bic && !bic.ok) wrong('BIC', '8 ou 11 caractères')
  const term = parsePaymentTerm(settings.text('Délai de paiement'))
  if (term === undefined) wrong('Délai de paiement', 'À réception, 30 jours ou 45 jours fin de mois')
  const penalty = readPenalty(settings.text('Taux des pénalités'))
  if (penalty === 'unreadable') wrong('Taux des pénalités', 'Taux BCE + 10 points, ou un taux comme 12 %')
  const nature = natures.parse(settings.text('Nature principale'))
  if (nature === undefined) wrong('Nature principale', Object.values(natures.labels).slice(0, 3).join(', '))
  const preset = trades.parse(settings.text('Métier'))
  if (preset === undefined) wrong('Métier', Object.values(trades.labels).join(', '))
  const accent = settings.text('Couleur')
  if (!/^#[0-9a-f]{6}$/i.test(accent)) wrong('Couleur', '#184d78')

  const patterns: { invoices?: NumberPattern; credits?: NumberPattern; quotes?: NumberPattern } = {}
  for (const [series, name] of [
    ['invoices', 'Motif des factures'],
    ['credits', 'Motif des avoirs'],
    ['quotes', 'Motif des devis'],
  ] as const) {
    const pattern = parsePattern(settings.text(name))
    if (pattern.ok) patterns[series] = pattern.value
    else if (series === 'invoices') wrong(name, 'F{AAAA}-{0000}')
  }

  const seller: Seller = {
    name: nameWithEi(settings.text('Prénom et nom')),
    ...optional('tradingName', 'Nom commercial'),
    address: {
      line1: settings.text('Adresse'),
      ...optional('line2', "Complément d'adresse"),
      postcode: settings.text('Code postal'),
      city: settings.text('Ville'),
      // A micro-entrepreneur is established in France; overseas is told by the postcode.
      country: 'FR',
    },
    siren,
    siret: siret.ok ? siret.value : '',
    ...(vatNumber?.ok ? { vatNumber: vatNumber.value } : {}),
    franchise,
    ...optional('email', 'E-mail'),
    ...optional('phone', 'Téléphone'),
    ...optional('website', 'Site'),
    ...optional('rcsTown', 'Inscription au RCS'),
    ...optional('apeCode', 'Code APE'),
  }
  const profile: SellerProfile = {
    seller,
    vatPoint: headingKey(settings.text('Exigibilité')) === 'debits' ? 'debits' : 'receipts',
    craftsman: isTrue(settings.text('Artisan')),
    insurance: settings.text('Assurance professionnelle'),
    mediator: settings.text('Médiateur de la consommation'),
    term: readingOf(term ?? { kind: 'days', days: 30 }, settings),
    methods: settings
      .text('Modes de règlement')
      .split(/[,;\n]/)
      .map((method) => method.trim())
      .filter((method) => method !== ''),
    ...(iban?.ok ? { iban: iban.value } : {}),
    ...(bic?.ok ? { bic: bic.value } : {}),
    accountHolder: settings.text('Titulaire du compte') || seller.name,
    ...(typeof penalty === 'number' ? { penaltyRate: penalty } : {}),
    discount: settings.text('Escompte'),
    textBefore: settings.text('Texte avant les lignes'),
    textAfter: settings.text('Texte après le total'),
    ...optional('terms', 'Conditions générales'),
    termsVersion: settings.text('Version CGV'),
    style: {
      layout,
      preset: preset ?? 'consultant',
      accent: /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : '#184d78',
      ...(logo ? { logo } : {}),
    },
  }
  return { profile, defaultNature: nature ?? 'servicesBnc', patterns, findings, missingIdentity }
}

const VAT_REGIMES = new Set(['reel normal mensuel', 'reel normal trimestriel', 'reel simplifie'])
const isTrue = (text: string): boolean => /^(vrai|true|oui|x)$/i.test(text)

/** Both readings of « fin de mois » are lawful for 45 days; the seller says which one their contracts mean. */
const readingOf = (term: PaymentTerm, settings: Settings): PaymentTerm =>
  term.kind === 'end-of-month' && headingKey(settings.text('Lecture de « fin de mois »')) === 'fin de mois puis jours'
    ? { kind: 'end-of-month-then-days', days: term.days }
    : term

function readPenalty(text: string): Rate | 'legal' | 'unreadable' {
  if (/bce/i.test(text)) return 'legal'
  const read = readRate(text)
  return read.ok && read.value !== undefined ? read.value : 'unreadable'
}
