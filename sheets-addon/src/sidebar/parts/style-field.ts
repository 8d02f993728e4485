import { readableAccent } from '@tabellion/shared/documents/pdf'
import { button, el, freshId, show } from './dom.ts'
import { type PreparedLogo, prepareLogo } from './logo.ts'

export interface StyleField {
  readonly element: HTMLElement
  color(): string
  /** A new one, `null` when it was taken away, undefined when nothing was touched. */
  logo(): PreparedLogo | null | undefined
  /** What the next documents bear, as an address. */
  address(): string | undefined
}

/** Logo and colour: the logo proposes, the user disposes. */
export function styleField(
  known: { readonly color: string; readonly logo?: string | undefined },
  changed: () => void,
): StyleField {
  let address = known.logo
  let chosen: PreparedLogo | null | undefined
  const [fileId, colorId, hintId] = [freshId(), freshId(), freshId()]
  const picture = el('div', { class: 'logo' })
  const word = el('div', { class: 'hint', role: 'status' })
  const swatches = el('div', { class: 'colors' })
  const said = el('div', { class: 'hint', id: hintId })
  const file = el('input', {
    id: fileId,
    type: 'file',
    'aria-label': 'Choisir une image pour le logo',
    accept: 'image/png,image/jpeg,image/webp',
    onchange: () => void take(),
  })
  const color = el('input', {
    id: colorId,
    type: 'color',
    value: known.color,
    'aria-describedby': hintId,
    oninput: () => {
      judge()
      changed()
    },
  })

  function judge(): void {
    const readable = readableAccent(color.value)
    said.textContent =
      readable === color.value.toLowerCase()
        ? `${color.value} : lisible sur vos documents.`
        : `Assombrie en ${readable} sur vos documents, pour que le texte blanc s’y lise.`
  }

  function paint(): void {
    show(
      picture,
      address === undefined
        ? el('span', { class: 'secondary' }, 'Aucun logo : la page reste belle sans lui.')
        : el('img', { src: address, alt: 'Votre logo' }),
      address === undefined ? undefined : button('Retirer le logo', remove, { kind: 'quiet' }),
    )
  }

  function remove(): void {
    chosen = known.logo === undefined ? undefined : null
    address = undefined
    file.value = ''
    show(swatches)
    paint()
    changed()
  }

  async function take(): Promise<void> {
    const [image] = file.files ?? []
    if (!image) return
    const prepared = await prepareLogo(image)
    if ('problem' in prepared) {
      word.className = 'hint bad'
      word.textContent = prepared.problem
      file.value = ''
      return
    }
    word.className = 'hint'
    word.textContent = ''
    chosen = prepared.logo
    address = prepared.logo.address
    propose(prepared.logo.colors)
    paint()
    changed()
  }

  function propose(colors: readonly string[]): void {
    const [first] = colors
    if (first === undefined) {
      show(
        swatches,
        el('span', { class: 'secondary' }, 'Votre logo est noir ou gris : gardez la couleur qui vous plaît.'),
      )
      return
    }
    color.value = first
    judge()
    show(
      swatches,
      el('span', { class: 'secondary' }, colors.length > 1 ? 'Couleurs de votre logo :' : 'Couleur de votre logo :'),
      colors.map((proposed) =>
        el('button', {
          type: 'button',
          class: 'swatch',
          style: `background:${proposed}`,
          'aria-label': `Prendre la couleur ${proposed}`,
          onclick: () => {
            color.value = proposed
            judge()
            changed()
          },
        }),
      ),
    )
  }

  judge()
  paint()
  return {
    element: el(
      'div',
      { class: 'style-field' },
      el(
        'div',
        { class: 'field' },
        el('div', { class: 'legend' }, 'Logo', el('span', { class: 'optional' }, ' (facultatif)')),
        picture,
        // The browser's own control speaks the browser's language.
        el('div', { class: 'file' }, file, el('label', { for: fileId, class: 'button' }, 'Choisir une image…')),
        word,
      ),
      el(
        'div',
        { class: 'field' },
        el('label', { for: colorId }, 'Couleur de vos documents'),
        el('div', { class: 'colors' }, color, swatches),
        said,
      ),
    ),
    color: () => color.value,
    logo: () => chosen,
    address: () => address,
  }
}
