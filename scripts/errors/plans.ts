import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import type { PlanRefusal } from '../../sheets-addon/src/plans/problems.ts'
import type { Examples } from './example.ts'

const number = 'F2026-0003'

export const planExamples: Examples<PlanRefusal> = {
  'plan-sum': ['Trois parts de 100 € pour 450 €', { number, sum: cents(30_000), due: cents(45_000) }],
  'plan-date': ['Une part datée d’avant la précédente', { number, on: day('2026-12-01'), after: day('2026-12-15') }],
  'plan-part': ['Une part de 0 €', { number, rank: 2 }],
  'plan-count': ['Un échéancier d’une seule part', { number, most: 12 }],
  'plan-nothing-due': ['Un échéancier sur une facture payée', { number }],
  'plan-disputed': ['Un échéancier sur une facture en litige', { number }],
  'no-plan': ['L’arrêt d’un échéancier qui n’existe pas', { number }],
  'plan-without-email': ['Des échéanciers proposés à un client sans e-mail', { number }],
  'plans-offered-already': ['Des échéanciers proposés deux fois', { number, on: day('2026-11-20') }],
}
