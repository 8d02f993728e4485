import { el, freshId } from './dom.ts'

export interface Radios {
  readonly element: HTMLElement
  value(): string
}

/** One choice among a few, each with a word about it. */
export function radios(
  legend: string,
  choices: readonly (readonly [value: string, about: string])[],
  value: string,
  changed: (value: string) => void = () => undefined,
  kind = '',
): Radios {
  const name = freshId()
  const inputs = choices.map(([text]) =>
    el('input', {
      type: 'radio',
      name,
      id: freshId(),
      value: text,
      checked: text === value,
      'data-key': text,
      onchange: () => changed(text),
    }),
  )
  return {
    element: el(
      'fieldset',
      { class: kind === '' ? 'radios' : `radios ${kind}` },
      el('legend', { class: 'legend' }, legend),
      choices.map(([text, about], index) =>
        el(
          'label',
          { class: 'radio' },
          inputs[index],
          el('span', {}, text, about === '' ? undefined : el('span', { class: 'secondary' }, about)),
        ),
      ),
    ),
    value: () => inputs.find((input) => input.checked)?.value ?? value,
  }
}
