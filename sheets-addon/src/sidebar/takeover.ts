/** Clients and open invoices of another tool: the list is read and understood here, the script is sent its rows. */
import './takeover.css'
import { type ForeignRow, readForeignRows } from '@tabellion/shared/ledger'
import { decodeText } from '@tabellion/shared/statements/text'
import { copyBox } from './parts/copy.ts'
import { button, type Child, el, freshId, part, show } from './parts/dom.ts'
import { dropZone } from './parts/drop.ts'
import { mainFrame, notice, split } from './parts/frame.ts'
import { radios } from './parts/radios.ts'
import { type Answer, ask, type Outcome, openPage } from './parts/server.ts'
import { counted, unreachable } from './parts/words.ts'
import { columnChoices, toldOf } from './takeover/columns.ts'
import { CLIENTS, KINDS, type Kind } from './takeover/kinds.ts'
import { problems, showTaken } from './takeover/told.ts'

const { body, foot } = mainFrame()
const said = part('said', HTMLElement)
let kind: Kind = CLIENTS
/** The last question asked of the script: an older answer is of no use. */
let asked = 0

/** Said again with what was wrong, and where it was typed. */
function choose(word?: Child, isPasted = false): void {
  asked += 1
  const pasteId = freshId()
  const { element } = dropZone('Choisir un fichier CSV', '.csv,.txt,.tsv,text/csv,text/plain', ([file]) => take(file))
  const pasted = el('textarea', { id: pasteId, class: 'pasted', 'data-key': 'paste' })
  show(
    body,
    el('h2', {}, 'Reprendre mes données'),
    radios(
      'Que reprenez-vous\u202f?',
      KINDS.map(({ about, name }) => [name, ` ${about}`]),
      kind.name,
      (name) => {
        kind = KINDS.find((each) => each.name === name) ?? kind
      },
    ).element,
    word,
    element,
    el(
      'details',
      { open: isPasted },
      el('summary', {}, 'Coller une liste'),
      el(
        'div',
        { class: 'field' },
        el('label', { for: pasteId }, 'Lignes copiées d’un tableau, titres compris'),
        pasted,
      ),
      button('Lire ces lignes', () => read(pasted.value, true), { kind: 'quiet' }),
    ),
    el(
      'p',
      { class: 'secondary' },
      'Exportez la liste de votre ancien outil en CSV, ou enregistrez votre tableur en CSV. Rien n’est écrit avant votre accord, et ce qui est déjà ici ne change pas.',
    ),
  )
  show(
    foot,
    button('Retour', () => openPage('today'), { kind: 'quiet' }),
  )
  if (isPasted) pasted.focus()
}

async function take(file: File | undefined): Promise<void> {
  if (file) await read(decodeText(new Uint8Array(await file.arrayBuffer())).text)
}

async function read(text: string, isPasted = false): Promise<void> {
  const rows = readForeignRows(text)
  if (rows.length > 0) return look(rows)
  const word = { title: 'Cette liste est vide.', text: 'Choisissez un fichier CSV, ou collez des lignes.' }
  said.textContent = word.title
  choose(notice(word, 'bad'), isPasted)
}

/** What would be taken over, to be corrected before anything is written. */
async function look(rows: readonly ForeignRow[], told: Readonly<Record<string, string>> = {}): Promise<void> {
  const chosen = kind
  const understood = chosen.read(rows, told)
  const columns = columnChoices(chosen, understood, (next) => void look(rows, next))
  const result = el('div', { class: 'columns' })
  asked += 1
  const turn = asked
  show(
    body,
    button('‹ Autre liste', () => choose(), { kind: 'quiet' }),
    el('h2', {}, chosen.name),
    understood.samples.length === 0
      ? undefined
      : el(
          'ul',
          { class: 'todo sample', 'aria-label': 'Premières lignes' },
          understood.samples.map((cells) =>
            el(
              'li',
              {},
              el(
                'dl',
                { class: 'facts' },
                cells
                  .filter(([, value]) => value !== '')
                  .map(([heading, value]) => [el('dt', {}, heading), el('dd', {}, value)]),
              ),
            ),
          ),
        ),
    columns,
    result,
  )
  show(foot)
  body.focus()
  if (understood.missing.length > 0) {
    const word = {
      title: `Il manque la colonne « ${understood.missing.join(' », « ')} ».`,
      text: 'Dites ci-dessus quelle colonne du fichier la contient.',
    }
    said.textContent = word.title
    show(result, notice(word, 'warn'))
    return
  }
  show(result, el('p', { class: 'secondary' }, 'Comparaison avec le fichier…'))
  const answer = await ask(chosen.action, { rows, columns: toldOf(understood), preview: true })
  if (turn !== asked) return
  if (answer.kind !== 'done') {
    show(result)
    return stopped(result, answer, () => look(rows, told), { list: chosen.list, rows, columns: toldOf(understood) })
  }
  const count = answer.outcome.imported?.rows ?? 0
  said.textContent = counted(count, `${chosen.one} à reprendre`, `${chosen.many} à reprendre`)
  show(result, el('p', {}, el('b', {}, said.textContent)), problems(answer.outcome))
  show(
    foot,
    count === 0
      ? undefined
      : button(`Reprendre ${counted(count, chosen.one, chosen.many)}`, () => write(chosen, rows, toldOf(understood)), {
          kind: 'primary',
        }),
  )
}

/** In slices that each begin with the titles; asked again, what is there already is left as it is. */
async function write(
  chosen: Kind,
  rows: readonly ForeignRow[],
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  const [titles, ...others] = rows
  const named = titles?.cells.some((cell) => cell in columns)
  const [head, data] = named && titles ? [[titles], others] : [[], rows]
  const bar = el('progress', { 'aria-label': 'Avancement', max: data.length, value: 0 })
  show(body, el('h2', {}, 'Reprise en cours'), bar)
  show(foot)
  body.focus()
  const added: string[] = []
  const outcomes: Outcome[] = []
  const step = Math.min(chosen.slice, data.length)
  for (let start = 0; start < data.length; start += step) {
    const slice = [...head, ...data.slice(start, start + step)]
    const answer = await ask(chosen.action, { rows: slice, columns })
    if (answer.kind !== 'done') {
      show(
        body,
        el('h2', {}, 'La reprise s’est arrêtée'),
        el('p', { class: 'secondary' }, 'Ce qui est écrit le reste\u00a0: reprendre ne double rien.'),
      )
      return stopped(body, answer, () => write(chosen, rows, columns), { list: chosen.list, rows, columns })
    }
    outcomes.push(answer.outcome)
    added.push(...(answer.outcome.imported?.added ?? []))
    bar.value = Math.min(start + step, data.length)
  }
  said.textContent = showTaken({ body, foot }, chosen, added, outcomes, (next) => {
    kind = next
    choose()
    body.focus()
  })
  body.focus()
}

/** Where the page cannot call the script, its rows go by hand: the menu takes them. */
function stopped(
  place: HTMLElement,
  answer: Exclude<Answer, { kind: 'done' }>,
  again: () => unknown,
  byHand: object,
): void {
  const word = answer.kind === 'refused' ? split(answer.message) : unreachable(answer)
  said.textContent = word.title
  place.append(notice(word, 'bad'))
  if (answer.kind === 'unreachable')
    place.append(
      copyBox('Lignes lues, pour Réglages › Reprendre une liste lue…', JSON.stringify(byHand), (text) => {
        said.textContent = text
      }),
    )
  show(foot, button('Réessayer', again, { kind: 'primary' }))
}

choose()
