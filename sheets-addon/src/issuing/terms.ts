import type { Group } from '@tabellion/shared/invoicing'
import { headingKey, type ReadClient, type Settings } from '@tabellion/shared/ledger'
import type { Finding } from '../workbook/finding.ts'

/** `v3`, `Version 3` and `3` are one version. */
const versionKey = (text: string): string => headingKey(text).replace(/^(v|version) ?(?=\d)/, '')

/**
 * features F-049: terms bind who has accepted them, in the version accepted. A signed quote names its own (and a public buyer's
 * contract sets those of sellers aside), so that only other invoices are asked. Nothing is said by who has no terms.
 */
export function termsFindings({ client, terms }: ReadClient, group: Group, settings: Settings): readonly Finding[] {
  const current = settings.text('Version CGV')
  if ((current === '' && settings.text('Conditions générales') === '') || client.type === 'public') return []
  if (group.lines.every(({ quote }) => quote !== '')) return []
  const at = { tab: 'clients', row: client.row }
  const { acceptedOn, version } = terms
  if (acceptedOn === '' && version === '')
    return [
      {
        code: 'terms-not-accepted',
        client: client.name,
        severity: 'fix',
        at: { ...at, column: 'termsAcceptedOn' },
      },
    ]
  if (current === '' || versionKey(version) === versionKey(current)) return []
  return [
    {
      code: 'terms-outdated',
      client: client.name,
      accepted: version,
      current,
      severity: 'fix',
      at: { ...at, column: 'termsVersion' },
    },
  ]
}
