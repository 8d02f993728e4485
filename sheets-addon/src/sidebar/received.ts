/** A supplier's e-invoice, chosen here because the script may not read the user's own Drive; read here, where weight costs nothing. */
import './sidebar.css'
import {
  expenseOf,
  type ReceivedExpense,
  readSupplierInvoice,
  writeExpense,
} from '@tabellion/shared/documents/reception'
import { receptionSentence } from '../messages/reception.ts'
import { button, el, part, show } from './parts/dom.ts'
import { dropZone } from './parts/drop.ts'
import { mainFrame, notice, placeLink, split } from './parts/frame.ts'
import { ask, openPage } from './parts/server.ts'
import { counted, unreachable } from './parts/words.ts'

/** As the action refuses it; said before the wait. */
const MOST_BYTES = 8_000_000

const { body, foot } = mainFrame()
const said = part('said', HTMLElement)
const told = el('div', { style: 'display: grid; gap: var(--space-3)' })

async function takeAll(files: readonly File[]): Promise<void> {
  show(told)
  body.ariaBusy = 'true'
  for (const file of files) {
    said.textContent = `Lecture de ${file.name}…`
    told.append(await take(file))
  }
  body.ariaBusy = null
  said.textContent = `${counted(files.length, 'fichier lu', 'fichiers lus')}.`
}

async function take(file: File): Promise<HTMLElement> {
  if (file.size > MOST_BYTES)
    return notice({ title: file.name, text: 'Ce fichier dépasse 8 Mo : saisissez la dépense à la main.' }, 'bad')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readSupplierInvoice(bytes)
  if (!read.ok) return notice({ title: file.name, text: receptionSentence(read.problem) }, 'bad')
  return send(file, bytes, expenseOf(read.value))
}

async function send(file: File, bytes: Uint8Array, expense: ReceivedExpense): Promise<HTMLElement> {
  const args = { file: file.name, data: await base64(bytes), invoice: writeExpense(expense) }
  const answer = await ask('import-supplier-invoice', args)
  if (answer.kind === 'done') {
    const { findings, message } = answer.outcome
    const [place] = findings
    const doubts = findings.map(({ text }) => el('span', {}, text))
    const mood = findings.some(({ severity }) => severity === 'fix') ? 'warn' : 'good'
    return notice({ title: message, text: '' }, mood, ...doubts, place ? placeLink(place) : undefined)
  }
  const again = button(
    'Réessayer',
    async () => {
      const next = await send(file, bytes, expense)
      shown.replaceWith(next)
    },
    { kind: 'quiet', key: file.name },
  )
  const shown = notice(answer.kind === 'refused' ? split(answer.message) : unreachable(answer), 'bad', again)
  return shown
}

/** The browser's own encoder: megabytes at once. */
const base64 = (bytes: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.readAsDataURL(new Blob([bytes.slice()]))
  })

const { element } = dropZone(
  'Choisir des factures',
  '.pdf,.xml,application/pdf,application/xml,text/xml',
  (files) => takeAll(files),
  { many: true },
)
show(
  body,
  el('h2', {}, 'Factures reçues'),
  element,
  el(
    'p',
    { class: 'secondary' },
    'Des PDF Factur-X ou des fichiers XML, tels que votre plateforme vous les a remis. Chacun devient une ligne de Dépenses, et il est rangé dans votre Drive.',
  ),
  told,
)
show(
  foot,
  button('Retour', () => openPage('today'), { kind: 'quiet' }),
)
