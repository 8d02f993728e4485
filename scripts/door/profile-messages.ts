import { formatDay } from '@tabellion/shared/calendar'
import type { ContributionKind, ContributionProblem, Expected, ProfileProblem } from '@tabellion/shared/deadlines'

/** What is wrong in the profile's file, where, and what to write instead. */
export function profileMessage(problem: ProfileProblem): string {
  const where = problem.path === '' ? 'Le profil' : `Profil, « ${problem.path} »`
  switch (problem.code) {
    case 'unknown-key':
      return `${where} : cette clé n’existe pas.${problem.nearest ? ` Vouliez-vous dire « ${problem.nearest} » ?` : ''} Connues : ${problem.known.join(', ')}.`
    case 'missing-key':
      return `${where} : cette clé est obligatoire. Ajoutez-la.`
    case 'wrong-value':
      return `${where} : ${problem.read} ne convient pas. Écrivez ${expectedText(problem.expected)}.`
    case 'end-before-start':
      return `${where} : la fin précède le début de l’activité. Corrigez l’une des deux dates.`
    case 'vat-not-from-start':
      return `${where} : le premier régime de TVA doit commencer au plus tard au début de l’activité.`
    case 'vat-not-in-order':
      return `${where} : les régimes de TVA se suivent par date croissante. Remettez-les dans l’ordre.`
  }
}

export function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case 'object':
      return 'un objet JSON'
    case 'list':
      return 'une liste non vide'
    case 'day':
      return 'une date qui existe, comme 2026-03-15'
    case 'boolean':
      return 'true ou false'
    case 'cents':
      return 'un nombre entier de centimes, zéro ou plus'
    case 'departement':
      return 'un code de département, comme 69, 2A ou 974'
    case 'one-of':
      return `l’une des valeurs ${expected.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'integer':
      return `un nombre entier de ${expected.least} à ${expected.most}`
  }
}

const LEVIES: Readonly<Record<ContributionKind, string>> = {
  social: 'cotisations',
  training: 'formation professionnelle',
  chamber: 'taxe pour frais de chambre',
  'flat-income-tax': 'versement libératoire',
}

export function contributionMessage(problem: ContributionProblem): string {
  switch (problem.code) {
    case 'receipt-before-start':
      return `La recette du ${formatDay(problem.receipt.date)} précède le début de l’activité (${formatDay(problem.limit)}). Corrigez l’une des deux dates.`
    case 'receipt-after-end':
      return `La recette du ${formatDay(problem.receipt.date)} suit la fin de l’activité (${formatDay(problem.limit)}). Corrigez l’une des deux dates.`
    case 'nature-not-in-profile':
      return `La recette du ${formatDay(problem.receipt.date)} est de nature « ${problem.receipt.nature} », absente du profil. Ajoutez cette activité, ou corrigez la recette.`
    case 'rate-unknown':
      return `Aucun taux connu au ${formatDay(problem.on)} (${LEVIES[problem.kind]}, ${problem.nature}) : les barèmes commencent le 01/10/2022.`
  }
}
