import { type BankRow, bankStatuses } from '@tabellion/shared/ledger'
import { openDesk } from '../../bank/desk.ts'
import { UNIQUE } from '../../bank/proposals.ts'
import { settleBank } from '../../bank/settle.ts'
import { writeBank } from '../../bank/write-bank.ts'
import { counted } from '../../messages/sentences.ts'
import { recordPayments } from '../../payments/record.ts'
import { reversalOf } from '../../payments/reverse.ts'
import type { Ports } from '../../ports.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import { propose } from './match-statement.ts'

/** *Ignorer*, and taking that back: the line stays, and says that it pays no invoice. */
export const ignoreLines = action({
  name: 'ignore-lines',
  menu: '',
  what: 'Met des lignes de Banque de côté, ou les y reprend : elles ne paient aucune facture.',
  args: {
    required: ['lines'],
    properties: {
      lines: { type: 'array', description: 'Les ID des lignes de Banque.', items: { type: 'string' } },
      back: { type: 'boolean', description: 'Les remettre à rapprocher.' },
    },
  },
  run: (ports, args) => {
    const lines = args.lines
    const isBack = args.back === true
    return ports.lock.need(() => ignore(ports, lines, isBack))
  },
})

function ignore(ports: Ports, lines: readonly string[], isBack: boolean): Outcome {
  const desk = openDesk(ports)
  const rows = lines.map((line) => rowNamed(desk.rows, line))
  const changing = rows.filter(
    ({ id, status }) => !desk.operations.has(id) && (isBack ? status !== 'unmatched' : status !== 'ignored'),
  )
  const changes = changing.map(({ row, status, fingerprints }) => ({
    row,
    status: isBack ? ('unmatched' as const) : ('ignored' as const),
    cells: {
      proposal: '',
      why: '',
      ...(isBack && status === 'possibleDuplicate' ? { fingerprint: [...fingerprints, UNIQUE].join(' ') } : {}),
    },
  }))
  if (writeBank(ports.sheets, desk.bank, changes, [])) ports.sheets.flush()
  const matched = rows.filter(({ id }) => desk.operations.has(id)).length
  const { matching } = propose(ports)
  const word = isBack ? bankStatuses.labels.unmatched : bankStatuses.labels.ignored
  return {
    message: `${counted(changing.length, 'ligne mise', 'lignes mises')} « ${word} ».${matched === 0 ? '' : ` ${counted(matched, 'ligne est rapprochée', 'lignes sont rapprochées')} : annulez d’abord.`}`,
    findings: [],
    ...(matching ? { matching } : {}),
  }
}

/** *Annuler*: all that the line pays is taken back, by reversing rows and lines (features C-16). */
export const undoMatch = action({
  name: 'undo-match',
  menu: '',
  what: 'Annule le rapprochement d’une ligne de Banque : paiements et recettes inversés, facture de nouveau due.',
  args: {
    required: ['line'],
    properties: { line: { type: 'string', description: 'L’ID de la ligne de Banque.' } },
  },
  run: (ports, args) => ports.lock.need(() => undo(ports, args.line)),
})

function undo(ports: Ports, line: string): Outcome {
  const desk = openDesk(ports)
  rowNamed(desk.rows, line)
  const operation = desk.operations.get(line)
  if (operation === undefined) {
    const { matching } = propose(ports)
    return {
      message: 'Cette ligne n’est rapprochée de rien : il n’y a rien à annuler.',
      findings: [],
      ...(matching ? { matching } : {}),
    }
  }
  const paid = new Set(desk.workbook.journal().keys('paid'))
  const standing = operation.payments.filter(
    (name) => paid.has(name) && !paid.has(reversalOf(name)) && !name.endsWith('.r'),
  )
  const done = recordPayments(ports, desk.workbook, {
    requests: standing.map((name) => ({
      payment: reversalOf(name),
      reverses: name,
      on: ports.clock.today,
      method: 'other',
      reference: '',
      source: 'statement',
      allocations: [],
    })),
  })
  settleBank(ports)
  const { matching } = propose(ports)
  const numbers = done.recorded.flatMap(({ event }) => event.allocations.map(({ number }) => number))
  return {
    message:
      numbers.length === 0
        ? 'Aucun rapprochement annulé.'
        : `Rapprochement annulé : ${[...new Set(numbers)].join(', ')} de nouveau comme avant.`,
    findings: done.findings,
    ...(matching ? { matching } : {}),
  }
}

const rowNamed = (rows: readonly BankRow[], line: string): BankRow =>
  rows.find(({ id }) => id === line) ?? refuse({ code: 'no-line-there', line })
