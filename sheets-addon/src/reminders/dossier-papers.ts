import { type Day, formatDay, parseDay } from '@tabellion/shared/calendar'
import { renderLetter } from '@tabellion/shared/documents/pdf'
import type { JournalEvent, NumberReserved, QuoteMade, WordedLetter } from '@tabellion/shared/journal'
import { numberKey, readDate, reminderStatuses, type Table, textOf } from '@tabellion/shared/ledger'
import { cents, formatEuros } from '@tabellion/shared/money'
import { quotesNamed } from '../quotes/states.ts'
import { documentFile } from '../workbook/document-file.ts'
import { logoBytes } from '../workbook/logo.ts'
import type { Workbook } from '../workbook/open.ts'
import type { Desk } from './desk.ts'
import type { Entry } from './dossier.ts'
import { wordedLetters } from './history.ts'
import type { Owed } from './owed.ts'

export const quoteOf = (workbook: Workbook, number: string): QuoteMade | undefined =>
  [...quotesNamed(workbook, new Set([number])).values()][0]

/** The page of a document in the whole, and its file apart: both as they were issued, marked as copies. */
export function documentPart(
  event: NumberReserved | QuoteMade,
  images: Table<'images'> | undefined,
): Pick<Entry, 'part' | 'file'> {
  const version = event.document.style.logo?.version
  const logo = version === undefined || images === undefined ? undefined : logoBytes(images, version)
  return {
    part: { kind: 'document', document: event.document, options: { duplicate: true, ...(logo ? { logo } : {}) } },
    file: { name: event.fileName, bytes: () => documentFile(event, images, true) },
  }
}

export const letterPart = (name: string, letter: WordedLetter): Pick<Entry, 'part' | 'file'> => ({
  part: { kind: 'letter', letter },
  file: { name, bytes: () => renderLetter(letter) },
})

/** What was agreed, and decided since: the quote, the client's yes, terms, plans, who claims it. */
export function jobEntries(
  desk: Desk,
  { client, number }: Owed,
  quote: QuoteMade | undefined,
  images: Table<'images'> | undefined,
): readonly Entry[] {
  const wanted = new Set([numberKey(number), ...(quote ? [numberKey(quote.number)] : [])])
  const events = desk.workbook.events(({ key, type }) => DECISIONS.has(type) && wanted.has(numberKey(key)))
  const accepted = client?.cells.termsAcceptedOn ?? ''
  const acceptedOn = readDate(accepted)
  const proof = textOf(client?.cells.termsProof ?? '')
  return [
    ...(quote
      ? [
          {
            on: quote.document.issueDate,
            what: 'Devis',
            detail: [
              quote.number,
              ...(quote.version > 1 ? [`version ${quote.version}`] : []),
              `valable jusqu’au ${formatDay(quote.document.quote.validUntil)}`,
            ].join(', '),
            amount: quote.document.totals.gross,
            ...documentPart(quote, images),
          },
        ]
      : []),
    ...(proof === '' && textOf(accepted) === ''
      ? []
      : [
          {
            ...dated(acceptedOn.ok ? acceptedOn.value : undefined),
            what: 'CGV acceptées',
            detail: [textOf(client?.cells.termsVersion ?? ''), toJoin(proof)].filter(Boolean).join(', '),
          },
        ]),
    ...events.flatMap(({ event }) => decided(event)),
  ]
}

const DECISIONS: ReadonlySet<string> = new Set([
  'quoteAccepted',
  'plansOffered',
  'planned',
  'planEnded',
  'handedOver',
  'handOverUndone',
  'writtenOff',
  'writeOffUndone',
] satisfies JournalEvent['type'][])

