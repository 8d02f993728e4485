import { finishesWherever, imported, issued, lines, statement } from './killed-bank.ts'

finishesWherever('importing a statement', issued, 'import-statement', statement)
finishesWherever('setting a line aside', imported, 'ignore-lines', { lines: [lines[0]?.line] })
