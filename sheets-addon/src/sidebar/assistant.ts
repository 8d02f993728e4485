/** The assistant: five screens, each written as soon as it is left, so that nothing is lost when it is closed. */
import './assistant.css'
import type { KnownSettings } from '../actions/change-settings.ts'
import { numberingScreen } from './assistant/numbering.ts'
import { paymentScreen } from './assistant/payment.ts'
import { showReady } from './assistant/ready.ts'
import { changesOf, type Screen, settingOf } from './assistant/screen.ts'
import { tradeScreen } from './assistant/trade.ts'
import { vatScreen } from './assistant/vat.ts'
import { youScreen } from './assistant/you.ts'
import { button, el, part, show } from './parts/dom.ts'
import { allRight } from './parts/field.ts'
import { mainFrame, notice, outcomeOf, split } from './parts/frame.ts'
import { type Answer, ask, closePage, start } from './parts/server.ts'
import { styleField } from './parts/style-field.ts'
import { unreachable } from './parts/words.ts'

const { body, foot } = mainFrame()
const steps = part('steps', HTMLElement)

/** One after the other: the file has one lock. Resolves to what went wrong last, if anything. */
let saving: Promise<Exclude<Answer, { kind: 'done' }> | undefined> = Promise.resolve(undefined)

async function begin(answer: Answer | Promise<Answer>): Promise<void> {
  const outcome = await outcomeOf(
    answer,
    { body, foot },
    button('Réessayer', () => begin(ask('read-settings'))),
  )
  if (outcome?.settings) run(outcome.settings)
}

function run(known: KnownSettings): void {
  let isSetUp = known.isSetUp
  /** What is written already, as later screens know it. */
  let written: KnownSettings = known
  let vatNumber = ''
  const color = settingOf(known, 'Couleur')
  const style = styleField(
    { color: /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : '#184d78', logo: known.logo },
    () => undefined,
  )
  const screens: readonly Screen[] = [
    youScreen(known, (number) => {
      vatNumber = number
    }),
    tradeScreen(known),
    vatScreen(known, () => vatNumber),
    numberingScreen(known),
    paymentScreen(known, style),
  ]
  const word = el('div', { role: 'status', class: 'secondary' })

  function save(screen: Screen): void {
    const settings = changesOf(written, screen.values())
    if (isSetUp && Object.keys(settings).length === 0) return
    const action = isSetUp ? 'change-settings' : 'setup'
    word.textContent = isSetUp ? 'Enregistrement…' : 'Les onglets se créent pendant que vous continuez…'
    isSetUp = true
    written = { ...written, values: { ...written.values, ...settings } }
    after(() => ask(action, { settings }))
  }
  function after(work: () => Promise<Answer>): void {
    saving = saving.then(async (trouble) => {
      if (trouble) return trouble
      const answer = await work()
      word.textContent = answer.kind === 'done' ? 'Enregistré.' : ''
      return answer.kind === 'done' ? undefined : answer
    })
  }

  function go(at: number): void {
    const screen = screens[at]
    if (!screen) return
    const isLast = at === screens.length - 1
    screen.shown?.()
    show(
      steps,
      screens.map(({ name }, index) =>
        el('li', { 'aria-current': index === at ? 'step' : undefined, class: index < at ? 'is-done' : '' }, name),
      ),
    )
    const next = button(
      isLast ? 'Terminer' : 'Suivant',
      () => {
        if (!allRight(screen.fields())) return undefined
        save(screen)
        return isLast ? finish() : go(at + 1)
      },
      { kind: 'primary' },
    )
    const title = el('h1', { tabindex: '-1' }, screen.title)
    const form = el(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault()
          next.click()
        },
      },
      el('div', {}, title, el('p', { class: 'secondary' }, screen.intro)),
      screen.element,
      el('input', { type: 'submit', hidden: true }),
    )
    show(body, form)
    show(foot, at > 0 ? button('Retour', () => go(at - 1)) : el('span', {}), word, next)
    body.scrollTop = 0
    const first = form.querySelector<HTMLElement>('input:not([type=radio]):not([type=hidden]), select')
    if (at === 0) first?.focus()
    else title.focus()
  }

  async function finish(): Promise<void> {
    const logo = style.logo()
    if (logo) after(() => ask('set-logo', { file: logo.file, data: logo.data }))
    if (logo === null) after(() => ask('set-logo', { remove: true }))
    show(
      body,
      el('p', { role: 'status' }, 'Un instant : vos réglages s’écrivent…'),
      el('progress', { 'aria-label': 'Enregistrement' }),
    )
    show(foot)
    const trouble = await saving
    saving = Promise.resolve(undefined)
    if (trouble) return failed(trouble)
    ready()
  }

  function failed(trouble: Exclude<Answer, { kind: 'done' }>): void {
    const explained = trouble.kind === 'refused' ? split(trouble.message) : unreachable(trouble)
    const again = button(
      'Réessayer',
      () => {
        // Everything again: what was written is written over with the same.
        isSetUp = known.isSetUp
        written = known
        for (const screen of screens) save(screen)
        return finish()
      },
      { kind: 'primary' },
    )
    show(body, notice(explained, 'bad'))
    show(
      foot,
      button('Retour', () => go(screens.length - 1)),
      el('span', {}),
      again,
    )
  }

  function ready(): void {
    show(
      steps,
      screens.map(({ name }) => el('li', { class: 'is-done' }, name)),
    )
    void showReady(
      { body, foot },
      { trade: screens.map(({ values }) => values()['Métier']).find(Boolean) ?? '', style },
    )
  }

  go(0)
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closePage()
})
void begin(start()?.answer ?? ask('read-settings'))
