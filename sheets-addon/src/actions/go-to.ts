import { headingKey, tabKeys, tabs } from '@tabellion/shared/ledger'
import { refuse } from '../workbook/refusal.ts'
import { action } from './action.ts'

/** One click from a sentence to its cell. */
export const goTo = action({
  name: 'go-to',
  menu: '',
  what: 'Montre une cellule : son onglet, sa ligne, sa colonne.',
  args: {
    properties: {
      tab: { type: 'string', description: 'Le nom de l’onglet.' },
      row: { type: 'integer', description: 'La ligne de la feuille.' },
      column: { type: 'string', description: 'L’en-tête de la colonne.' },
    },
    required: ['tab'],
  },
  run: ({ screen }, args) => {
    const tab = tabKeys.find((key) => headingKey(tabs[key].title) === headingKey(args.tab))
    const row = args.row === undefined ? undefined : Math.max(1, args.row)
    if (tab === undefined || !screen.show(tab, row, args.column))
      return refuse({ code: 'wrong-argument', argument: 'tab', expected: 'un onglet de ce fichier' })
    return { message: `Onglet ${tabs[tab].title}.`, findings: [] }
  },
})
