import { el, freshId } from './dom.ts'

export interface Verdict {
  readonly mood: 'good' | 'warn' | 'bad' | 'plain'
  readonly text: string
}
export interface FieldOptions {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'search'
  readonly value?: string
  readonly hint?: string
  readonly isRequired?: boolean
  readonly isOptional?: boolean
  readonly placeholder?: string
  readonly mode?: 'numeric' | 'decimal'
  readonly complete?: string
  readonly list?: string
  /** Judged at each key; what it says stands under the field. */
  readonly check?: (text: string) => Verdict | undefined
}
export interface Field {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
  value(): string
  /** Shows what is missing or wrong; true when nothing is. */
  isRight(): boolean
  /** Judges again: something else on the page has changed. */
  refresh(): void
}

/** A labelled field whose hint becomes its verdict. */
export function field(label: string, options: FieldOptions = {}): Field {
  const { check, complete, hint = '', isOptional, isRequired, list, mode, placeholder, type = 'text', value } = options
  const [id, hintId] = [freshId(), freshId()]
  const said = el('div', { id: hintId, class: 'hint' }, hint)
  const input = el('input', {
    id,
    type,
    value,
    placeholder,
    list,
    inputmode: mode,
    autocomplete: complete ?? 'off',
    required: isRequired === true,
    'aria-describedby': hintId,
    'data-key': label,
    oninput: () => judge(false),
    onblur: () => judge(input.value.trim() !== ''),
  })
  const text = (): string => input.value.trim()

  /** While one types, only good news; bad news once the field is left. */
  function judge(isFinal: boolean): boolean {
    const verdict = text() === '' ? (isRequired && isFinal ? MISSING : undefined) : (check?.(text()) ?? undefined)
    const shown = verdict && (verdict.mood === 'bad' && !isFinal ? undefined : verdict)
    said.className = shown ? `hint ${shown.mood}` : 'hint'
    said.textContent = shown?.text ?? hint
    if (isFinal && verdict?.mood === 'bad') input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
    return verdict?.mood !== 'bad'
  }

  if (text() !== '') judge(true)
  return {
    element: el(
      'div',
      { class: 'field' },
      el('label', { for: id }, label, isOptional ? el('span', { class: 'optional' }, ' (facultatif)') : undefined),
      input,
      hint !== '' || check || isRequired ? said : undefined,
    ),
    input,
    value: text,
    isRight: () => judge(true),
    refresh: () => void judge(text() !== ''),
  }
}

const MISSING: Verdict = { mood: 'bad', text: 'À remplir.' }

/** Judges all, so that everything that is wrong shows at once; the first wrong one has the focus. */
export function allRight(fields: readonly Field[]): boolean {
  const wrong = fields.filter((candidate) => !candidate.isRight())
  wrong[0]?.input.focus()
  return wrong.length === 0
}

export interface Choice {
  readonly element: HTMLElement
  readonly select: HTMLSelectElement
  value(): string
}

export function choice(label: string, values: readonly string[], value: string, hint = ''): Choice {
  const [id, hintId] = [freshId(), freshId()]
  const known = values.includes(value) || value === '' ? values : [value, ...values]
  const select = el(
    'select',
    { id, 'aria-describedby': hint === '' ? undefined : hintId, 'data-key': label },
    known.map((text) => el('option', { value: text, selected: text === value }, text)),
  )
  return {
    element: el(
      'div',
      { class: 'field' },
      el('label', { for: id }, label),
      select,
      hint === '' ? undefined : el('div', { id: hintId, class: 'hint' }, hint),
    ),
    select,
    value: () => select.value,
  }
}

export interface Tick {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
}
export function tick(label: string, isOn: boolean, hint = ''): Tick {
  const id = freshId()
  const input = el('input', { id, type: 'checkbox', checked: isOn, 'data-key': label })
  return {
    element: el(
      'div',
      { class: 'check' },
      input,
      el('label', { for: id }, label, hint === '' ? undefined : el('span', { class: 'secondary' }, ` ${hint}`)),
    ),
    input,
  }
}
