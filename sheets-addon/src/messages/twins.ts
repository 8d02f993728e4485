import { type Cents, formatEuros } from '@tabellion/shared/money'
import type { TwinProblem } from '../workbook/twins.ts'
import { quote, type Sentences } from './sentences.ts'

const shown = (value: Cents | string): string => (typeof value === 'number' ? formatEuros(value) : quote(value))

/** What the sheet and the core do not agree on. */
export const twinSentences: Sentences<TwinProblem> = {
  'sheet-differs': ({ core, sheet }) =>
    typeof sheet === 'number' && Math.abs(sheet - core) <= 1
      ? `la feuille arrondit à ${shown(sheet)}, le document portera ${formatEuros(core)}. Rien à faire : un centime d’arrondi.`
      : `la feuille montre ${shown(sheet)}, le calcul de contrôle donne ${formatEuros(core)}. Videz la cellule, puis remettez sa formule par Facturation › Réglages › Réparer les onglets.`,
}
