import { paymentSums, readPayments, readRegister, settlements } from '@tabellion/shared/ledger'
import { planConfirm } from '../../bank/confirm-plan.ts'
import { isCertain, matchDesk, openDesk } from '../../bank/desk.ts'
import type { OfferedMatch } from '../../bank/matching.ts'
import { settleBank } from '../../bank/settle.ts'
import { leftSentence } from '../../messages/bank.ts'
import { paymentRefusal } from '../../messages/payments.ts'
import { counted } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import { type Recorded, recordPayments } from '../../payments/record.ts'
import type { Ports } from '../../ports.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import type { ArgumentsSchema, Given } from '../arguments.ts'
import { propose } from './match-statement.ts'

const schema = {
  properties: {
    matches: {
      type: 'array',
      description:
        'Ce que paie chaque ligne : {"line","allocations":[{"number","amountCents","openCents"?}],"feeCents"?}.',
      items: { type: 'object' },
    },
    certain: { type: 'boolean', description: 'Toutes les propositions certaines, telles qu’elles sont maintenant.' },
  },
} as const satisfies ArgumentsSchema

/** *Rapprocher* (one line), *Autre facture…*, *Rapprocher les N certains*. */
export const confirmMatches = action({
  name: 'confirm-matches',
  menu: 'Rapprocher les certains…',
  what: 'Enregistre ce que des lignes de Banque paient : paiements, livre des recettes et statuts ensemble.',
  args: schema,
  run: (ports, args) => {
    const offers = args.certain === true ? undefined : readOffers(args)
    return ports.lock.need(() => confirm(ports, offers))
  },
})

function confirm(ports: Ports, asked: readonly OfferedMatch[] | undefined): Outcome {
  const desk = openDesk(ports)
  const offers =
    asked ??
    matchDesk(desk, ports.clock.today).matched.flatMap(({ match, offers: [best] }) => {
      if (!isCertain(match) || best === undefined) return []
      const { proposal: _proposal, ...offer } = best
      return [offer]
    })
  const { workbook, rows, operations } = desk
  const sums = paymentSums(readPayments(workbook.table('payments')))
  const scene = { rows, operations, settlements: settlements(readRegister(workbook.table('invoices')), sums) }
  const plan = planConfirm(scene, offers, ports.ids.next)
  const done =
    plan.requests.length === 0 ? undefined : recordPayments(ports, workbook, { requests: plan.requests, unfit: 'left' })
  if (done) settleBank(ports)
  const { matching } = propose(ports)
  const left = [
    ...plan.left.map(leftSentence),
    ...(done?.left ?? []).map(({ problem }) => typeset(paymentRefusal(problem))),
  ]
  return {
    message: [sentence(done, plan.again), ...left].join(' '),
    findings: done?.findings ?? [],
    ...(matching ? { matching } : {}),
  }
}

function sentence(done: Recorded | undefined, again: number): string {
  const count = done?.recorded.length ?? 0
  const known = again === 0 ? '' : ` ${counted(again, 'l’était déjà', 'l’étaient déjà')}.`
  return `${count === 0 ? 'Aucune ligne rapprochée.' : `${counted(count, 'ligne rapprochée', 'lignes rapprochées')}.`}${known}`
}

/** Arguments come from a pane, a door or a menu: each member is looked at. */
function readOffers(args: Given<typeof schema>): readonly OfferedMatch[] {
  const given = args.matches ?? []
  if (given.length === 0) return wrong()
  return given.map((match): OfferedMatch => {
    if (typeof match['line'] !== 'string' || !Array.isArray(match['allocations'])) return wrong()
    const { line, feeCents } = match
    if (feeCents !== undefined && !Number.isSafeInteger(feeCents)) return wrong()
    const allocations = match['allocations'].map((allocation: unknown) => {
      if (!isObject(allocation) || typeof allocation['number'] !== 'string') return wrong()
      const { number, amountCents, openCents } = allocation
      if (!Number.isSafeInteger(amountCents) || (openCents !== undefined && !Number.isSafeInteger(openCents)))
        return wrong()
      return {
        number,
        amountCents: amountCents as number,
        ...(openCents === undefined ? {} : { openCents: openCents as number }),
      }
    })
    return { line, allocations, ...(feeCents === undefined ? {} : { feeCents: feeCents as number }) }
  })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (): never =>
  refuse({
    code: 'wrong-argument',
    argument: 'matches',
    expected: 'une liste de {"line","allocations":[{"number","amountCents"}]}, ou "certain": true',
  })
