import { pathOf, summaryOf } from '../../issuing/filing.ts'
import { sentSentence } from '../../mail/deliver.ts'
import { counted } from '../../messages/sentences.ts'
import { makeQuotes, type QuotesMade } from '../../quotes/make.ts'
import { action, type Outcome } from '../action.ts'
import { quoteArguments, readQuoteRequest } from './request.ts'

export const createQuote = action({
  name: 'create-quote',
  menu: 'Créer un devis avec la sélection…',
  what: 'Numérote et met en page un devis des lignes cochées ; refait un devis dont les lignes ont changé.',
  args: quoteArguments,
  run: (ports, args) => quotesOutcome(makeQuotes(ports, readQuoteRequest(args, ports.clock.today))),
})

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