function decided(event: JournalEvent): readonly Entry[] {
  switch (event.type) {
    case 'quoteAccepted':
      return [
        {
          on: event.on,
          what: 'Accord du client',
          detail: `Devis ${event.number} accepté : ${toJoin(event.proof) || 'aucune preuve notée'}`,
        },
      ]
    case 'planned':
      return [
        {
          on: event.on,
          what: 'Échéancier convenu',
          detail: event.instalments
            .map(({ amount, due }) => `${formatEuros(amount)} le\u00a0${formatDay(due)}`)
            .join(', '),
          amount: event.due,
        },
      ]
    case 'planEnded':
      return [
        { on: event.on, what: 'Échéancier rompu', detail: 'Le tout redevient exigible à l’échéance de la facture' },
      ]
    case 'plansOffered':
      return [{ on: event.on, what: 'Échéanciers proposés', detail: 'En deux, trois ou quatre fois' }]
    case 'handedOver':
      return [{ on: event.on, what: 'Confiée au recouvrement', detail: event.collector }]
    case 'handOverUndone':
      return [{ on: event.on, what: 'Reprise au recouvrement', detail: '' }]
    case 'writtenOff':
      return [{ on: event.on, what: 'Irrécouvrable', detail: event.reason }]
    case 'writeOffUndone':
      return [{ on: event.on, what: 'Réclamée de nouveau', detail: '' }]
    default:
      return []
  }
}

/** A file of the user's own Drive cannot be read from here: whoever reads the whole is told where it is. */
const toJoin = (proof: string): string => (proof === '' ? '' : `pièce à joindre : ${proof}`)

const dated = (on: Day | undefined): Pick<Entry, 'on' | 'undated'> =>
  on === undefined ? { on: '', undated: true } : { on }

/** What was said, on its own page, and what was answered. A letter that was not posted was not said. */
export function lettersSaid(desk: Desk, number: string): readonly Entry[] {
  const letters = wordedLetters(desk.workbook)
  const said = desk.table.rows.filter(({ cells }) => numberKey(textOf(cells.invoice)) === numberKey(number))
  return said.flatMap(({ cells }): readonly Entry[] => {
    if (textOf(cells.status) !== reminderStatuses.labels.sent) return []
    const on = parseDay(textOf(cells.sentOn)) ?? desk.today
    const registered = textOf(cells.registeredNumber)
    const where = textOf(cells.attachment)
    const how = [
      textOf(cells.channel),
      textOf(cells.recipient),
      registered === '' ? '' : `n° ${registered}`,
      toJoin(where),
    ]
    const answer = textOf(cells.answer)
    const letter = letters.get(textOf(cells.id)) ?? mailPage(desk, cells, on)
    const posting = letter.posting?.replace(/n° …+/, registered === '' ? '$&' : `n° ${registered}`)
    const page = { ...letter, ...(posting === undefined ? {} : { posting }) }
    return [
      {
        on,
        what: textOf(cells.level),
        detail: how.filter(Boolean).join(', '),
        ...(typeof cells.claimed === 'number' ? { amount: cents(Math.round(cells.claimed * 100)) } : {}),
        ...letterPart(`${on}_${textOf(cells.level)}.pdf`, page),
      },
      ...(answer === '' ? [] : [{ on, undated: true as const, what: 'Réponse du client', detail: answer }]),
    ]
  })
}

const mailPage = (desk: Desk, cells: Desk['table']['rows'][number]['cells'], on: Day): WordedLetter =>
  wordsPage(desk, {
    day: on,
    recipient: [textOf(cells.client), textOf(cells.recipient)],
    subject: textOf(cells.subject),
    posting: 'E-mail',
    before: textOf(cells.text),
    amounts: [],
  })

/** Words on a page of their own. */
export const wordsPage = (
  { seller, settings }: Desk,
  words: Pick<WordedLetter, 'day' | 'recipient' | 'subject' | 'before' | 'amounts' | 'posting'>,
): WordedLetter => ({
  ...words,
  sender: [seller.name, ...(seller.email === undefined ? [] : [seller.email])],
  place: '',
  after: '',
  signature: '',
  foot: seller.name,
  accent: settings.text('Couleur'),
  enclosed: '',
})
