import type { PairedBrowser } from '../../actions/bridge/browsers.ts'
import type { PairingOffer } from '../../actions/bridge/connect-extension.ts'
import { addressField } from '../parts/address.ts'
import { copyBox } from '../parts/copy.ts'
import { button, el, show } from '../parts/dom.ts'
import { type Frame, notice, outcomeOf, type Pane, split } from '../parts/frame.ts'
import { type Answer, ask } from '../parts/server.ts'
import { type Explained, unreachable } from '../parts/words.ts'
import { exchangeByHand } from './exchange.ts'

/** *Connecter l’extension*: one key for each browser, the list of them, and the way without a web app. */
export function connectPane(frame: Frame): Pane {
  const { body, foot, say } = frame
  let step: 'home' | 'further' = 'home'
  let browsers: readonly PairedBrowser[] = []
  /** The code just given, until its browser has said hello. */
  let waited: PairingOffer | undefined

  const address = addressField('Bonne forme. L’extension la prouvera en se connectant.')

  async function look(answer: Answer | Promise<Answer>, word?: HTMLElement): Promise<void> {
    const again = button('Réessayer', () => look(ask('paired-browsers')), { kind: 'quiet' })
    const outcome = await outcomeOf(answer, frame, again)
    if (!outcome?.browsers) return
    browsers = outcome.browsers
    home(word)
  }

  function home(word?: HTMLElement): void {
    step = 'home'
    const met = browsers.find(({ key, state }) => key === waited?.key && state === 'connected')
    if (met) waited = undefined
    const hello = met
      ? notice(
          {
            title: `${met.browser || 'Le navigateur'} est connecté.`,
            text: 'L’adresse répond, la clé est reconnue : tout est prêt.',
          },
          'good',
        )
      : undefined
    show(
      body,
      word ?? hello,
      el('h2', {}, 'Connecter l’extension'),
      waited ? offered(waited) : steps(),
      list(),
      button('Échanger par fichier ou bloc collé…', () => byHand(), { kind: 'quiet' }),
    )
    show(
      foot,
      waited
        ? button('Vérifier la connexion', () => look(ask('paired-browsers')), { kind: 'primary' })
        : button('Créer le code d’appairage', () => pair(address.value()), { kind: 'primary' }),
      waited
        ? button(
            'Faire un autre code',
            () => {
              waited = undefined
              home()
            },
            { kind: 'quiet' },
          )
        : button('Sans application web', () => pair(''), {
            kind: 'quiet',
            name: 'Sans application web : par fichier ou bloc collé',
          }),
    )
    if (met) say(`${met.browser} est connecté.`)
  }

  const steps = (): HTMLElement =>
    el(
      'div',
      { class: 'result' },
      el(
        'ol',
        { class: 'steps' },
        el('li', {}, 'Dans cette feuille : Extensions › Apps Script.'),
        el(
          'li',
          {},
          'Déployer › Nouveau déploiement, type « Application Web », exécutée en tant que vous, accès « Tout le monde ».',
        ),
        el('li', {}, 'Copiez l’URL de l’application web, et collez-la ici.'),
      ),
      el(
        'p',
        { class: 'secondary' },
        '« Tout le monde » peut frapper à cette porte ; sans la clé du code, personne n’entre.',
      ),
      address.element,
    )

  const offered = ({ address: url, code, demonstration }: PairingOffer): HTMLElement =>
    el(
      'div',
      { class: 'result' },
      copyBox('Code d’appairage', code, say),
      el(
        'p',
        {},
        'Collez-le dans l’extension, dans l’heure : icône Tabellion › Connecter. Il donne accès à vos factures, ne l’envoyez à personne.',
      ),
      demonstration
        ? el('p', { class: 'secondary warn' }, 'Adresse de démonstration : rien ne sort de cette machine.')
        : undefined,
      url === undefined
        ? el('p', { class: 'secondary' }, 'Sans application web : les échanges se font par fichier ou bloc collé.')
        : undefined,
    )

  function list(): HTMLElement | undefined {
    if (browsers.length === 0) return undefined
    return el(
      'section',
      { 'aria-label': 'Navigateurs' },
      el('h2', {}, 'Navigateurs'),
      el('ul', { class: 'lines decided' }, browsers.map(browser)),
    )
  }

  function browser({ browser: name, byFile, key, since, state }: PairedBrowser): HTMLElement {
    const said = [since, byFile ? 'par fichier ou bloc' : ''].filter((text) => text !== '').join(' · ')
    const shown = name || 'Sans nom encore'
    const revoke = button(
      'Révoquer',
      () => {
        const sure = button('Confirmer', () => act('revoke-browser', { key }), {
          kind: 'quiet',
          name: `Confirmer : révoquer ${shown}`,
        })
        revoke.replaceWith(sure)
        sure.focus()
      },
      { kind: 'quiet', key: `revoke ${key}`, name: `Révoquer ${shown}` },
    )
    return el(
      'li',
      {},
      el('span', {}, el('b', {}, shown), el('br'), el('span', { class: 'secondary' }, said)),
      state === 'revoked' ? undefined : revoke,
    )
  }

  async function pair(url: string): Promise<void> {
    if (url !== '' && !address.isRight()) return address.input.focus()
    const answer = await ask('connect-extension', url === '' ? {} : { url })
    if (answer.kind !== 'done') return fails(answer)
    waited = answer.outcome.pairing
    await look(ask('paired-browsers'))
    body.querySelector('textarea')?.focus()
  }

  async function act(action: string, args: object): Promise<void> {
    const answer = await ask(action, args)
    if (answer.kind !== 'done') return fails(answer)
    say(answer.outcome.message)
    await look(ask('paired-browsers'), notice(split(answer.outcome.message), 'good'))
    body.focus()
  }

  function fails(answer: Exclude<Answer, { kind: 'done' }>): void {
    const word: Explained = answer.kind === 'refused' ? split(answer.message) : unreachable(answer)
    home(notice(word, 'bad'))
    say(word.title)
  }

  function byHand(): void {
    step = 'further'
    exchangeByHand(frame, () => void back())
  }

  function back(): boolean {
    if (step !== 'further') return false
    home()
    body.focus()
    return true
  }

  return {
    name: 'connect',
    label: 'Extension',
    open: (answer) => look(answer ?? ask('paired-browsers')),
    back,
    /** The code was pasted meanwhile: the hello of that browser is the proof. */
    async returned() {
      if (!waited || step !== 'home') return
      const answer = await ask('paired-browsers')
      const now = answer.kind === 'done' ? answer.outcome.browsers : undefined
      if (!now?.some(({ key, state }) => key === waited?.key && state === 'connected')) return
      browsers = now
      home()
    },
  }
}
