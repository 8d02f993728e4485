import { inventBanks } from './banks.ts'
import { inventNoise } from './noise.ts'
import { inventLists, inventNumbering, inventWriting, monthOf } from './numbers.ts'
import { inventPeople } from './people.ts'
import { about, type Chance } from './shapes.ts'
import { inventWords } from './words.ts'

const PROCESSORS = [
  { id: 'payzip', name: 'Payzip', pct: 1.4, fixed: 25, delay: 3, gap: 4, labels: ['PAYZIP SAS', 'PAYZIP'] },
  { id: 'cardo', name: 'Cardo', pct: 1.75, fixed: 0, delay: 2, gap: 1, labels: ['CARDO PAYMENTS LTD'] },
  { id: 'lumipay', name: 'Lumipay', pct: 2.9, fixed: 30, delay: 5, gap: 7, labels: ['LUMIPAY EUROPE', 'LUMIPAY'] },
  { id: 'debitor', name: 'Debitor', pct: 1, fixed: 20, delay: 6, gap: 3, labels: ['DEBITOR COLLECT BV'] },
  { id: 'terminus', name: 'Terminus', pct: 1.95, fixed: 10, delay: 1, gap: 2, labels: ['TERMINUS PAY'] },
]
const SUBJECTS = [
  'Conception',
  'Pose',
  'Entretien',
  'Relecture',
  'Reportage',
  'Accompagnement',
  'Dépannage',
  'Étude',
  'Atelier',
]

/** How often each situation happens in an ordinary year; every preset shifts them. */
const MIX = {
  exact: 34,
  grouped: 15,
  grouped_skip: 4,
  partial: 4,
  instalments: 2,
  deposit: 3,
  deposit_invoice: 2,
  discount: 2,
  penalty: 2,
  penny: 2.5,
  round_down: 1,
  bank_fee: 0.8,
  over: 2,
  vat_forgot: 1,
  double_pay: 1.5,
  credit_netted: 2,
  grouped_credit: 2.2,
  prepay: 2,
  late: 3,
  alias: 7,
  manager: 3,
  nameless: 2.2,
  bare: 1.2,
  stale_ref: 2,
  other_ref: 2,
  refund: 1.5,
  chargeback: 1.2,
  equal_pair: 2,
  twins: 1,
  cash: 0.8,
  unpaid: 5,
  closed: 4,
}
const shifted = <Key extends string>(chance: Chance, usual: Readonly<Record<Key, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries<number>(usual).map(([key, value]) => [key, about(chance, value)]))

/**
 * A preset nobody has seen: banks, names, numberings, slips, words and frequencies are all drawn from `number`. The matcher is never trained on one, and
 * each is another seller in another town: what holds on all of them holds by principle.
 */
export function inventPreset(chance: Chance, number: number) {
  const people = inventPeople(chance)
  const motif = inventWords(chance)
  const { noise, recurringNoise } = inventNoise(chance, people, motif.personal)
  const psps = chance.sample(PROCESSORS, 4)
  const consumers = about(chance, 25)
  const [first, second, third] = psps.map(({ id }) => id)
  const byCard = { [first ?? '']: about(chance, 4), [second ?? '']: about(chance, 3), [third ?? '']: about(chance, 2) }
  return {
    id: `invented-${number}`,
    seeds: [1],
    ...people,
    banks: inventBanks(chance),
    numbering: inventNumbering(chance),
    mangles: inventWriting(chance),
    groupRefs: inventLists(chance),
    motif,
    psps,
    noise,
    recurringNoise,
    clientKinds: {
      company: 55,
      person: consumers,
      public: about(chance, 6),
      association: about(chance, 7),
      foreign: about(chance, 4),
    },
    aliasRate: { company: 0.17, person: 0.12, public: 0.7, association: 0.1, foreign: 0.05 },
    methods: {
      default: { transfer: 86, cheque: about(chance, 4), ...byCard },
      person: { transfer: 58, cheque: about(chance, 14), terminal: about(chance, 5), ...byCard },
      public: { transfer: 100 },
      association: { transfer: 70, cheque: about(chance, 25) },
    },
    subject: (draw: Chance, subscription: boolean, date: string) =>
      subscription ? `Forfait ${monthOf(date).toLowerCase()} ${date.slice(0, 4)}` : draw.pick(SUBJECTS),
    mix: shifted(chance, MIX),
    situations: {},
  }
}
