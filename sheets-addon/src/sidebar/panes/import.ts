import { type Day, parseDay } from '@tabellion/shared/calendar'
import { type DateOrder, statementSentence } from '@tabellion/shared/statements'
import type { ToldStatement } from '../../actions/bank/import-statement.ts'
import type { ToldMatching } from '../../actions/bank/told.ts'
import { readStatementFile, type StatementFile, sentStatement } from '../../bank/statement-file.ts'
import { copyBox } from '../parts/copy.ts'
import { button, type Child, el, show } from '../parts/dom.ts'
import { dropZone } from '../parts/drop.ts'
import { type Frame, notice, split } from '../parts/frame.ts'
import { leaveButton } from '../parts/leave.ts'
import { ask } from '../parts/server.ts'
import { counted, unreachable } from '../parts/words.ts'

/** How many lines the script adds before it says how far it is. */
const SLICE = 1000

export interface ImportEnds {
  back(): void
  done(matching?: ToldMatching): unknown
}

/** *Importer un relevé…*: the file is read here, in the browser; its lines go to the script, which checks each again. */
export function importStatement(frame: Frame, today: string, ends: ImportEnds): void {
  const { body, foot, say } = frame
  const day: Day | undefined = parseDay(today)

  function choose(word?: Child): void {
    const { element, input } = dropZone(
      'Choisir un relevé',
      '.csv,.txt,.tsv,.xlsx,.ofx,.ofc,.qif,.xml,.sta,.940,.mt940,.cfonb,.zip',
      ([file]) => take(file),
    )
    show(
      body,
      button('‹ Retour', ends.back, { kind: 'quiet' }),
      el('h2', {}, 'Importer un relevé'),
      word,
      element,
      el(
        'p',
        { class: 'secondary' },
        'CSV, Excel, OFX, QIF, CAMT, MT940 ou CFONB, tel que votre banque le donne. Le fichier est lu dans ce navigateur ; ses lignes vont dans l’onglet Banque, et nulle part ailleurs. L’importer deux fois ne double rien.',
      ),
    )
    show(foot)
    input.focus()
  }

  async function take(file: File | undefined, dateOrder?: DateOrder): Promise<void> {
    if (!file || !day) return
    show(body, el('h2', {}, 'Lecture du relevé'), el('p', { class: 'secondary' }, file.name))
    const bytes = new Uint8Array(await file.arrayBuffer())
    // The words above are painted first.
    await new Promise((resolve) => setTimeout(resolve, 0))
    const read = readStatementFile(bytes, { today: day, ...(dateOrder === undefined ? {} : { dateOrder }) })
    if (read.ok) return send(file.name, read.value)
    const word = split(statementSentence(read.problem))
    say(word.title)
    const ordered = (order: DateOrder, label: string): HTMLElement =>
      button(label, () => take(file, order), { kind: 'quiet' })
    choose(
      read.problem.code === 'date-order-unknown'
        ? notice(word, 'warn', ordered('dmy', 'Jour puis mois'), ordered('mdy', 'Mois puis jour'))
        : notice(word, 'bad'),
    )
  }

  /** Resumable: what was written is known to the next call, which goes on. */
  async function send(name: string, read: StatementFile): Promise<void> {
    const total = read.lines.length
    let [added, doubtful] = [0, 0]
    let known: number | undefined
    const bar = el('progress', { 'aria-label': 'Avancement', max: total, value: 0 })
    const far = el('p', {}, `${counted(total, 'ligne lue', 'lignes lues')}, comparaison avec Banque…`)
    const leave = leaveButton('On finit cette partie, puis on s’arrête.')
    show(body, el('h2', {}, 'Import en cours'), far, bar)
    show(foot, leave.button)
    body.focus()
    for (;;) {
      const answer = await ask('import-statement', { file: name, most: SLICE, ...sentStatement(read) })
      if (answer.kind !== 'done' || !answer.outcome.statement) {
        const word =
          answer.kind === 'refused' ? split(answer.message) : answer.kind === 'done' ? WRONG : unreachable(answer)
        show(
          body,
          el('h2', {}, 'L’import s’est arrêté'),
          notice(word, 'bad'),
          el('p', { class: 'secondary' }, 'Ce qui est écrit le reste : reprendre continue, sans rien doubler.'),
          answer.kind === 'unreachable'
            ? copyBox(BLOCK, JSON.stringify({ file: name, ...sentStatement(read) }), say)
            : undefined,
        )
        show(
          foot,
          button('Reprendre', () => send(name, read), { kind: 'primary' }),
        )
        say(word.title)
        return
      }
      const { statement, matching } = answer.outcome
      // Lines that an earlier slice added are known to the next one: the first answer says what was there before.
      known ??= statement.known
      added += statement.added
      doubtful += statement.doubtful
      const isDone = statement.left === 0
      if (isDone || leave.isLeft())
        return told(read, { ...statement, added, doubtful, known }, matching, () => send(name, read))
      bar.value = total - statement.left
      far.textContent = `${bar.value} lignes sur ${total}`
      say(far.textContent)
    }
  }

  function told(
    read: StatementFile,
    statement: ToldStatement,
    matching: ToldMatching | undefined,
    on: () => unknown,
  ): void {
    const { added, doubtful, known, left } = statement
    const facts: readonly (readonly [string, number])[] = [
      ['Nouvelles lignes', added],
      ['Déjà connues', known],
      ['Doublons possibles', doubtful],
      ['Reste à importer', left],
      ['En attente, laissées', read.pending],
      ['En devises, laissées', read.foreign],
    ]
    show(
      body,
      el('h2', {}, left > 0 ? 'Import à finir' : added + doubtful === 0 ? 'Rien de nouveau' : 'Relevé importé'),
      el(
        'dl',
        { class: 'facts' },
        facts
          .filter(([, count], at) => at < 2 || count > 0)
          .map(([name, count]) => [el('dt', {}, name), el('dd', {}, String(count))]),
      ),
      read.problems.length === 0
        ? undefined
        : el(
            'div',
            { class: 'notice is-warn' },
            el('b', {}, counted(read.problems.length, 'ligne à regarder', 'lignes à regarder')),
            el(
              'ul',
              { class: 'problems' },
              read.problems.slice(0, 10).map(({ message }) => el('li', {}, message)),
            ),
          ),
      read.assumed.length === 0
        ? undefined
        : el(
            'details',
            {},
            el('summary', {}, 'Comment le fichier a été compris'),
            el(
              'ul',
              { class: 'secondary' },
              read.assumed.map((text) => el('li', {}, text)),
            ),
          ),
    )
    const see = button('Voir les propositions', () => ends.done(matching), { kind: left > 0 ? 'quiet' : 'primary' })
    show(foot, left > 0 ? button('Continuer l’import', on, { kind: 'primary' }) : undefined, see)
    say(`${counted(added, 'nouvelle ligne', 'nouvelles lignes')}.`)
    see.focus()
  }

  choose()
}

const WRONG = { title: 'Réponse inattendue du fichier.', text: 'Rechargez le volet, puis recommencez.' }
const BLOCK = 'Lignes lues, pour Sans le volet › Importer un relevé lu…'
