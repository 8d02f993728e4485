/** Modèles et logo: the seven templates on an invoice of one's own, under one's eyes while one chooses. */
import './templates.css'
import { readableAccent } from '@tabellion/shared/documents/pdf'
import type { KnownSettings } from '../actions/change-settings.ts'
import type { StyleSample } from '../actions/preview-document.ts'
import { TRADES } from './assistant/trade.ts'
import { button, el, show } from './parts/dom.ts'
import { mainFrame, notice, outcomeOf, split } from './parts/frame.ts'
import { pagePicture } from './parts/picture.ts'
import { radios } from './parts/radios.ts'
import { type Answer, ask, closePage, start } from './parts/server.ts'
import { styleField } from './parts/style-field.ts'
import { unreachable } from './parts/words.ts'

const { body, foot } = mainFrame()

async function begin(answer: Answer | Promise<Answer>): Promise<void> {
  const again = button('Réessayer', () => begin(ask('read-settings')))
  const outcome = await outcomeOf(answer, { body, foot }, again)
  if (!outcome?.settings) return
  if (outcome.settings.isSetUp) return studio(outcome.settings)
  show(
    body,
    notice(
      {
        title: 'Ce fichier n’est pas encore prêt.',
        text: 'Lancez d’abord Facturation › Réglages › Assistant de démarrage : il demande aussi votre logo.',
      },
      'warn',
    ),
  )
  show(foot, button('Fermer', closePage))
}

function studio({ defaults, logo, values }: KnownSettings): void {
  const setting = (name: string): string => values[name] ?? defaults[name] ?? ''
  const sheet = el('div', { class: 'sheet' }, el('p', { class: 'secondary' }, 'Les modèles se dessinent…'))
  /** By trade, and by whether a logo takes its place on the page: the script draws each once. */
  let samples: readonly StyleSample[] = []
  let size: string | undefined
  const color = setting('Couleur')
  const style = styleField(
    { color: /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : '#184d78', logo },
    () => void draw(),
  )
  const trade = radios('Modèle', TRADES, setting('Métier'), () => void paint())

  /** The logo's own shape decides its place: the script is asked again only when there is another logo. */
  async function draw(): Promise<void> {
    const shape = await shapeOf(style.address())
    if (shape !== size || samples.length === 0) {
      const answer = await ask('preview-styles', shape === '' ? { logo: '' } : { logo: shape })
      if (answer.kind !== 'done' || !answer.outcome.styles) {
        const word =
          answer.kind === 'refused'
            ? split(answer.message)
            : answer.kind === 'unreachable'
              ? unreachable(answer)
              : undefined
        if (word) show(sheet, notice(word, 'bad', button('Réessayer', draw, { kind: 'quiet' })))
        return
      }
      samples = answer.outcome.styles
      size = shape
    }
    paint()
  }

  function paint(): void {
    const sample = samples.find((candidate) => candidate.trade === trade.value())
    if (!sample) return
    const page = sample.page.replace('href="logo:"', () => `href="${style.address() ?? ''}"`)
    const picture = pagePicture(page, `Facture d’exemple, modèle ${sample.trade}`)
    picture.style.setProperty('--document-accent', readableAccent(style.color()))
    show(sheet, picture)
  }

  async function save(): Promise<void> {
    const changed = Object.entries({ Métier: trade.value(), Couleur: style.color() }).filter(
      ([name, value]) => value !== setting(name),
    )
    const chosen = style.logo()
    const calls = [
      ...(changed.length > 0 ? [() => ask('change-settings', { settings: Object.fromEntries(changed) })] : []),
      ...(chosen ? [() => ask('set-logo', { file: chosen.file, data: chosen.data })] : []),
      ...(chosen === null ? [() => ask('set-logo', { remove: true })] : []),
    ]
    for (const call of calls) {
      const answer = await call()
      if (answer.kind === 'done') continue
      show(word, notice(answer.kind === 'refused' ? split(answer.message) : unreachable(answer), 'bad'))
      return
    }
    closePage()
  }

  const word = el('div', { role: 'alert' })
  show(body, el('div', { class: 'studio' }, el('div', { class: 'fields' }, trade.element, style.element), sheet))
  show(
    foot,
    button('Fermer sans changer', closePage),
    el(
      'div',
      {},
      word,
      el('span', { class: 'secondary' }, 'Vaut pour les prochains documents ; ceux déjà émis ne changent pas.'),
    ),
    button('Enregistrer le modèle', save, { kind: 'primary' }),
  )
  void draw()
}

/** `600x200`, or nothing. */
async function shapeOf(address: string | undefined): Promise<string> {
  if (address === undefined) return ''
  const image = new Image()
  image.src = address
  await image.decode().catch(() => undefined)
  return image.naturalWidth > 0 ? `${image.naturalWidth}x${image.naturalHeight}` : ''
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closePage()
})
void begin(start()?.answer ?? ask('read-settings'))
