import type { ActivityNature, ContributionKind, ProfileActivity } from '@tabellion/shared/deadlines'
import rules from 'modele-social'
import Engine from 'publicodes'

/** What Urssaf's own rule base (mon-entreprise, npm `modele-social`) needs to know of a case. */
export interface OracleCase {
  readonly activity: ProfileActivity
  /** ISO day inside the period. */
  readonly on: string
  readonly startDate: string
  readonly acre: boolean
  readonly departement: string | undefined
  /** Whole euros of the period, which the rule base takes for a month's: it then rounds once, as a return does. */
  readonly euros: number
}

const AUTO = 'dirigeant . auto-entrepreneur'
const TURNOVER = {
  goods: "entreprise . chiffre d'affaires . vente restauration hébergement",
  servicesBic: "entreprise . chiffre d'affaires . service BIC",
  servicesBnc: "entreprise . chiffre d'affaires . service BNC",
} as const satisfies Record<ActivityNature, string>
const AMOUNT = {
  social: `${AUTO} . cotisations et contributions . cotisations`,
  training: `${AUTO} . cotisations et contributions . CFP`,
  chamber: `${AUTO} . cotisations et contributions . TFC`,
  'flat-income-tax': `${AUTO} . impôt . versement libératoire . montant`,
} as const satisfies Record<ContributionKind, string>
const DEPARTEMENTS: Readonly<Record<string, string>> = {
  '57': 'Moselle',
  '67': 'Bas-Rhin',
  '68': 'Haut-Rhin',
  '971': 'Guadeloupe',
  '972': 'Martinique',
  '973': 'Guyane',
  '974': 'La Réunion',
}

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined }
const engine = new Engine(rules, {
  logger: silent,
  strict: { situation: true, checkPossibleValues: false, noOrphanRule: false },
})

/** What the rule base says of each levy, in euros, unrounded where it does not round. */
export function oracleAmounts(given: OracleCase): Readonly<Record<ContributionKind, number>> {
  const { activity, departement } = given
  const place = departement && DEPARTEMENTS[departement]
  engine.setSituation({
    'entreprise . catégorie juridique': "'EI'",
    'dirigeant . régime social': "'auto-entrepreneur'",
    date: french(given.on),
    'entreprise . date de création': french(given.startDate),
    'entreprise . activité . nature':
      activity.nature === 'servicesBnc' ? "'libérale'" : activity.craftsman ? "'artisanale'" : "'commerciale'",
    ...Object.fromEntries(
      Object.entries(TURNOVER).map(([nature, rule]) => [
        rule,
        `${nature === activity.nature ? given.euros : 0} €/mois`,
      ]),
    ),
    ...(activity.nature === 'servicesBnc' ? { [`${AUTO} . Cipav`]: activity.fund === 'cipav' ? 'oui' : 'non' } : {}),
    'dirigeant . exonérations . ACRE': given.acre ? 'oui' : 'non',
    [`${AUTO} . impôt . versement libératoire`]: 'oui',
    ...(place ? { 'établissement . commune . département': `'${place}'` } : {}),
  })
  const amount = (kind: ContributionKind): number =>
    Number(engine.evaluate({ valeur: AMOUNT[kind], unité: '€/mois' }).nodeValue ?? 0)
  return {
    social: amount('social'),
    training: amount('training'),
    chamber: amount('chamber'),
    'flat-income-tax': amount('flat-income-tax'),
  }
}

const french = (on: string): string => on.split('-').reverse().join('/')
