import { el } from './dom.ts'

/** A page as the script draws it (documents/pdf/svg.ts). Parsed as XML: nothing in it can become a script of ours. */
export function pagePicture(svg: string, label: string): HTMLElement {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const picture = document.importNode(documentElement, true)
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', label)
  return el('div', { class: 'page-picture' }, picture)
}

/** The address of a PDF that only this page knows; a link to it may open a tab of its own. */
export function pdfAddress(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
}
