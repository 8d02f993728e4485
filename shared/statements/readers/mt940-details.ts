import { isPlaceholder } from '../label/tags.ts'

/** What `:86:` tells of one movement. */
export interface Told {
  readonly label: string
  readonly counterparty?: string
  readonly iban?: string
  readonly endToEndId?: string
}

/** `:86:` in subfields (`?20` or `>20`: text, 32-33 name, 31 account), in SWIFT's `/NAME/…/REMI/…`, or in plain lines of 65. */
export function toldBy(details: string, supplement: string): Told {
  const joined = details.replace(/\n/g, '')
  const mark = /^\d{3}[?>]\d|^[?>]\d{2}/.exec(joined) ? (/[?>]/.exec(joined)?.[0] ?? '?') : undefined
  if (mark !== undefined) {
    const parts = new Map<string, string>()
    for (const part of joined.slice(joined.indexOf(mark)).split(mark).slice(1)) {
      const key = part.slice(0, 2)
      parts.set(key, `${parts.get(key) ?? ''}${part.slice(2)}`)
    }
    const text = [...parts]
      .filter(([key]) => /^[26]\d$/.test(key))
      .map(([, value]) => value)
      .join('')
      .replace(/(?<=\S)(?=(?:EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|PURP)\+)/g, ' ')
    const name = ['32', '33']
      .map((key) => parts.get(key) ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    const iban = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.exec((parts.get('31') ?? '').replace(/\s/g, ''))?.[0]
    const endToEndId = /EREF\+(.*?)(?=[A-Z]{4}\+|$)/.exec(text)?.[1]?.trim()
    const label = [parts.get('00') ?? '', name, text].filter((part) => part.trim() !== '').join(' | ')
    return {
      label,
      ...(name !== '' && { counterparty: name }),
      ...(iban !== undefined && { iban }),
      ...(endToEndId !== undefined && !isPlaceholder(endToEndId) && { endToEndId }),
    }
  }
  const lines = details.split('\n')
  // A full line was broken at the width of the field, in the middle of a word; a shorter one ends where it ends.
  const plain = lines.reduce(
    (text, line, at) => text + line + (at < lines.length - 1 && line.length < 60 ? ' ' : ''),
    '',
  )
  const name = /\/NAME\/(.*?)(?=\/[A-Z]{4}\/|$)/.exec(joined)?.[1]?.trim()
  const iban = /\/IBAN\/([A-Z]{2}\d{2}[A-Z\d]{11,30})/.exec(joined)?.[1]
  const label = plain.trim() === '' ? supplement.replace(/\n/g, ' ').trim() : plain
  return {
    label,
    ...(name !== undefined && name !== '' && { counterparty: name }),
    ...(iban !== undefined && { iban }),
  }
}
