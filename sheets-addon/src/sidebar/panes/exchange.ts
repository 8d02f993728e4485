import { copyBox } from '../parts/copy.ts'
import { button, el, freshId, show } from '../parts/dom.ts'
import { type Frame, notice, split } from '../parts/frame.ts'
import { ask } from '../parts/server.ts'
import { type Explained, unreachable } from '../parts/words.ts'

/** The bridge without a web app (features D-09): the signed messages as a file or a pasted block, and the answers back. */
export function exchangeByHand({ body, foot, say }: Frame, back: () => void): void {
  const [id, fileId] = [freshId(), freshId()]
  const box = el('textarea', { id, rows: 6, spellcheck: 'false' })
  const file = el('input', {
    id: fileId,
    type: 'file',
    accept: '.txt',
    class: 'visually-hidden',
    onchange: async () => {
      box.value = (await file.files?.[0]?.text()) ?? ''
    },
  })
  const result = el('div', { class: 'result' })

  async function treat(): Promise<void> {
    if (box.value.trim() === '') return box.focus()
    const answer = await ask('exchange-block', { block: box.value })
    if (answer.kind !== 'done') {
      const word: Explained = answer.kind === 'refused' ? split(answer.message) : unreachable(answer)
      show(result, notice(word, 'bad'))
      say(word.title)
      return
    }
    const { block = '', message } = answer.outcome
    const url = URL.createObjectURL(new Blob([block], { type: 'text/plain' }))
    show(
      result,
      notice(split(message), 'good'),
      copyBox('Réponses à rapporter à l’extension', block, say),
      el('a', { href: url, download: 'tabellion-reponses.txt' }, 'Télécharger les réponses'),
    )
    say(message)
  }

  show(
    body,
    button('‹ Retour', back, { kind: 'quiet' }),
    el('h2', {}, 'Échanger par fichier ou bloc collé'),
    el(
      'p',
      { class: 'secondary' },
      'Quand l’application web est impossible : l’extension prépare un bloc, vous l’apportez ici, et vous lui rapportez les réponses. Le même bloc deux fois ne double rien.',
    ),
    el('div', { class: 'field' }, el('label', { for: id }, 'Bloc de l’extension'), box),
    el('div', {}, file, el('label', { for: fileId, class: 'drop' }, 'Choisir le fichier de l’extension')),
    result,
  )
  show(foot, button('Traiter le bloc', treat, { kind: 'primary' }))
  box.focus()
}
