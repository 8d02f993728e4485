import type { Day } from '@tabellion/shared/calendar'
import { type InvoiceKind, nameKey } from '@tabellion/shared/invoicing'
import { headingKey, listValues, type RegisterEntry, readSettings, textOf } from '@tabellion/shared/ledger'
import { type Cents, negate } from '@tabellion/shared/money'
import { writeNewIds } from '../../issuing/apply.ts'
import { type Candidate, planIssue } from '../../issuing/plan.ts'
import { relationOf } from '../../issuing/relation.ts'
import { unfinished } from '../../issuing/unfinished.ts'
import { readAddresses } from '../../mail/addresses.ts'
import { sentenceWithoutPlace } from '../../messages/findings.ts'
import { type Place, placeOf } from '../../messages/places.ts'
import { typeset } from '../../messages/typography.ts'
import type { Finding } from '../../workbook/finding.ts'
import { dayOf } from '../../workbook/given.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { lineTwins } from '../../workbook/twins.ts'
import { action, type Outcome } from '../action.ts'
import { previewDigest } from './preview-digest.ts'

/** A document as it would be issued now. */
export interface PreviewedGroup {
  readonly client: string
  readonly kind: InvoiceKind
  /** IDs of its rows, which name the group in the next call. */
  readonly rows: readonly string[]
  /** Of the sheet. */
  readonly firstRow: number
  readonly lines: readonly { readonly label: string; readonly amountCents?: number }[]
  readonly netCents: number
  readonly vatCents: number
  readonly prepaidCents: number
  readonly payableCents: number
  readonly franchise: boolean
  readonly dueDate?: Day
  /** Where it can be sent. */
  readonly email?: string
  /** What deserves a look before it goes; nothing here blocks. */
  readonly warnings: readonly Warning[]
}
export interface Warning extends Place {
  readonly text: string
}

export interface Preview {
  readonly groups: readonly PreviewedGroup[]
  readonly issueDate: Day
  /** Rows that stay behind. */
  readonly leftOut: number
  /** Documents of an earlier run whose file is still to be made. */
  readonly unfiled: number
  /** Names in *Client* that *Clients* does not know. */
  readonly unknownClients: readonly string[]
  /** To choose from when a sale is typed in the pane. */
  readonly clients: readonly string[]
  readonly units: readonly string[]
  readonly franchise: boolean
  /** Given back to `issue-invoices`, so that what was seen is what is issued. */
  readonly expected: string
}

export const previewInvoices = action({
  name: 'preview-invoices',
  menu: '',
  what: 'Montre les factures que les lignes cochées donneraient, sans rien numéroter.',
  args: {
    properties: {
      rows: {
        type: 'array',
        description: 'Les ID des lignes ; par défaut les lignes cochées.',
        items: { type: 'string' },
      },
      issueDate: { type: 'string', description: 'La date d’émission ; par défaut aujourd’hui.', format: 'date' },
    },
  },
  run: (ports, args) =>
    ports.lock.need((): Outcome => {
      const workbook = openWorkbook(ports)
      const issueDate = dayOf(args.issueDate, 'issueDate')
      const left = unfinished(workbook)
      const plan = planIssue(
        workbook,
        {
          send: false,
          strict: false,
          claimed: new Set(left.incomplete.flatMap((event) => event.rows.map(({ id }) => id))),
          ...(args.rows === undefined ? {} : { rows: args.rows }),
          ...(issueDate === undefined ? {} : { issueDate }),
        },
        ports.clock.today,
        ports.ids.next,
      )
      // Named now: *Retirer* and *Émettre* speak of rows by their ID.
      writeNewIds(ports.sheets, workbook.table('sales'), plan.named)
      if (plan.named.size > 0) ports.sheets.flush()
      const gentle = plan.findings.filter(({ severity }) => severity !== 'blocking')
      const groups = plan.candidates.map((candidate) =>
        previewed(
          candidate,
          gentle.filter((finding) => concerns(candidate, finding)),
          undetailed(candidate, plan.register, ports.clock.today),
        ),
      )
      const unknownClients = plan.findings.flatMap((finding) =>
        finding.code === 'unknown-client' && 'client' in finding ? [String(finding.client)] : [],
      )
      return {
        message: groups.length === 0 ? 'Aucune ligne prête à facturer.' : `${groups.length} à émettre.`,
        findings: plan.findings.filter(
          (finding) =>
            finding.severity === 'blocking' || !plan.candidates.some((candidate) => concerns(candidate, finding)),
        ),
        preview: {
          groups,
          issueDate: issueDate ?? ports.clock.today,
          leftOut: plan.blockedRows.size,
          unfiled: left.unfiled.length,
          clients: workbook
            .table('clients')
            .rows.map(({ cells }) => textOf(cells.name))
            .filter((name) => name !== ''),
          units: listValues['units'] ?? [],
          franchise: headingKey(readSettings(workbook.table('settings')).text('Régime de TVA')) === 'franchise en base',
          unknownClients: [...new Map(unknownClients.map((name) => [nameKey(name), name])).values()],
          expected: previewDigest(plan),
        },
      }
    }),
})

