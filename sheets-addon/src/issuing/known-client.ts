import { type Client, type Group, nameKey } from '@tabellion/shared/invoicing'
import type { ClientBook } from '@tabellion/shared/ledger'
import { nearestName } from '@tabellion/shared/party'
import type { Finding } from '../workbook/finding.ts'

/** The client that the rows name, or what is wrong with the name; what their row lacks is found too. */
export function knownClient(group: Group, clients: ClientBook, found: Finding[]): Client | undefined {
  const at = { tab: 'sales', ...(group.lines[0] ? { row: group.lines[0].row } : {}), column: 'client' }
  if (group.client === '') {
    found.push({ code: 'missing-client', severity: 'blocking', at })
    return undefined
  }
  const key = nameKey(group.client)
  const known = clients.byName.get(key)
  if (known === undefined) {
    const near = nearestName(
      group.client,
      [...clients.byName.values()].map(({ client }) => client.name),
    )
    found.push({
      code: 'unknown-client',
      client: group.client,
      ...(near === undefined ? {} : { nearest: near }),
      severity: 'blocking',
      at,
    })
    return undefined
  }
  const rows = clients.doubled.get(key)
  if (rows)
    found.push({
      code: 'doubled-client',
      client: group.client,
      rows,
      severity: 'blocking',
      at: { tab: 'clients', column: 'name', ...(rows[1] === undefined ? {} : { row: rows[1] }) },
    })
  found.push(...known.findings)
  return known.client
}
