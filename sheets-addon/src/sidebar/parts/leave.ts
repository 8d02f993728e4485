import { el } from './dom.ts'

/** *Finir plus tard*, of work that goes slice by slice: the slice that runs is finished, and `isLeft` says to ask for no other. */
export function leaveButton(onceLeft: string): { readonly button: HTMLButtonElement; isLeft(): boolean } {
  let left = false
  const button = el('button', { type: 'button', class: 'quiet' }, 'Finir plus tard')
  button.addEventListener('click', () => {
    left = true
    button.textContent = onceLeft
  })
  return { button, isLeft: () => left }
}
