/** How many rows and columns a text of the clipboard covers: tab-separated, with quoted cells. */
export function sizeOfText(text: string): { readonly rows: number; readonly columns: number } {
  let [rows, columns, width] = [1, 1, 1]
  let isQuoted = false
  let isStart = true
  const plain = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '')
  for (const letter of plain) {
    if (letter === '"' && (isStart || isQuoted)) isQuoted = !isQuoted
    isStart = !isQuoted && (letter === '\t' || letter === '\n')
    if (isQuoted) continue
    if (letter === '\t') width++
    if (letter === '\n') {
      rows++
      width = 1
    }
    columns = Math.max(columns, width)
  }
  return { rows, columns }
}
