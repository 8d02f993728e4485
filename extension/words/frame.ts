import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import type { Card, Offer } from '../answers.ts'

type Done = Extract<Card, { readonly kind: 'done' }>
type Allocation = Offer['allocations'][number]

/** The frame on the bank's page. U+00A0 before « : » and inside guillemets, U+202F before « ; ! ? ». */
export const frameWords = {
  title: 'Tabellion',
  close: 'Fermer',
  starting: 'Un instant…',
  gone: 'Cette proposition n’est plus ouverte. Cliquez de nouveau sur la marque à côté de l’opération.',
  match: 'Rapprocher',
  matchThis: (number: string): string => `Rapprocher avec ${number}`,
  other: 'Autre facture…',
  ignore: 'Ignorer',
  undo: 'Annuler',
  back: 'Retour',
  search: 'Chercher un client ou un numéro',
  noneFound: 'Aucune facture ouverte ne répond à cette recherche.',
  noneOpen: 'Aucune facture n’est ouverte.',
  nothing: 'Aucune facture connue ne répond à cette opération.',
  others: 'Autres propositions',
  hidden:
    'Cette fenêtre n’est pas entièrement visible\u00a0: rien n’a été fait. Confirmez depuis l’icône Tabellion de la barre d’outils.',
  onlyShown:
    'Ce navigateur ne permet pas de vérifier que rien ne recouvre cette fenêtre\u00a0: elle montre la proposition. Pour décider, cliquez sur l’icône Tabellion de la barre d’outils.',
  failed: 'L’extension n’a pas répondu. Rechargez la page, puis recommencez.',
  due: ({ openCents, dueOn }: Pick<Allocation, 'openCents' | 'dueOn'>): string =>
    `reste ${formatEuros(openCents)} · échéance ${formatDay(dueOn)}`,
  done: ({ numbers, what }: Done): string =>
    what === 'ignore' ? 'Mise de côté' : `Rapprochée avec ${numbers.join(', ')}`,
  sent: ({ sent, what }: Done): string =>
    what === 'ignore'
      ? ''
      : sent
        ? 'Enregistrée dans la feuille.'
        : 'Gardée ici\u00a0; elle partira vers la feuille dès que possible.',
} as const
