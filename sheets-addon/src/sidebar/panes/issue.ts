import type { Preview, PreviewedGroup } from '../../actions/issue-invoices/preview.ts'
import { button, el, show } from '../parts/dom.ts'
import { type Frame, notice, outcomeOf, type Pane, split } from '../parts/frame.ts'
import { type Answer, ask, type Outcome, openPage } from '../parts/server.ts'
import { counted, type Explained, euros, unreachable } from '../parts/words.ts'
import { showDone } from './issue-done.ts'
import { meetClient, typeSale } from './issue-forms.ts'
import { groupCard } from './issue-group.ts'
import { emptyState, problems, recipients, sendChoice } from './issue-parts.ts'
import { runIssue } from './issue-run.ts'

/** What the ticked rows would become; one button makes it so. */
export function issuePane(frame: Frame): Pane {
  const { body, foot } = frame
  /** `further`: Esc goes back to the preview. */
  let step: 'preview' | 'further' | 'done' = 'preview'
  let known: Outcome | undefined
  let lookedAt = 0
  /** As the user last left the box; undefined while they have not touched it. */
  let wantsSend: boolean | undefined

  const refresh = (word?: HTMLElement): Promise<void> => look(ask('preview-invoices'), word)

  async function look(answer: Answer | Promise<Answer>, word?: HTMLElement): Promise<void> {
    const settled = await Promise.resolve(answer)
    lookedAt = performance.now()
    if (settled.kind === 'refused' && NOT_READY.has(settled.code)) return notReady(settled.code, settled.message)
    const again = button('Réessayer', () => refresh(), { kind: 'quiet' })
    const outcome = await outcomeOf(settled, frame, again)
    if (outcome?.preview) preview(outcome, outcome.preview, word)
  }

  function notReady(code: string, message: string): void {
    show(body, notice(code === 'missing-tab' ? UNPREPARED : split(message), 'warn'))
    show(
      foot,
      button('Ouvrir l’assistant de démarrage', () => openPage('assistant'), { kind: 'primary' }),
    )
  }

  function preview(outcome: Outcome, seen: Preview, word?: HTMLElement): void {
    step = 'preview'
    known = outcome
    const { groups, unfiled } = seen
    const total = groups.reduce((sum, { payableCents }) => sum + payableCents, 0)
    const found = problems(outcome, seen, (name) => meet(name))
    const again = button('Actualiser', () => refresh(), { kind: 'quiet' })
    const isEmpty = groups.length === 0
    show(
      body,
      word,
      isEmpty
        ? el('div', {}, emptyState(seen), again)
        : el(
            'div',
            {},
            el(
              'div',
              { class: 'head' },
              el('h2', {}, counted(groups.length, 'facture à émettre', 'factures à émettre')),
              again,
            ),
            el('div', { class: 'figure' }, euros(total)),
          ),
      groups.map((group) =>
        groupCard(group, {
          remove: () => remove(group),
          draw: () => ask('preview-document', { rows: group.rows }),
        }),
      ),
      isEmpty ? found : undefined,
    )
    const mails = sendChoice(groups, wantsSend, () => {
      wantsSend = mails.isOn()
      preview(outcome, seen, word)
    })
    show(
      foot,
      isEmpty ? undefined : found,
      unfiled > 0
        ? button(`Finir ${counted(unfiled, 'PDF', 'PDF')}`, () => run({ rows: [] }), {
            kind: isEmpty ? 'primary' : '',
          })
        : undefined,
      mails.element,
      isEmpty
        ? undefined
        : button(
            `${mails.isOn() ? 'Émettre et envoyer' : 'Émettre'} ${counted(groups.length, 'facture')}`,
            () => confirm(seen, mails.isOn()),
            { kind: 'primary', key: 'émettre' },
          ),
      button('Saisir une vente', () => type(seen), { kind: isEmpty && unfiled === 0 ? 'primary' : 'quiet' }),
    )
    frame.say(outcome.message)
  }

  async function remove({ client, rows }: PreviewedGroup): Promise<void> {
    const answer = await ask('tick-rows', { rows, on: false })
    if (answer.kind !== 'done') return
    const undo = button(
      'Annuler',
      async () => {
        await ask('tick-rows', { rows, on: true })
        await refresh()
      },
      { kind: 'quiet' },
    )
    await refresh(
      notice({ title: `${client} est retiré.`, text: 'Ses lignes sont décochées dans Ventes.' }, 'plain', undo),
    )
    undo.focus()
  }

  /** A number and a mail leave the house: both are said before. */
  function confirm({ expected, groups }: Preview, send: boolean): void {
    step = 'further'
    const count = counted(groups.length, 'facture')
    const args = { rows: groups.flatMap(({ rows }) => rows), expected, ...(send ? { send } : {}) }
    const mails = send ? ` et ${counted(groups.filter(({ email }) => email !== undefined).length, 'mail')}` : ''
    const go = button(`Confirmer : ${count}${mails}`, () => run(args, groups), { kind: 'primary' })
    show(
      foot,
      el(
        'b',
        {},
        groups.length === 1 ? 'Cette facture va recevoir son numéro.' : `Ces ${count} vont recevoir leur numéro.`,
      ),
      send ? el('p', {}, recipients(groups)) : undefined,
      el('p', { class: 'secondary' }, 'Un document émis ne change plus ; il se corrige par un avoir.'),
      go,
      button('Revenir', () => back(), { kind: 'quiet' }),
    )
    go.focus()
  }

  async function run(args: object, groups: readonly PreviewedGroup[] = []): Promise<void> {
    const said = [...(known?.findings ?? []), ...groups.flatMap(({ warnings }) => warnings)].map(({ text }) => text)
    step = 'done'
    known = undefined
    const made = await runIssue(frame, args, { count: groups.length, said: new Set(said) })
    const { trouble } = made
    if (!trouble || made.issued.length > 0)
      return showDone(frame, made, { finish: () => run({ rows: [] }), again: () => refresh() })
    if (trouble.kind === 'refused' && trouble.code === 'preview-stale')
      return refresh(notice(split(trouble.message), 'warn'))
    const word: Explained = trouble.kind === 'refused' ? split(trouble.message) : unreachable(trouble)
    show(body, notice(word, 'bad'))
    show(
      foot,
      button('Voir où l’on en est', () => refresh(), { kind: 'primary' }),
    )
  }

  const around = { back: () => void back(), saved: () => refresh() }
  function type(seen: Preview): void {
    step = 'further'
    typeSale(frame, seen, around)
  }
  function meet(name: string): void {
    step = 'further'
    meetClient(frame, name, around)
  }

  function back(): boolean {
    if (step !== 'further' || !known?.preview) return false
    preview(known, known.preview)
    body.focus()
    return true
  }

  /** Whoever comes back from the sheet has perhaps ticked a row: what is shown follows, unless something else is under way. */
  async function returned(): Promise<void> {
    const seen = known?.preview
    if (step !== 'preview' || !seen || performance.now() - lookedAt < PATIENCE_MS) return
    lookedAt = performance.now()
    const answer = await ask('preview-invoices')
    const now = answer.kind === 'done' ? answer.outcome.preview : undefined
    if (answer.kind !== 'done' || !now || step !== 'preview' || known?.preview !== seen) return
    if (now.expected !== seen.expected || now.leftOut !== seen.leftOut) preview(answer.outcome, now)
  }

  return {
    name: 'issue',
    label: 'Émettre',
    isDaily: true,
    async open(answer, page) {
      await look(answer ?? ask('preview-invoices'))
      if (page === 'sale' && known?.preview) type(known.preview)
    },
    back,
    returned,
  }
}

const PATIENCE_MS = 4000
/** What the assistant mends. */
const NOT_READY: ReadonlySet<string> = new Set(['missing-identity', 'missing-tab'])
const UNPREPARED: Explained = {
  title: 'Ce fichier n’est pas encore prêt.',
  text: 'En cinq écrans, l’assistant crée les onglets et demande ce qu’une facture doit dire de vous.',
}
