/** Where a cell leads: a HYPERLINK formula, or the first link of a rich text. */
import type { ScreenAccess, stored } from '../emulator/index.ts'

export function linkOf(
  screen: ScreenAccess,
  sheet: stored.Sheet,
  row: number,
  column: number,
  content: stored.Content | undefined,
): string | undefined {
  if (typeof content !== 'object') return undefined
  if ('rich' in content) return content.runs.find(({ link }) => link !== undefined)?.link
  if (!('formula' in content)) return undefined
  const address = firstArgument(/^=\s*HYPERLINK\s*\((.*)\)\s*$/is.exec(content.formula)?.[1])
  if (address === undefined) return undefined
  const target = screen.evaluate(sheet, row, column, `=${address}`)
  return typeof target === 'string' && target !== '' ? target : undefined
}

/** Up to the first `;` that stands outside quotes and parentheses. */
function firstArgument(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  let depth = 0
  let isQuoted = false
  for (const [index, letter] of [...text].entries()) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === '(') depth++
    else if (!isQuoted && letter === ')') depth--
    else if (!isQuoted && depth === 0 && letter === ';') return [...text].slice(0, index).join('')
  }
  return text
}
