import { of } from '@tabellion/shared/kernel'
import type { Preview, PreviewedGroup } from '../../actions/issue-invoices/preview.ts'
import { button, el } from '../parts/dom.ts'
import { type Tick, tick } from '../parts/field.ts'
import { placeLink } from '../parts/frame.ts'
import type { Outcome } from '../parts/server.ts'
import { counted } from '../parts/words.ts'

/** What to read when nothing can be issued. */
export function emptyState({ leftOut, unfiled }: Preview): readonly HTMLElement[] {
  const [title, text] =
    leftOut > 0
      ? ['Rien ne peut encore être émis', 'Corrigez ce qui suit, puis actualisez.']
      : unfiled > 0
        ? [
            'Des PDF restent à faire',
            'Un passage a été interrompu : ses numéros sont donnés, il ne manque que les pages.',
          ]
        : [
            'Aucune ligne à facturer',
            'Cochez « À facturer » dans Ventes : les factures paraîtront ici avant d’être émises.',
          ]
  return [el('h2', {}, title), el('p', { class: 'secondary' }, text)]
}

/** More is a job for the tab *Contrôles*. */
const MOST_PROBLEMS = 6
const byRow = (a: { readonly row?: number }, b: { readonly row?: number }): number => (a.row ?? 0) - (b.row ?? 0)

/** What keeps rows back, each with its cell one click away; `meet` makes the card of a client nobody knows. */
export function problems(
  { findings }: Outcome,
  { groups, leftOut, unknownClients }: Preview,
  meet: (name: string) => void,
): HTMLElement | undefined {
  const blocking = findings.filter(({ severity }) => severity === 'blocking').sort(byRow)
  // While something blocks, what would only deserve a look can wait.
  const shown = blocking.length > 0 ? blocking : findings
  if (shown.length === 0) return undefined
  const title =
    blocking.length > 0
      ? counted(leftOut, 'ligne laissée de côté', 'lignes laissées de côté')
      : `À savoir : ${counted(shown.length, 'remarque')}`
  const more = shown.length - MOST_PROBLEMS
  return el(
    'details',
    { open: groups.length === 0, class: blocking.length > 0 ? 'notice is-bad' : 'notice is-warn' },
    el('summary', {}, el('b', {}, title)),
    el(
      'ul',
      { class: 'problems' },
      shown.slice(0, MOST_PROBLEMS).map((finding) => el('li', {}, finding.text, placeLink(finding))),
      more > 0
        ? el('li', {}, `… et ${more} de plus : Facturation › Contrôles › Contrôler le fichier les liste tous.`)
        : undefined,
      unknownClients.slice(0, 3).map((name) =>
        el(
          'li',
          {},
          button(`Créer la fiche ${of(name)}`, () => meet(name), { kind: 'quiet' }),
        ),
      ),
    ),
  )
}

export interface SendChoice {
  readonly element: HTMLElement | undefined
  isOn(): boolean
}

/** Ticked by itself when everybody has an address; who receives what is said once more before anything leaves. */
export function sendChoice(
  groups: readonly PreviewedGroup[],
  wanted: boolean | undefined,
  changed: () => void,
): SendChoice {
  const without = groups.filter(({ email }) => email === undefined)
  if (without.length === groups.length) return { element: undefined, isOn: () => false }
  const hint =
    without.length === 0
      ? ''
      : `(sauf ${without.length === 1 ? without[0]?.client : `${without.length} clients sans adresse`})`
  const choice: Tick = tick('Envoyer aussi par e-mail', wanted ?? without.length === 0, hint)
  choice.input.addEventListener('change', changed)
  return { element: choice.element, isOn: () => choice.input.checked }
}

/** « 2 mails : compta@a.fr, b@c.fr ». */
export function recipients(groups: readonly PreviewedGroup[]): string {
  const addresses = groups.flatMap(({ email }) => email ?? [])
  const some = [...new Set(addresses)].slice(0, 3)
  const rest = addresses.length > some.length && new Set(addresses).size > some.length ? '…' : ''
  return `${counted(addresses.length, 'mail')} : ${some.join(', ')}${rest}`
}
