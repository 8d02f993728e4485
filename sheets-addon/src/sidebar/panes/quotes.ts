import type { ToldQuote, ToldQuotes } from '../../actions/quotes/list-quotes.ts'
import { button, el, paneHead, show } from '../parts/dom.ts'
import { type Frame, outcomeOf, type Pane } from '../parts/frame.ts'
import { type Answer, ask } from '../parts/server.ts'
import { counted } from '../parts/words.ts'
import { quoteCard } from './quote-card.ts'
import { choices, stepsOf } from './steps.ts'

const SECTIONS: readonly (readonly [title: string, statuses: readonly ToldQuote['status'][]])[] = [
  ['Acceptés, à facturer', ['accepted', 'partlyInvoiced']],
  ['En attente de réponse', ['sent']],
  ['À envoyer', ['draft']],
  ['Expirés', ['expired']],
]

/** What each quote is waiting for, from the rows to the last euro billed. */
export function quotesPane(frame: Frame): Pane {
  const { body, foot } = frame
  const steps = stepsOf(frame, (word) => look(ask('list-quotes'), word))
  const refresh = (): Promise<void> => look(ask('list-quotes'))

  async function look(answer: Answer | Promise<Answer>, word?: HTMLElement): Promise<void> {
    const outcome = await outcomeOf(answer, frame, button('Réessayer', refresh, { kind: 'quiet' }))
    if (outcome?.quotes) list(outcome.quotes, word)
  }

  function list({ list: all, ticked, today }: ToldQuotes, word: HTMLElement | undefined): void {
    show(
      body,
      word,
      paneHead(
        all.length === 0 ? 'Aucun devis en cours' : counted(all.length, 'devis en cours', 'devis en cours'),
        refresh,
      ),
      all.length === 0
        ? el(
            'p',
            { class: 'secondary' },
            'Cochez des lignes dans Ventes, puis créez leur devis : il paraîtra ici jusqu’à son dernier euro facturé.',
          )
        : undefined,
      SECTIONS.map(([title, statuses]) => {
        const some = all.filter(({ status }) => statuses.includes(status))
        return some.length === 0
          ? undefined
          : [el('h3', {}, `${title} (${some.length})`), some.map((quote) => quoteCard(quote, today, steps))]
      }),
    )
    const place = steps.place()
    const create = (send: boolean): Promise<void> => steps.act(place, 'create-quote', { send })
    const label = `Créer le devis de ${counted(ticked, 'ligne cochée', 'lignes cochées')}`
    show(
      foot,
      ticked === 0
        ? undefined
        : [
            place,
            button(
              `${label}…`,
              () =>
                steps.open(
                  place,
                  el('p', { class: 'secondary' }, 'Un devis par client et regroupement.'),
                  choices(
                    steps,
                    button('Créer et envoyer', () => create(true)),
                    button('Créer', () => create(false), { kind: 'quiet' }),
                  ),
                ),
              { kind: all.length === 0 ? 'primary' : '' },
            ),
          ],
    )
  }

  return {
    name: 'quotes',
    label: 'Devis',
    open: (answer) => look(answer ?? ask('list-quotes')),
    back: steps.close,
  }
}
