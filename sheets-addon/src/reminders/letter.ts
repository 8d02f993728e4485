import type { Day } from '@tabellion/shared/calendar'
import { renderLetter } from '@tabellion/shared/documents/pdf'
import type { NumberReserved, ReminderChannel, WordedLetter } from '@tabellion/shared/journal'
import { type Table, textOf } from '@tabellion/shared/ledger'
import { formatSiret, parseSiret } from '@tabellion/shared/party'
import { documentNames } from '../mail/letter.ts'
import { logoBytes } from '../workbook/logo.ts'
import type { Desk } from './desk.ts'
import type { Said, Worded } from './words.ts'

const NAMES = ['rappel', 'relance', 'relance', 'mise-en-demeure', 'recouvrement'] as const
/** Dated: an invoice is reminded more than once, and a notice made again. */
export const letterName = (number: string, level: number, on: Day): string =>
  `${number.replaceAll('/', '-')}_${NAMES[level] ?? 'relance'}_${on}.pdf`

/** What is said only once the post has it: a registered letter, a formal notice on paper. */
export const awaitsPost = (channel: ReminderChannel, level: number): boolean =>
  channel === 'registered' || (channel === 'post' && level === 3)

/** The words on the page: to whom as *Clients* has them today, else as on the invoice. */
export function letterOf(
  { rows, seller, settings, today }: Desk,
  { document, owed, reminder }: Said,
  { amounts, letter, page }: Worded,
  channel: ReminderChannel,
  id: string,
): WordedLetter {
  const cell = (key: 'name' | 'contact' | 'address' | 'addressExtra' | 'postcode' | 'city' | 'country'): string =>
    textOf(owed.client?.cells[key] ?? '')
  const known = document?.buyer
  const recipient =
    cell('address') !== ''
      ? [
          cell('name'),
          cell('contact'),
          cell('address'),
          cell('addressExtra'),
          `${cell('postcode')} ${cell('city')}`,
          foreign(cell('country')),
        ]
      : [
          owed.settlement.entry.client,
          known?.contact ?? '',
          known?.address.line1 ?? '',
          known?.address.line2 ?? '',
          `${known?.address.postcode ?? ''} ${known?.address.city ?? ''}`,
        ]
  const { address } = seller
  const siret = parseSiret(seller.siret)
  const number = textOf(rows.get(id)?.cells.registeredNumber ?? '')
  return {
    day: today,
    sender: [
      seller.tradingName ?? seller.name,
      ...(seller.tradingName === undefined ? [] : [seller.name]),
      address.line1,
      address.line2 ?? '',
      `${address.postcode} ${address.city}`,
      seller.phone ?? '',
      seller.email ?? '',
    ].filter((line) => line.trim() !== ''),
    recipient: recipient.map((line) => line.trim()).filter((line) => line !== ''),
    place: address.city,
    subject: letter.subject.replace(` – ${seller.tradingName ?? seller.name}`, ''),
    ...(channel === 'registered'
      ? { posting: `Lettre recommandée avec avis de réception\nn° ${number === '' ? '…………………………' : number}` }
      : {}),
    ...page,
    amounts: reminder.level >= 3 ? amounts : [],
    foot: `${seller.name} · SIRET ${siret.ok ? formatSiret(siret.value) : seller.siret}`,
    accent: settings.text('Couleur'),
    enclosed: document ? `copie de la ${documentNames[document.kind]} ${document.number}` : '',
  }
}

const foreign = (country: string): string => (/^(fr|france|)$/i.test(country.trim()) ? '' : country.toUpperCase())

/** The letter, and a copy of the invoice after it. */
export function letterBytes(
  letter: WordedLetter,
  event: NumberReserved | undefined,
  images: Table<'images'> | undefined,
): Uint8Array {
  if (event === undefined) return renderLetter(letter)
  const version = event.document.style.logo?.version
  const logo = version === undefined || images === undefined ? undefined : logoBytes(images, version)
  return renderLetter(letter, { document: event.document, options: { duplicate: true, ...(logo ? { logo } : {}) } })
}
