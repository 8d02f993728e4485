import { button, el, freshId } from './dom.ts'

/** A text to be taken elsewhere whole: shown, selected at a touch, copied by a button. */
export function copyBox(label: string, text: string, say: (text: string) => void): HTMLElement {
  const id = freshId()
  const box = el('textarea', { id, readonly: true, rows: 4, spellcheck: 'false', onfocus: () => box.select() }, text)
  const copy = button('Copier', async () => {
    const isCopied = await copied(box)
    copy.textContent = isCopied ? 'Copié' : 'Sélectionné : Ctrl+C'
    say(isCopied ? 'Copié.' : 'Texte sélectionné : copiez-le.')
  })
  return el('div', { class: 'field' }, el('label', { for: id }, label), box, copy)
}

/** Google's frame does not always lend the clipboard: then the old way, from the selection. */
async function copied(box: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(box.value)
    return true
  } catch {
    box.focus()
    box.select()
    return document.execCommand('copy')
  }
}
