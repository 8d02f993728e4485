import type { Client, LedgerLine } from './input.ts'

/** The rows that become one document (features E.1 « Grouping rule »). */
export interface Group {
  readonly client: string
  /** *Regroupement*; empty when none. */
  readonly groupKey: string
  readonly lines: readonly LedgerLine[]
}

/** Names are compared without case or doubled spaces: people type them. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * One group per (client, *Regroupement*), or per row for clients who want one invoice per line; in the sheet's order of
 * first rows. What was quoted is billed apart, so that what is left of a quote can be told.
 */
export function groupLines(lines: readonly LedgerLine[], clients: ReadonlyMap<string, Client>): Group[] {
  const groups = new Map<string, LedgerLine[]>()
  for (const line of lines) {
    const alone = clients.get(nameKey(line.client))?.oneInvoicePerLine ? line.id : ''
    const key = JSON.stringify([nameKey(line.client), nameKey(line.group), alone, line.quote])
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  return [...groups.values()].map((members) => ({
    client: members[0]?.client ?? '',
    groupKey: members[0]?.group ?? '',
    lines: members,
  }))
}
