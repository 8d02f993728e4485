import { rowSentence, statementSentence } from '@tabellion/shared/statements'
import { leftSentence } from '../../sheets-addon/src/messages/bank.ts'
import { bridgeSentence, questionOf } from '../../sheets-addon/src/messages/bridge.ts'
import { sentenceWithoutPlace } from '../../sheets-addon/src/messages/findings.ts'
import { orderSentence } from '../../sheets-addon/src/messages/orders.ts'
import { receptionSentence } from '../../sheets-addon/src/messages/reception.ts'
import { refusalSentence } from '../../sheets-addon/src/messages/refusals.ts'
import type { WorkbookProblem } from '../../sheets-addon/src/workbook/finding.ts'
import { bridgeExamples, confirmExamples, questionExamples } from './bridge.ts'
import { einvoiceEntries } from './einvoice.ts'
import { type Entry, entries } from './example.ts'
import { receptionExamples, statementExamples, statementRowExamples } from './files.ts'
import {
  creditExamples,
  expenseExamples,
  importExamples,
  mailExamples,
  obligationExamples,
  paymentExamples,
} from './money.ts'
import { orderExamples, orderRefusalExamples } from './orders.ts'
import { planExamples } from './plans.ts'
import { quoteExamples, quoteRefusalExamples } from './quotes.ts'
import { refusalExamples } from './refusals.ts'
import { draftExamples, integrityExamples, ledgerExamples, twinExamples } from './rows.ts'

interface Section {
  readonly title: string
  readonly entries: readonly Entry[]
}

const finding = (problem: WorkbookProblem): string => sentenceWithoutPlace({ ...problem, severity: 'fix' })

export const sections = (): readonly Section[] => [
  { title: 'Une ligne à facturer', entries: entries(draftExamples, finding) },
  { title: 'Une cellule, une colonne, un onglet', entries: entries(ledgerExamples, finding) },
  { title: 'La facture électronique', entries: einvoiceEntries() },
  { title: 'Un paiement', entries: entries(paymentExamples, finding) },
  { title: 'Un avoir', entries: entries(creditExamples, refusalSentence) },
  { title: 'Un devis', entries: entries(quoteExamples, finding) },
  { title: 'Un devis refusé par l’outil', entries: entries(quoteRefusalExamples, refusalSentence) },
  { title: 'Une commande', entries: entries(orderExamples, orderSentence) },
  { title: 'Une commande refusée par l’outil', entries: entries(orderRefusalExamples, refusalSentence) },
  { title: 'Un échéancier', entries: entries(planExamples, refusalSentence) },
  { title: 'Un e-mail', entries: entries(mailExamples, finding) },
  { title: 'Une facture reçue', entries: entries(expenseExamples, finding) },
  { title: 'Le fichier d’une facture reçue', entries: entries(receptionExamples, receptionSentence) },
  { title: 'La reprise d’un autre outil', entries: entries(importExamples, finding) },
  { title: 'Les échéances et les livres', entries: entries(obligationExamples, finding) },
  { title: 'L’intégrité', entries: entries(integrityExamples, finding) },
  { title: 'Le calcul de la feuille', entries: entries(twinExamples, finding) },
  { title: 'Une action refusée', entries: entries(refusalExamples, refusalSentence) },
  { title: 'Un relevé de banque', entries: entries(statementExamples, statementSentence) },
  { title: 'Une ligne de relevé', entries: entries(statementRowExamples, rowSentence) },
  {
    title: 'Une proposition confirmée trop tard',
    entries: entries(confirmExamples, (problem) => leftSentence({ line: 'a1', problem })),
  },
  { title: 'Un message de l’extension', entries: entries(bridgeExamples, bridgeSentence) },
  {
    title: 'Une question posée à l’extension',
    entries: entries(questionExamples, (facts) => questionOf(facts).message),
  },
]

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** The page: what is refused, by what input, and what is then read. */
export function galleryText(all: readonly Section[]): string {
  const count = all.reduce((sum, section) => sum + section.entries.length, 0)
  return [
    '# Ce que Tabellion refuse ou signale',
    '',
    `Fait par \`npm run errors\` : ne pas modifier ici. ${count} codes, chacun avec ce qui le provoque et ce qui se lit alors.`,
    'Un code sans exemple ne se compile pas (`scripts/errors/example.ts`).',
    ...all.flatMap(({ entries: list, title }) => [
      '',
      `## ${title}`,
      '',
      '| code | il suffit de | ce qui se lit |',
      '| --- | --- | --- |',
      ...list.map(({ code, input, sentence }) => `| \`${code}\` | ${cell(input)} | ${cell(sentence)} |`),
    ]),
    '',
  ].join('\n')
}
