import { addMonths, type Day, day, yearOf } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import type { DatedTable, Source } from '../dated-table.ts'
import { commerce, conso, page } from './sources.ts'

const execution = (article: string, checkedOn: string): Source =>
  page(`CPCE art. ${article}`, 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000025024948/', checkedOn)

/** Most that the simplified procedure of small claims recovers, interest included: contract debts only. */
export const smallClaimsCap: DatedTable<Cents> = [
  {
    from: day('2020-01-01'),
    value: cents(500_000),
    source: execution('L125-1 et R125-1', '2026-11-23'),
    confidence: 'secondary',
  },
]

/** Within this time an order to pay must be served, or it is void: six months before. CPC art. 1411. */
export const orderToPayMonths: DatedTable<number> = [
  {
    from: day('2026-09-01'),
    value: 3,
    source: page(
      'CPC art. 1405 et 1411, décret 2026-96',
      'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070716/',
      '2026-11-23',
    ),
    confidence: 'reliable',
  },
]

export interface Prescription {
  readonly years: number
  readonly source: Source
}
export type DebtorKind = 'business' | 'consumer' | 'public'

/** How long a debt can be claimed in court; read in commentaries quoting the articles, not in the official texts. */
export const prescriptions: Readonly<Record<DebtorKind, Prescription>> = {
  business: { years: 5, source: commerce('L110-4', '2026-11-23') },
  consumer: { years: 2, source: conso('L218-2', '2026-11-23') },
  public: {
    years: 4,
    source: page(
      'Loi 68-1250 du 31 décembre 1968, art. 1',
      'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000878035/',
      '2026-11-23',
    ),
  },
}

/**
 * The last day to go to court. Time runs from the end of the work, whatever the day of the invoice or its term (C. civ. art. 2224;
 * Cass. com., 26 février 2020, n° 18-25.036; Cass. 1re civ., 19 mai 2021, n° 20-12.520); against public bodies, from the first
 * of the next January. What interrupts it (a payment in part, a claim before the judge, C. civ. art. 2240 and 2241) is not
 * counted: the true day may be later, never sooner.
 */
export function prescriptionDay(workDone: Day, debtor: DebtorKind): Day {
  const { years } = prescriptions[debtor]
  return debtor === 'public' ? day(`${yearOf(workDone) + years}-12-31`) : addMonths(workDone, 12 * years)
}

/**
 * What a formal notice stands on. Between professionals nothing of it needs a notice; against a consumer it makes interest run,
 * and a public body cannot be let off its interest.
 */
export const noticeBasis: Readonly<Record<DebtorKind, string>> = {
  business:
    'Pénalités et indemnité : C. com. art.\u00a0L441-10, II et D441-5. Mise en demeure : C. civ. art.\u00a01344.',
  public:
    'Intérêts moratoires et indemnité, dus de plein droit et sans renonciation possible : C. commande publique art.\u00a0L2192-13, L2192-14, R2192-31 et D2192-35.',
  consumer: 'Les intérêts au taux légal courent à compter de la mise en demeure (C. civ. art.\u00a01231-6 et 1344).',
}

/** Said to a consumer whose professional names a mediator: again once the matter is not settled between them. */
export const mediationText = (mediator: string): string =>
  `Si vous contestez cette somme, vous pouvez saisir gratuitement le médiateur de la consommation (C. conso. art. L612-1 et L616-1) : ${mediator.replace(/\.$/, '')}.`

/**
 * What follows a notice left without answer, and a last one. Nothing of a public body can be seized (CG3P art. L2311-1), so no
 * *commissaire de justice* acts against it: the prefect orders the payment or the budget to hold it, the State’s part aside, and
 * a judgment is paid on order too.
 */
export const noticeSequel = (debtor: DebtorKind, isLast: boolean): string =>
  debtor === 'public'
    ? `je saisirai, selon votre statut, le préfet d’une demande de mandatement d’office, la chambre régionale des comptes d’une demande d’inscription d’office (CGCT art. ${PAID_ON_ORDER}) ou le tribunal administratif, dont la condamnation est payée d’office (${CONDEMNED})`
    : isLast
      ? 'je confie ce dossier à un commissaire de justice ou au tribunal'
      : 'je demanderai en justice le paiement de cette somme, des intérêts qui courent jusqu’au règlement et des frais'

const PAID_ON_ORDER = 'L1612-15 et L1612-16'
const CONDEMNED = 'loi 80-539 du 16 juillet 1980, art. 1'

/**
 * The ways against a public body, told to its creditor. Read: CGCT L1612-15 and L1612-16 as the prefecture of the Oise quotes them;
 * CJA L911-9, which reproduces the law of 1980; loi 68-1250, art. 2, on the open data of the law (2026-11-26).
 */
export const publicRoutes: readonly string[] = [
  'Une personne publique ne se saisit pas (CG3P art. L2311-1) : ni commissaire de justice, ni petites créances, ni injonction de payer.',
  `Collectivité ou établissement public local : demandez au préfet le mandatement d’office (il met en demeure, puis fait payer après un mois) ou à la chambre régionale des comptes l’inscription d’office au budget (CGCT art. ${PAID_ON_ORDER}). C’est gratuit, tant que la dette n’est pas sérieusement contestée.`,
  `État, ou refus : le tribunal administratif (référé-provision, CJA art. R541-1). Sa condamnation est payée d’office après deux mois (${CONDEMNED}).`,
]
