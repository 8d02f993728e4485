import { type Day, parseDay } from '@tabellion/shared/calendar'
import type { TradePreset } from '@tabellion/shared/invoicing'

interface Task {
  readonly task: string
  /** Absent: everyone's. */
  readonly trades?: readonly TradePreset[]
  /** `MM-DD`, each year. */
  readonly due?: string
}

/** features F-070: lists to begin with, by moment and trade; they are the user's rows from then on. */
const LISTS: readonly (readonly [moment: string, tasks: readonly Task[]])[] = [
  [
    'Au démarrage',
    [
      { task: 'Remplir l’assistant de démarrage, et relire une facture d’aperçu' },
      { task: 'Demander l’Acre dans les 60 jours, si vous y avez droit' },
      { task: 'Ouvrir un compte réservé à l’activité au-delà de 10 000 € de recettes deux années de suite' },
      {
        task: 'Souscrire l’assurance décennale avant le premier chantier, et joindre son attestation aux devis et factures',
        trades: ['craftsman'],
      },
      { task: 'Déclarer votre activité de formation, et écrire son numéro dans Réglages', trades: ['trainer'] },
      {
        task: 'Déclarer votre organisme sur NOVA, pour que vos clients aient le crédit d’impôt',
        trades: ['personalServices'],
      },
      {
        task: 'Souscrire l’assurance de votre métier, si elle est obligatoire',
        trades: ['consultant', 'creative', 'shop'],
      },
      { task: 'Choisir un médiateur de la consommation, si vous vendez à des particuliers' },
      { task: 'Choisir une plateforme agréée pour recevoir les factures électroniques' },
    ],
  ],
  [
    'Chaque mois',
    [
      { task: 'Facturer ce qui est fait' },
      { task: 'Importer le relevé bancaire et rapprocher' },
      { task: 'Lire et envoyer les relances' },
      { task: 'Tenir le registre des achats : date, fournisseur, montant, règlement', trades: ['shop'] },
      { task: 'Regarder Échéances, et les seuils du Tableau de bord' },
    ],
  ],
  [
    'Chaque trimestre',
    [
      { task: 'Comparer devis envoyés et acceptés, et rappeler ceux qui attendent' },
      { task: 'Remplir l’état d’activité sur NOVA', trades: ['personalServices'] },
    ],
  ],
  [
    'Chaque déclaration Urssaf',
    [
      { task: 'Préparer la déclaration, la recopier, payer' },
      { task: 'Noter la référence de dépôt, puis clôturer la période' },
    ],
  ],
  [
    'Nouveau client',
    [
      { task: 'Vérifier son SIREN sur annuaire-entreprises.data.gouv.fr' },
      { task: 'Faire accepter devis et conditions avant de commencer' },
    ],
  ],
  [
    'Avant un gros devis',
    [
      { task: 'Demander un acompte, et écrire ce qui n’est pas compris' },
      { task: 'Voir le chantier avant de chiffrer', trades: ['craftsman'] },
      { task: 'Écrire les droits cédés : usages, lieux, durée, prix', trades: ['creative', 'photographer'] },
      { task: 'Écrire ce qui est livré, et ce qui serait facturé en plus', trades: ['consultant', 'trainer'] },
    ],
  ],
  [
    'En fin d’année',
    [
      { task: 'Payer la CFE', due: '12-15' },
      { task: 'Récapituler le registre des achats de l’année', trades: ['shop'] },
      { task: 'Remettre à chaque client son attestation fiscale', trades: ['personalServices'] },
      // C. trav. R6352-23.
      { task: 'Déposer le bilan pédagogique et financier', trades: ['trainer'], due: '04-30' },
      { task: 'Exporter l’archive de l’année, et en garder une copie ailleurs' },
    ],
  ],
]

/** The rows of *Listes de vérification* for a trade; what has a day each year is due on the next one. */
export function checklistFor(trade: TradePreset, today: Day): readonly { moment: string; task: string; due: string }[] {
  return LISTS.flatMap(([moment, tasks]) =>
    tasks
      .filter(({ trades }) => trades?.includes(trade) ?? true)
      .map(({ due, task }) => ({ moment, task, due: due === undefined ? '' : nextDay(due, today) })),
  )
}

function nextDay(monthDay: string, today: Day): Day | '' {
  const year = Number(today.slice(0, 4))
  const next = [year, year + 1].map((each) => `${each}-${monthDay}`).find((each) => each >= today) ?? ''
  return parseDay(next) ?? ''
}