/** features F-031: who has never worked with us reads what they pay for. */
const undetailed = (
  { document, lines, rows }: Candidate,
  register: readonly RegisterEntry[],
  today: Day,
): readonly Warning[] =>
  relationOf(register, document.buyer.name, today) !== 'new' ||
  register.some(({ client }) => nameKey(client) === nameKey(document.buyer.name))
    ? []
    : lines.flatMap(({ detail, label }, index): Warning[] => {
        const row = rows[index]?.row
        return detail === ''
          ? [
              {
                text: typeset(`Première facture à ce client : « ${label} » gagne à être détaillée.`),
                ...placeOf({ at: { tab: 'sales', column: 'detail', ...(row === undefined ? {} : { row }) } }),
              },
            ]
          : []
      })

function previewed(candidate: Candidate, warnings: readonly Finding[], more: readonly Warning[]): PreviewedGroup {
  const { document, lines, rows } = candidate
  const { buyer, totals } = document
  const amounts = new Map<string, Cents>()
  for (const line of document.lines) if (line.kind !== 'text') amounts.set(line.rowId, line.net)
  for (const { amount, rowId } of document.allowances) amounts.set(rowId, negate(amount))
  return {
    client: buyer.name,
    kind: document.kind,
    rows: lines.map(({ id }) => id),
    firstRow: rows[0]?.row ?? 0,
    lines: lines.map(({ id, label }) => {
      const amountCents = amounts.get(id)
      return { label, ...(amountCents === undefined ? {} : { amountCents }) }
    }),
    netCents: totals.net,
    vatCents: totals.vat,
    prepaidCents: totals.prepaid,
    payableCents: totals.payable,
    franchise: document.seller.franchise,
    ...(document.dueDate === undefined ? {} : { dueDate: document.dueDate }),
    ...(buyer.email !== undefined && readAddresses(buyer.email).ok ? { email: buyer.email } : {}),
    warnings: [
      ...[...warnings, ...lineTwins(document, rows, lines)].map((finding) => ({
        text: sentenceWithoutPlace(finding),
        ...placeOf(finding),
      })),
      ...more,
      ...(buyer.email === undefined || readAddresses(buyer.email).ok
        ? []
        : [{ text: typeset(`« ${buyer.email} » n’est pas une adresse e-mail : le document ne pourra pas partir.`) }]),
    ],
  }
}

/** Of this document's rows, or of its client. */
const concerns = ({ document, rows }: Candidate, finding: Finding): boolean =>
  finding.at?.tab === 'sales'
    ? rows.some(({ row }) => row === finding.at?.row)
    : 'client' in finding && finding.client === document.buyer.name
