import type { DocumentSent } from '@tabellion/shared/journal'
import type { Table } from '@tabellion/shared/ledger'
import { imagesFor, makeFiles } from '../issuing/filing.ts'
import { finishRows } from '../issuing/settle.ts'
import { type Unfinished, unfinished } from '../issuing/unfinished.ts'
import { type Known, knownMails } from '../mail/clerk.ts'
import { type Delivery, deliver } from '../mail/deliver.ts'
import { documentParcels } from '../mail/parcel.ts'
import { prepareMails, type ToSend, withFiles } from '../mail/prepare.ts'
import { sendStates } from '../mail/states.ts'
import { sendable, unshownMails, unsureFindings, waitingMails } from '../mail/waiting.ts'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { action, type Outcome } from './action.ts'

/** Mails what was issued and never sent; the numbers given, again if need be. */
export const sendDocuments = action({
  name: 'send-documents',
  menu: 'Envoyer les documents…',
  what: 'Envoie par e-mail les documents émis qui ne l’ont pas été, ou ceux dont on donne le numéro.',
  args: {
    properties: {
      numbers: {
        type: 'array',
        description: 'Les numéros à envoyer, même déjà envoyés ; par défaut tout ce qui ne l’a jamais été.',
        items: { type: 'string' },
      },
    },
  },
  run: (ports, args) => send(ports, args.numbers),
})

interface Gathered {
  readonly left: Unfinished
  readonly toSend: readonly ToSend[]
  readonly unsure: readonly Finding[]
  readonly unshown: readonly DocumentSent[]
  readonly images: Table<'images'> | undefined
  readonly known: Known
  readonly workbook: Workbook
}

function send(ports: Ports, numbers: readonly string[] | undefined): Outcome {
  const gathered = ports.lock.need(() => gather(ports, numbers))
  const filed = makeFiles(ports, gathered.left.unfiled, gathered.images)
  const ready = withFiles(gathered.toSend, filed)
  const delivery = deliver(
    ports,
    documentParcels(prepareMails(gathered.workbook, ready, ports), gathered.images, ports),
    {
      closing: filed.map((file) => file.issued),
      unshown: gathered.unshown,
      known: gathered.known,
      waiting: numbers === undefined && ready.length === gathered.toSend.length ? 'all' : 'some',
    },
  )
  const left = [
    ...gathered.toSend
      .filter((one) => !ready.some(({ event }) => event === one.event))
      .map(({ event }) => event.number),
    ...delivery.left,
  ]
  return {
    message: sentence(gathered.toSend.length, delivery.sent.length, left),
    findings: [...gathered.unsure, ...delivery.findings],
    sent: delivery.sent,
    // Numbers given are not asked for again as a whole: those that left would leave twice.
    ...(left.length > 0 && numbers === undefined ? { unfinished: left.length } : {}),
  }
}

/**
 * Mails that their issue asked for and that no run has begun, or that the quota held back: what the morning sends, once the lock is
 * released. Under a lock that is held; undefined when there is nothing to send nor to finish.
 */
export function waitingDelivery(held: Ports): ((ports: Ports) => Delivery) | undefined {
  const workbook = openWorkbook(held)
  const toSend = waitingMails(workbook).filter((one) => one.issued !== undefined)
  const unshown = unshownMails(workbook)
  const known = knownMails(workbook, workbook.journal().head)
  if (toSend.length + unshown.length + known.logged.length === 0) return undefined
  const images = imagesFor(
    workbook,
    toSend.map(({ event }) => event),
  )
  return (ports) =>
    deliver(ports, documentParcels(prepareMails(workbook, toSend, ports), images, ports), {
      closing: [],
      unshown,
      known,
      waiting: toSend.length > 0 ? 'all' : 'some',
    })
}

function gather(ports: Ports, given: readonly string[] | undefined): Gathered {
  const workbook = openWorkbook(ports)
  const journal = workbook.journal()
  const reserved = journal.keys('reserved')
  const asked = given?.map((number) => number.trim())
  const unknown = asked?.find((number) => !reserved.includes(number))
  if (unknown !== undefined)
    refuse(
      journal.keys('takenOver').includes(unknown)
        ? { code: 'taken-over-number', number: unknown }
        : { code: 'unknown-number', number: unknown },
    )
  const left = unfinished(workbook)
  finishRows(ports, workbook, left.incomplete)
  const state = sendStates(workbook)
  const numbers = new Set(asked ?? reserved.filter((number) => !state(number).sentBefore && !state(number).unsure))
  const toSend = numbers.size === 0 ? [] : sendable(workbook, numbers)
  return {
    left,
    toSend,
    unsure: unsureFindings(workbook, numbers),
    unshown: unshownMails(workbook),
    images: imagesFor(workbook, [...left.unfiled, ...toSend.map(({ event }) => event)]),
    known: knownMails(workbook, journal.head),
    workbook,
  }
}

function sentence(wanted: number, sent: number, left: readonly string[]): string {
  if (wanted === 0) return 'Tout ce qui a été émis a déjà été envoyé.'
  const done = sent === 0 ? 'Aucun e-mail envoyé.' : sent === 1 ? '1 e-mail envoyé.' : `${sent} e-mails envoyés.`
  return left.length === 0 ? done : `${done} Le temps a manqué pour ${left.join(', ')} : envoyez-les à nouveau.`
}
