import { finishesWherever, imported, lines, matched } from './killed-bank.ts'

finishesWherever('confirming two lines', imported, 'confirm-matches', { matches: lines })
finishesWherever('taking one back', matched, 'undo-match', { line: lines[0]?.line })
