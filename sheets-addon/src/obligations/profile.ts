import { type Day, parseDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { type ActivityNature, type Profile, parseProfile, type VatRegime } from '@tabellion/shared/deadlines'
import { invariant } from '@tabellion/shared/kernel'
import { headingKey, natures, readScaled, type SettingName, type Settings, trades } from '@tabellion/shared/ledger'
import type { ObligationFinding, ObligationProblem } from './problems.ts'

/** The business as *Réglages* tells it, and each setting that is missing or wrong. */
export interface ReadBusiness {
  /** Absent when what decides the calendar is missing: nothing is guessed then. */
  readonly profile?: Profile
  readonly findings: readonly ObligationFinding[]
}

const REGIMES: Readonly<Record<string, VatRegime>> = {
  'franchise en base': 'franchise',
  'reel normal mensuel': 'ca3-monthly',
  'reel normal trimestriel': 'ca3-quarterly',
  'reel simplifie': 'simplified',
}
const RHYTHMS = { mensuel: 'monthly', trimestriel: 'quarterly' } as const
const INSTALMENTS = { mensuels: 'monthly', trimestriels: 'quarterly' } as const
const FUNDS = { ssi: 'ssi', cipav: 'cipav' } as const

/** Reads the profile of issue 7 from the settings. A wrong setting is told and left out: its documented default holds. */
export function readBusiness(settings: Settings): ReadBusiness {
  const { findings, read, say } = reader(settings)
  const declared = read('Nature principale', activity, 'Vente de marchandises, Prestation BIC ou Prestation BNC')
  const others = settings
    .text('Autres natures')
    .split(/[;,\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const also = others.flatMap((text) => activity(text) ?? [])
  if (also.length < others.length)
    say('Autres natures', {
      code: 'setting-unreadable',
      setting: 'Autres natures',
      text: settings.text('Autres natures'),
      expected: 'des natures séparées par des points-virgules, comme Prestation BIC ; Vente de marchandises',
    })
  const craftsman = read('Artisan', truth, 'VRAI ou FAUX') ?? false
  const fund = read('Caisse de retraite', oneOf(FUNDS), 'SSI ou CIPAV') ?? 'ssi'
  const startDate = read('Date de début', date, 'une date comme 15/03/2024')
  if (settings.text('Date de début') === '')
    say('Date de début', {
      code: 'setting-needed',
      setting: 'Date de début',
      why: 'sans elle, ni échéance ni cotisation ne peut être calculée',
    })
  const endDate = read('Date de fin', date, 'une date comme 31/12/2026, ou rien')
  const regime = read('Régime de TVA', oneOf(REGIMES), 'Franchise en base ou un régime réel') ?? 'franchise'
  const since = read('Régime depuis le', date, 'une date comme 01/01/2025')
  const ca3Day = read('Jour de dépôt CA3', wholeNumber(15, 24), 'un jour de 15 à 24')
  const departement = read('Département', departementOf, 'un code comme 69, 2A ou 974')
  const previousCfe = read("CFE de l'an dernier", amountOf, 'un montant comme 240')
  const trade = trades.parse(settings.text('Métier'))
  const ends = endDate !== undefined && startDate !== undefined && endDate < startDate
  if (ends) say('Date de fin', { code: 'end-before-start', start: startDate, end: endDate })
  const flags = {
    acre: read('ACRE', truth, 'VRAI ou FAUX') ?? false,
    flatIncomeTax: read('Versement libératoire', truth, 'VRAI ou FAUX') ?? false,
    euServices: read('Prestations à des professionnels UE', truth, 'VRAI ou FAUX') ?? false,
    filesOnPaper: read('Déclaration de revenus sur papier', truth, 'VRAI ou FAUX') ?? false,
  }
  const exempt = read('Exonéré de CFE', truth, 'VRAI ou FAUX') ?? false
  const monthly = read('CFE mensualisée', truth, 'VRAI ou FAUX') ?? false
  const rhythm = read('Rythme Urssaf', oneOf(RHYTHMS), 'Mensuel ou Trimestriel')
  const instalments = read("Acomptes d'impôt", oneOf(INSTALMENTS), 'Mensuels ou Trimestriels, ou rien')
  if (declared === undefined || startDate === undefined) return { findings }

  const kept = [...new Set([declared, ...also])].map((nature) => ({
    nature,
    fund: nature === 'servicesBnc' ? fund : 'ssi',
    craftsman: nature === 'servicesBnc' ? false : craftsman,
  }))
  const profile = parseProfile({
    activities: kept,
    startDate,
    endDate: ends ? undefined : endDate,
    urssafRhythm: rhythm,
    vat: spansOf(regime, since, startDate),
    ca3Day,
    departement: departement ?? departementOfPostcode(settings.text('Code postal')),
    cfe: { previousAmountCents: previousCfe, exempt, monthly },
    incomeTaxInstalments: instalments,
    services: trade === 'personalServices' ? ['sap'] : trade === 'trainer' ? ['training'] : [],
    ...flags,
  })
  invariant(profile.ok, 'what was read one by one makes a profile')
  return { profile: profile.value, findings }
}

/** Before the day that the regime began, one was in franchise: *Réglages* says no other. */
function spansOf(regime: VatRegime, since: Day | undefined, start: Day): { from: Day; regime: VatRegime }[] {
  if (since === undefined || since <= start) return [{ from: start, regime }]
  return [
    { from: start, regime: 'franchise' },
    { from: since, regime },
  ]
}

/** Findings under the settings' own cells. */
function reader(settings: Settings) {
  const findings: ObligationFinding[] = []
  const say = (name: SettingName, problem: ObligationProblem): void => {
    findings.push({
      ...problem,
      severity: problem.code === 'setting-needed' ? 'info' : 'fix',
      at: settings.cell(name),
    })
  }
  const read = <Value>(
    name: SettingName,
    pick: (text: string) => Value | undefined,
    expected: string,
  ): Value | undefined => {
    const text = settings.text(name)
    if (text === '') return undefined
    const value = pick(text)
    if (value === undefined) say(name, { code: 'setting-unreadable', setting: name, text, expected })
    return value
  }
  return { findings, read, say }
}

const activity = (text: string): ActivityNature | undefined => {
  const nature = natures.parse(text)
  return nature === 'disbursement' ? undefined : nature
}
const date = (text: string): Day | undefined => parseFrenchDay(text) ?? parseDay(text)
const truth = (text: string): boolean | undefined =>
  /^(vrai|true|oui|x)$/i.test(text) ? true : /^(faux|false|non)$/i.test(text) ? false : undefined
const oneOf =
  <Value>(values: Readonly<Record<string, Value>>) =>
  (text: string): Value | undefined =>
    values[headingKey(text)]
const wholeNumber =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const value = Number(text)
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined
  }
const amountOf = (text: string): number | undefined => {
  const read = readScaled(text, 2)
  return read.ok && read.value !== undefined && read.value >= 0 ? read.value : undefined
}

const DEPARTEMENT = /^(0[1-9]|1\d|2[1-9]|[3-8]\d|9[0-5]|2[AB]|97[1-8]|98[4-9])$/
/** `69`, `2a`, and `1` for the Ain. */
function departementOf(text: string): string | undefined {
  const code = text.trim().toUpperCase().padStart(2, '0')
  return DEPARTEMENT.test(code) ? code : undefined
}

/** The postcodes of Corsica begin with 20: 200 and 201 are the South. */
function departementOfPostcode(postcode: string): string | undefined {
  const digits = postcode.replace(/\s/g, '')
  if (!/^\d{5}$/.test(digits)) return undefined
  if (digits.startsWith('20')) return /^20[01]/.test(digits) ? '2A' : '2B'
  const code = /^9[78]/.test(digits) ? digits.slice(0, 3) : digits.slice(0, 2)
  return DEPARTEMENT.test(code) ? code : undefined
}
