import type { IssuedSummary } from '../../actions/action.ts'
import type { Preview, PreviewedGroup } from '../../actions/issue-invoices/preview.ts'
import { button, el, show } from '../parts/dom.ts'
import { type Frame, notice, outcomeOf, type Pane, placeLink, split } from '../parts/frame.ts'
import { type Answer, ask, type Outcome, openPage } from '../parts/server.ts'
import { counted, type Explained, euros, unreachable } from '../parts/words.ts'
import { groupCard } from './issue-group.ts'
import { runIssue } from './issue-run.ts'
import { clientForm } from './new-client.ts'
import { saleForm } from './new-sale.ts'

/** What the ticked rows would become; one button makes it so. */
export function issuePane(frame: Frame): Pane {
  const { body, foot } = frame
  /** Where Esc goes back to. */
  let step: 'preview' | 'further' = 'preview'
  let known: Outcome | undefined

  const refresh = (word?: HTMLElement): Promise<void> => look(ask('preview-invoices'), word)

  async function look(answer: Answer | Promise<Answer>, word?: HTMLElement): Promise<void> {
    const settled = await Promise.resolve(answer)
    if (settled.kind === 'refused' && NOT_READY.has(settled.code)) return notReady(settled.code, settled.message)
    const outcome = await outcomeOf(
      settled,
      frame,
      button('Réessayer', () => refresh(), { kind: 'quiet' }),
    )
    if (outcome?.preview) preview(outcome, outcome.preview, word)
  }

  function notReady(code: string, message: string): void {
    const word =
      code === 'missing-tab'
        ? {
            title: 'Ce fichier n’est pas encore prêt.',
            text: 'En cinq écrans, l’assistant crée les onglets et demande ce qu’une facture doit dire de vous.',
          }
        : split(message)
    show(body, notice(word, 'warn'))
    show(
      foot,
      button('Ouvrir l’assistant de démarrage', () => openPage('assistant'), { kind: 'primary' }),
    )
  }

  function preview(outcome: Outcome, seen: Preview, word?: HTMLElement): void {
    step = 'preview'
    known = outcome
    const { groups } = seen
    const total = groups.reduce((sum, { payableCents }) => sum + payableCents, 0)
    const found = problems(outcome, seen)
    show(
      body,
      word,
      groups.length === 0
        ? empty(seen)
        : el(
            'div',
            {},
            el(
              'div',
              { class: 'head' },
              el('h2', {}, counted(groups.length, 'facture à émettre', 'factures à émettre')),
              button('Actualiser', () => refresh(), { kind: 'quiet' }),
            ),
            el('div', { class: 'figure' }, euros(total)),
          ),
      groups.map((group) =>
        groupCard(group, {
          remove: () => remove(group),
          draw: () => ask('preview-document', { rows: group.rows }),
        }),
      ),
      groups.length === 0 ? found : undefined,
    )
    show(
      foot,
      groups.length > 0 ? found : undefined,
      seen.unfiled > 0
        ? button(`Finir ${counted(seen.unfiled, 'PDF', 'PDF')}`, () => run({ rows: [] }, 0), {
            kind: groups.length === 0 ? 'primary' : '',
          })
        : undefined,
      groups.length > 0
        ? button(`Émettre ${counted(groups.length, 'facture')}`, () => confirm(seen), { kind: 'primary' })
        : undefined,
      button('Saisir une vente', () => typeSale(seen), {
        kind: groups.length === 0 && seen.unfiled === 0 ? 'primary' : 'quiet',
      }),
    )
    frame.say(outcome.message)
  }

  const empty = ({ leftOut, unfiled }: Preview): HTMLElement =>
    el(
      'div',
      {},
      el(
        'h2',
        {},
        leftOut > 0
          ? 'Rien ne peut encore être émis'
          : unfiled > 0
            ? 'Des PDF restent à faire'
            : 'Aucune ligne à facturer',
      ),
      el(
        'p',
        { class: 'secondary' },
        leftOut > 0
          ? 'Corrigez ce qui suit, puis actualisez.'
          : 'Cochez « À facturer » dans Ventes : les factures paraîtront ici avant d’être émises.',
      ),
      button('Actualiser', () => refresh(), { kind: 'quiet' }),
    )

  function problems({ findings }: Outcome, { groups, leftOut, unknownClients }: Preview): HTMLElement | undefined {
    const blocking = findings.filter(({ severity }) => severity === 'blocking').sort(byRow)
    // While something blocks, what would only deserve a look can wait.
    const shown = blocking.length > 0 ? blocking : findings
    if (shown.length === 0) return undefined
    const title =
      blocking.length > 0
        ? counted(leftOut, 'ligne laissée de côté', 'lignes laissées de côté')
        : `À savoir : ${counted(shown.length, 'remarque')}`
    return el(
      'details',
      { open: groups.length === 0, class: blocking.length > 0 ? 'notice is-bad' : 'notice is-warn' },
      el('summary', {}, el('b', {}, title)),
      el(
        'ul',
        { class: 'problems' },
        shown.slice(0, MOST_PROBLEMS).map((finding) => el('li', {}, finding.text, placeLink(finding))),
        shown.length > MOST_PROBLEMS
          ? el(
              'li',
              {},
              `… et ${shown.length - MOST_PROBLEMS} de plus : Facturation › Contrôler le fichier les liste tous.`,
            )
          : undefined,
        unknownClients.slice(0, 3).map((name) =>
          el(
            'li',
            {},
            button(`Créer la fiche de ${name}`, () => meet(name), { kind: 'quiet' }),
          ),
        ),
      ),
    )
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

  function confirm(seen: Preview): void {
    step = 'further'
    const { expected, groups } = seen
    const count = counted(groups.length, 'facture')
    const go = button(
      `Confirmer : ${count}`,
      () => run({ rows: groups.flatMap(({ rows }) => rows), expected }, groups.length),
      { kind: 'primary' },
    )
    show(
      foot,
      el(
        'b',
        {},
        groups.length === 1 ? 'Cette facture va recevoir son numéro.' : `Ces ${count} vont recevoir leur numéro.`,
      ),
      el('p', { class: 'secondary' }, 'Un document émis ne change plus ; il se corrige par un avoir.'),
      go,
      button('Revenir', () => back(), { kind: 'quiet' }),
    )
    go.focus()
  }

  async function run(args: object, expected: number): Promise<void> {
    step = 'further'
    const { issued, left, outcome, trouble } = await runIssue(frame, args, expected)
    if (trouble && issued.length === 0) {
      if (trouble.kind === 'refused' && trouble.code === 'preview-stale')
        return refresh(notice(split(trouble.message), 'warn'))
      const word: Explained = trouble.kind === 'refused' ? split(trouble.message) : unreachable(trouble)
      show(body, notice(word, 'bad'))
      show(
        foot,
        button('Voir où l’on en est', () => refresh(), { kind: 'primary' }),
      )
      return
    }
    done(issued, left, outcome)
  }

  function done(issued: readonly IssuedSummary[], left: number, outcome: Outcome | undefined): void {
    step = 'preview'
    known = undefined
    const total = issued.reduce((sum, { payableCents }) => sum + payableCents, 0)
    show(
      body,
      el(
        'div',
        {},
        el(
          'h2',
          {},
          issued.length === 0
            ? (outcome?.message ?? '')
            : `${counted(issued.length, 'facture émise', 'factures émises')}`,
        ),
        issued.length === 0 ? undefined : el('div', { class: 'figure' }, euros(total)),
      ),
      el('ul', { class: 'todo' }, issued.map(made)),
      left > 0
        ? notice(
            {
              title: `${counted(left, 'PDF reste', 'PDF restent')} à faire.`,
              text: 'Les numéros sont donnés ; les PDF se font à la demande.',
            },
            'warn',
          )
        : undefined,
      el(
        'div',
        { class: 'row' },
        button('Voir dans Factures', () => ask('go-to', { tab: 'Factures' }), { kind: 'quiet' }),
        button('Continuer', () => refresh(), { kind: 'quiet' }),
      ),
    )
    show(
      foot,
      left > 0
        ? button(`Finir ${counted(left, 'PDF', 'PDF')}`, () => run({ rows: [] }, 0), { kind: 'primary' })
        : undefined,
    )
    frame.say(outcome?.message ?? '')
    body.focus()
  }

  const made = ({ client, number, payableCents, url }: IssuedSummary): HTMLElement =>
    el(
      'li',
      { class: 'issued' },
      el('div', { class: 'head' }, el('b', {}, number), el('span', { class: 'amount' }, euros(payableCents))),
      el(
        'div',
        { class: 'head secondary' },
        el('span', {}, client),
        el('a', { href: url, target: '_blank', rel: 'noopener', 'aria-label': `PDF de ${number}` }, 'PDF'),
      ),
    )

  function typeSale(seen: Preview): void {
    step = 'further'
    const form = saleForm(seen)
    const word = el('div', { role: 'alert' })
    const save = async (): Promise<void> => {
      const given = form.read()
      if (!given) return
      await saved(ask('add-sale', given), word)
    }
    formPage('Une vente', word, form.element, 'Ajouter à Ventes', save)
    form.focus()
  }

  function meet(name: string): void {
    step = 'further'
    const form = clientForm()
    const word = el('div', { role: 'alert' })
    const save = async (): Promise<void> => {
      const client = form.read(name)
      if (!client) return
      await saved(ask('add-sale', { client }), word)
    }
    formPage(name, word, form.element, 'Créer la fiche', save)
    form.element.querySelector('select')?.focus()
  }

  function formPage(
    title: string,
    word: HTMLElement,
    fields: HTMLElement,
    label: string,
    save: () => Promise<void>,
  ): void {
    const submit = button(label, save, { kind: 'primary' })
    const form = el('form', {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault()
        submit.click()
      },
    })
    show(form, fields, el('input', { type: 'submit', hidden: true }))
    show(body, el('h2', {}, title), form)
    show(
      foot,
      word,
      submit,
      button('Revenir', () => back(), { kind: 'quiet' }),
    )
  }

  async function saved(answer: Promise<Answer>, word: HTMLElement): Promise<void> {
    const settled = await answer
    if (settled.kind === 'done') return refresh()
    show(word, notice(settled.kind === 'refused' ? split(settled.message) : unreachable(settled), 'bad'))
  }

  function back(): boolean {
    if (step === 'preview' || !known?.preview) return false
    preview(known, known.preview)
    body.focus()
    return true
  }

  return {
    name: 'issue',
    label: 'Émettre',
    async open(answer, page) {
      await look(answer ?? ask('preview-invoices'))
      if (page === 'sale' && known?.preview) typeSale(known.preview)
    },
    back,
  }
}

/** More is a job for the tab *Contrôles*. */
const MOST_PROBLEMS = 6
const byRow = (a: { readonly row?: number }, b: { readonly row?: number }): number => (a.row ?? 0) - (b.row ?? 0)

/** What the assistant mends. */
const NOT_READY: ReadonlySet<string> = new Set(['missing-identity', 'missing-tab'])
