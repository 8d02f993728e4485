/** Recevoir des commandes: the key of one's own site, and what its server does with it. Shown once, to be copied. */
import './orders.css'
import type { SiteOffer } from '../actions/orders/orders-key.ts'
import { curlExample, scriptExample } from './orders/example.ts'
import { addressField } from './parts/address.ts'
import { copyBox } from './parts/copy.ts'
import { button, el, part, show } from './parts/dom.ts'
import { allRight } from './parts/field.ts'
import { mainFrame, notice, outcomeOf, split } from './parts/frame.ts'
import { type Answer, ask, closePage, type Outcome, start } from './parts/server.ts'

const frame = mainFrame()
const { body, foot } = frame
const spoken = part('said', HTMLElement)
const say = (text: string): void => {
  spoken.textContent = text
}
const address = addressField('Bonne forme : c’est là que votre site enverra ses commandes.')

const steps = (): HTMLElement =>
  el(
    'ol',
    { class: 'steps' },
    el('li', {}, 'Votre site envoie chaque commande, signée, à l’application web de cette feuille.'),
    el('li', {}, 'Elle arrive dans l’onglet Commandes. Une même commande n’y est qu’une fois.'),
    el(
      'li',
      {},
      'Son devis se fait par Facturation › Devis › Devis d’une commande, ou tout seul : dans Réglages, « Commandes : créer le devis » et « Commandes : envoyer le devis ».',
    ),
  )

async function home(answer: Answer | Promise<Answer>, done?: Outcome): Promise<void> {
  const again = button('Réessayer', () => home(ask('orders-key')), { kind: 'quiet' })
  const outcome = await outcomeOf(answer, frame, again)
  if (outcome === undefined) return
  const hasKey = outcome.ordersSince !== undefined
  show(
    body,
    notice(split((done ?? outcome).message), done ? 'good' : 'plain'),
    steps(),
    // Enter in the field is its button.
    el(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault()
          void make()
        },
      },
      address.element,
    ),
    el(
      'p',
      { class: 'secondary' },
      'Extensions › Apps Script, Déployer › Gérer les déploiements, l’URL de l’application web. Vide : celle que l’extension utilise déjà.',
    ),
  )
  show(
    foot,
    button('Fermer', closePage),
    hasKey ? button('Révoquer la clé', () => act({ do: 'revoke' }), { kind: 'quiet' }) : el('span'),
    button(hasKey ? 'Remplacer la clé' : 'Créer la clé', make, { kind: 'primary' }),
  )
}

async function make(): Promise<void> {
  if (!allRight([address])) return
  return act({ do: 'make', url: address.value() })
}

async function act(args: object): Promise<void> {
  const again = button('Revenir', () => home(ask('orders-key')), { kind: 'quiet' })
  const outcome = await outcomeOf(ask('orders-key', args), frame, again)
  if (outcome === undefined) return
  say(outcome.message)
  if (outcome.site) offer(outcome.site, outcome.message)
  else await home(ask('orders-key'), outcome)
}

function offer(site: SiteOffer, message: string): void {
  show(
    body,
    notice(split(message), 'warn'),
    copyBox('Adresse, nom de la clé, clé', [site.url, site.key, site.secret].join('\n'), say),
    copyBox('Un essai, dans un terminal', curlExample(site), say),
    copyBox('Sur le serveur de votre formulaire, en JavaScript', scriptExample(site), say),
  )
  show(foot, button('Fermer', closePage), el('span'), el('span'))
  body.querySelector('textarea')?.focus()
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closePage()
})
void home(start()?.answer ?? ask('orders-key'))
