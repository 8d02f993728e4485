import type { ToldMatching } from '../../actions/bank/told.ts'
import { button, el, paneHead, show } from '../parts/dom.ts'
import { type Frame, notice, outcomeOf, type Pane, split } from '../parts/frame.ts'
import { type Answer, ask } from '../parts/server.ts'
import { counted, type Explained, unreachable } from '../parts/words.ts'
import { importStatement } from './import.ts'
import { type Deeds, decided, doubles, lineCard, matchOf } from './match-card.ts'
import { chooseOther } from './match-other.ts'

/** What each line of the bank may pay: the sheet's own way of matching, without the extension (features D-09). */
export function matchPane(frame: Frame): Pane {
  const { body, foot, say } = frame
  /** `further`: Esc goes back to the list. */
  let step: 'list' | 'further' = 'list'
  let known: ToldMatching | undefined

  const refresh = (): Promise<void> => look(ask('match-statement'))

  async function look(answer: Answer | Promise<Answer>): Promise<void> {
    const again = button('Réessayer', refresh, { kind: 'quiet' })
    const outcome = await outcomeOf(answer, frame, again)
    if (outcome?.matching) list(outcome.matching)
  }

  function list(matching: ToldMatching, word?: HTMLElement): void {
    step = 'list'
    known = matching
    frame.badge('match', matching.open)
    const certain = matching.lines.filter((line) => line.certain)
    show(
      body,
      word,
      matching.open === 0 ? emptyState(matching) : heading(matching),
      matching.lines.map((line) => lineCard(line, deeds)),
      matching.open > matching.lines.length
        ? el('p', { class: 'secondary' }, `Et ${matching.open - matching.lines.length} autres, dans l’onglet Banque.`)
        : undefined,
      doubles(matching.doubtful, deeds),
      decided(matching, deeds),
    )
    const bring = button('Importer un relevé…', () => bringIn(), { kind: certain.length > 1 ? 'quiet' : '' })
    const all = button(
      `Rapprocher les ${certain.length} certains`,
      () => act('confirm-matches', { matches: certain.map((line) => matchOf(line)) }),
      { kind: 'primary', key: 'certain' },
    )
    show(foot, certain.length > 1 ? all : undefined, bring)
  }

  const heading = ({ open }: ToldMatching): HTMLElement =>
    paneHead(counted(open, 'ligne à rapprocher', 'lignes à rapprocher'), refresh)

  function emptyState({ rows }: ToldMatching): HTMLElement {
    const [title, text] =
      rows === 0
        ? [
            'Aucune ligne de banque ici',
            'Téléchargez le relevé de votre compte (CSV, Excel, OFX, QIF ou CAMT), puis importez-le : chaque encaissement montrera la facture qu’il paie, et pourquoi.',
          ]
        : ['Tout est rapproché', 'Importez un relevé plus récent pour voir ce qui est arrivé depuis.']
    return el('div', {}, el('h2', {}, title), el('p', { class: 'secondary' }, text))
  }

  /** One step, told above the list with the way back. */
  async function act(action: string, args: object, undo?: HTMLElement): Promise<void> {
    const answer = await ask(action, args)
    if (answer.kind === 'done' && answer.outcome.matching) {
      const said = split(answer.outcome.message)
      list(answer.outcome.matching, notice(said, said.text === '' ? 'good' : 'warn', undo))
      say(answer.outcome.message)
    } else if (answer.kind !== 'done') {
      const word: Explained = answer.kind === 'refused' ? split(answer.message) : unreachable(answer)
      if (known) list(known, notice(word, 'bad', button('Actualiser', refresh, { kind: 'quiet' })))
      say(word.title)
    }
    if (!body.contains(document.activeElement)) body.focus()
    if (step === 'list') body.parentElement?.scrollTo(0, 0)
  }

  const deeds: Deeds = {
    match: (line, match = matchOf(line)) =>
      act(
        'confirm-matches',
        { matches: [match] },
        button('Annuler', () => deeds.undo(line.line), { kind: 'quiet' }),
      ),
    other(line) {
      if (!known) return
      step = 'further'
      chooseOther(frame, line, known.documents, { back: () => void back(), deeds })
    },
    ignore: (line) =>
      act(
        'ignore-lines',
        { lines: [line] },
        button('Annuler', () => deeds.restore(line), { kind: 'quiet' }),
      ),
    restore: (line) => act('ignore-lines', { lines: [line], back: true }),
    undo: (line) => act('undo-match', { line }),
  }

  function bringIn(): void {
    if (!known) return
    step = 'further'
    importStatement(frame, known.today, {
      back: () => void back(),
      done: (matching) => (matching ? list(matching) : refresh()),
    })
  }

  function back(): boolean {
    if (step !== 'further' || !known) return false
    list(known)
    body.focus()
    return true
  }

  return {
    name: 'match',
    label: 'Rapprocher',
    async open(answer, page) {
      await look(answer ?? ask('match-statement'))
      if (page === 'import') bringIn()
    },
    back,
  }
}
