import { pathOf, summaryOf } from '../../issuing/filing.ts'
import { sentSentence } from '../../mail/deliver.ts'
import { counted } from '../../messages/sentences.ts'
import { makeQuotes, type QuotesMade } from '../../quotes/make.ts'
import type { Action, Outcome } from '../action.ts'
import { readQuoteRequest } from './request.ts'

export const createQuote: Action = {
  name: 'create-quote',
  menu: 'Créer un devis avec la sélection…',
  what: 'Numérote et met en page un devis des lignes cochées ; refait un devis dont les lignes ont changé.',
  args: {
    properties: {
      rows: {
        type: 'array',
        description: 'Les ID des lignes, cochées ou non ; par défaut les lignes cochées.',
        items: { type: 'string' },
      },
      number: { type: 'string', description: 'Un devis à refaire avec ses lignes d’aujourd’hui : nouvelle version.' },
      validUntil: {
        type: 'string',
        description: 'Le dernier jour de validité ; par défaut celui de Réglages.',
        format: 'date',
      },
      depositPercent: { type: 'string', description: 'L’acompte proposé, par exemple 30 ; 0 : aucun.' },
      start: { type: 'string', description: 'Le début des travaux, en mots ou en date.' },
      duration: { type: 'string', description: 'Leur durée.' },
      place: { type: 'string', description: 'Leur lieu, s’il n’est pas l’adresse du client.' },
      send: { type: 'boolean', description: 'Envoyer aussi le devis par e-mail.' },
    },
  },
  run: (ports, args) => quotesOutcome(makeQuotes(ports, readQuoteRequest(args, ports.clock.today))),
}

export function quotesOutcome(done: QuotesMade): Outcome {
  const issued = [...done.left, ...done.made, ...done.unchanged].map(summaryOf)
  return {
    message: `${sentence(done)}${sentSentence(done.sent.length)}`,
    findings: done.findings,
    issued,
    files: done.filed.map(pathOf),
    ...(done.sent.length === 0 ? {} : { sent: done.sent }),
    ...(done.unfinished > 0 ? { unfinished: done.unfinished } : {}),
  }
}

function sentence({ blocked, left, made, unchanged }: QuotesMade): string {
  const first = made.filter(({ version }) => version === 1).length
  const again = made.filter(({ version }) => version > 1)
  const parts = [
    ...(first > 0 ? [`${counted(first, 'devis créé', 'devis créés')}.`] : []),
    ...again.map(({ number, version }) => `${number} refait : version ${version}.`),
    ...unchanged.map(({ number }) => `${number} n’a pas changé.`),
    ...(left.length > 0
      ? [`${counted(left.length, 'devis d’un passage interrompu terminé', 'devis d’un passage interrompu terminés')}.`]
      : []),
    ...(blocked > 0
      ? [
          `${counted(blocked, 'ligne laissée de côté : voyez sa colonne Contrôle', 'lignes laissées de côté : voyez leur colonne Contrôle')}.`,
        ]
      : []),
  ]
  return made.length + left.length + unchanged.length === 0
    ? ['Aucun devis créé.', ...parts].join(' ')
    : parts.join(' ')
}
