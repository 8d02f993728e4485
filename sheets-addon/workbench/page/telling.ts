/** What the person is told and asked: cards in the corner, questions one at a time. */
import type { Answer, Notice, Question } from '../protocol.ts'
import { createStore, type Store } from './store.ts'

export interface Asked {
  readonly question: Question
  readonly answer: (answer: Answer) => void
}
/** What shows in the corner for a while. */
export interface Toast {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly isError: boolean
  readonly action?: { readonly label: string; readonly go: () => void }
}

export interface Telling {
  readonly asked: Store<Asked | undefined>
  readonly toasts: Store<readonly Toast[]>
  ask(question: Question): Promise<Answer>
  tell(toast: Omit<Toast, 'number' | 'isError'>): void
  /** One after the other: what must be read waits for its turn. */
  hear(notices: readonly Notice[]): Promise<void>
  dismiss(toast: number): void
}

export function createTelling(): Telling {
  const asked = createStore<Asked | undefined>(undefined)
  const toasts = createStore<readonly Toast[]>([])
  let count = 0

  const show = (toast: Omit<Toast, 'number'>): void => toasts.set([...toasts.get(), { ...toast, number: ++count }])
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve) =>
      asked.set({
        question,
        answer(answer) {
          asked.set(undefined)
          resolve(answer)
        },
      }),
    )
  return {
    asked,
    toasts,
    ask,
    tell: (toast) => show({ ...toast, isError: false }),
    async hear(notices) {
      for (const notice of notices) {
        if (notice.kind === 'toast') show({ title: notice.title, text: notice.text, isError: false })
        else if (notice.kind === 'error') show({ title: notice.text, text: notice.detail, isError: true })
        else await ask({ kind: 'alert', title: notice.title, text: notice.text, buttons: ['OK'] })
      }
    },
    dismiss: (number) => toasts.set(toasts.get().filter((toast) => toast.number !== number)),
  }
}
