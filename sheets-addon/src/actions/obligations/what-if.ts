import { type Situation, whatIf } from '@tabellion/shared/bookkeeping'
import { type Day, formatDay, yearOf } from '@tabellion/shared/calendar'
import type { ActivityNature, Profile } from '@tabellion/shared/deadlines'
import { natures } from '@tabellion/shared/ledger'
import { type Cents, cents, formatEuros } from '@tabellion/shared/money'
import { typeset } from '../../messages/typography.ts'
import { readBook } from '../../obligations/book.ts'
import { requiredBusiness } from '../../obligations/business.ts'
import { declaredBook } from '../../obligations/estimates.ts'
import { franchiseSentence, gaugeSentence, toldGauge } from '../../obligations/gauge-labels.ts'
import { readOverrides } from '../../obligations/rate-overrides.ts'
import type { ToldSituation } from '../../obligations/told.ts'
import { yearTurnover } from '../../obligations/year-turnover.ts'
import { dayOf } from '../../workbook/given.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { action } from '../action.ts'

const NATURES = ['goods', 'servicesBic', 'servicesBnc'] as const satisfies readonly ActivityNature[]

/** features D-04. Reads, and writes nothing. */
export const whatIfAction = action({
  name: 'what-if',
  menu: 'Et si ?…',
  what: 'Simule un encaissement de plus : seuils, cotisations et TVA de l’année, sans rien écrire.',
  args: {
    required: ['amountCents'],
    properties: {
      amountCents: { type: 'integer', description: 'Le chiffre d’affaires imaginé, hors taxes, en centimes.' },
      nature: { type: 'string', description: 'Ce qui serait vendu ; par défaut la nature principale.', enum: NATURES },
      date: { type: 'string', description: 'Le jour ; par défaut aujourd’hui.', format: 'date' },
    },
  },
  run: ({ clock, ...ports }, args) => {
    const date = dayOf(args.date, 'date') ?? clock.today
    const workbook = openWorkbook(ports)
    const business = requiredBusiness(workbook)
    const nature = NATURES.find((known) => known === args.nature) ?? business.profile.activities[0].nature
    const book = workbook.tableIfAny('receiptsBook')
    const rows = new Map(book?.rows.map(({ cells, row }) => [Number(cells.rank), row]))
    const entries = book ? readBook(book, business.profile, clock.today) : []
    const declared = declaredBook(entries, business, (rank) => rows.get(rank))
    const profile = withNature(declared.profile, nature)
    const amount = cents(args.amountCents)
    const compared = whatIf(
      yearTurnover(declared.entries, workbook.tableIfAny('sales'), business),
      [{ date, amount, nature }],
      profile,
      yearOf(date),
      readOverrides(workbook.tableIfAny('rates')).own,
    )
    if (!compared.ok)
      return { message: typeset('Les cotisations de cette année ne sont pas connues.'), findings: declared.findings }
    const { asIs, imagined } = compared.value
    return {
      message: typeset(messageOf({ amount, date, nature }, asIs, imagined)),
      findings: declared.findings,
      whatIf: { asIs: told(asIs), imagined: told(imagined) },
    }
  },
})

/** What would be sold may be new to the business. */
const withNature = (profile: Profile, nature: ActivityNature): Profile =>
  profile.activities.some((activity) => activity.nature === nature)
    ? profile
    : {
        ...profile,
        activities: [
          ...profile.activities,
          { nature, fund: 'ssi', craftsman: profile.activities.some(({ craftsman }) => craftsman) },
        ],
      }

const told = ({ contributionEuros, franchise, gauges }: Situation): ToldSituation => ({
  contributionEuros,
  gauges: gauges.map(toldGauge),
  ...(franchise === undefined ? {} : { franchise: { kind: franchise.kind, message: franchiseSentence(franchise) } }),
})

function messageOf(
  imaginedSale: { readonly amount: Cents; readonly date: Day; readonly nature: ActivityNature },
  asIs: Situation,
  imagined: Situation,
): string {
  const { amount, date, nature } = imaginedSale
  const more = imagined.contributionEuros - asIs.contributionEuros
  const before = new Set(asIs.gauges.flatMap(({ crossedOn, id }) => (crossedOn === undefined ? [] : [id])))
  const crossed = imagined.gauges.filter(({ crossedOn, id }) => crossedOn !== undefined && !before.has(id))
  const vat =
    imagined.franchise && imagined.franchise.kind !== asIs.franchise?.kind
      ? [franchiseSentence(imagined.franchise)]
      : []
  return [
    `Avec ${formatEuros(amount)} de plus le ${formatDay(date)} (${natures.labels[nature]}) :`,
    `cotisations ${more < 0 ? '' : '+'}${formatEuros(cents(more * 100))}, soit ${formatEuros(cents(imagined.contributionEuros * 100))} sur l’année.`,
    ...(crossed.length === 0 ? ['Aucun seuil de plus n’est dépassé.'] : crossed.map(gaugeSentence)),
    ...vat,
    'Rien n’a été écrit.',
  ].join(' ')
}
