import { matchDesk, openDesk } from '../../bank/desk.ts'
import { changedRows, proposalChanges } from '../../bank/proposals.ts'
import { writeBank } from '../../bank/write-bank.ts'
import type { Ports } from '../../ports.ts'
import { action, noArguments, type Outcome } from '../action.ts'
import { type ToldMatching, toldMatching } from './told.ts'

/** *Rapprocher*: what each open line may pay, in the tab and for the pane. */
export const matchStatement = action({
  name: 'match-statement',
  menu: 'Rapprocher…',
  what: 'Propose pour chaque ligne de Banque la facture qu’elle paie, et dit pourquoi ; rien n’est enregistré.',
  args: noArguments,
  run: (ports) => ports.lock.need(() => propose(ports)),
})

/** Writes *Proposition* and *Pourquoi*. Under the lock. */
export function propose(ports: Ports): Outcome {
  const desk = openDesk(ports)
  const matched = matchDesk(desk, ports.clock.today)
  const changes = proposalChanges(matched.matched, desk.rows)
  if (writeBank(ports.sheets, desk.bank, changes, [])) ports.sheets.flush()
  const rows = changedRows(desk.rows, changes)
  const matching = toldMatching({ ...desk, rows }, matched, ports.clock.today)
  return { message: matchingSentence(matching), findings: [], matching }
}

export function matchingSentence({ open, certain, lines }: ToldMatching): string {
  if (open === 0) return 'Rien à rapprocher.'
  const offered = lines.filter(({ offers }) => offers.length > 0).length
  const left = open === 1 ? '1 ligne à rapprocher' : `${open} lignes à rapprocher`
  const sure = certain === 0 ? '' : certain === 1 ? ', 1 certaine' : `, ${certain} certaines`
  return `${left}${sure}${offered === 0 ? ' ; aucune proposition' : ''}.`
}
