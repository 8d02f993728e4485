import { el, freshId } from './dom.ts'

export interface DropZone {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
}

/** A place to choose files, or to drop them: the browser's own control speaks the browser's language, not ours. */
export function dropZone(
  label: string,
  accept: string,
  taken: (files: readonly File[]) => unknown,
  { many = false }: { readonly many?: boolean } = {},
): DropZone {
  const id = freshId()
  const input = el('input', {
    id,
    type: 'file',
    class: 'visually-hidden',
    multiple: many,
    accept,
    onchange: () => {
      const files = [...(input.files ?? [])]
      // The same file chosen again is a change too.
      input.value = ''
      taken(files)
    },
  })
  const zone = el(
    'label',
    { for: id, class: 'drop', ondragover: hover, ondragleave: hover, ondrop: dropped },
    el('span', { class: 'legend' }, label),
    el('span', { class: 'secondary' }, many ? 'ou déposez-les ici' : 'ou déposez-le ici'),
  )
  function hover(event: Event): void {
    event.preventDefault()
    zone.classList.toggle('is-over', event.type === 'dragover')
  }
  function dropped(event: Event): void {
    hover(event)
    if (event instanceof DragEvent) taken([...(event.dataTransfer?.files ?? [])])
  }
  return { element: el('div', {}, input, zone), input }
}
