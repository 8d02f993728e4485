import { addDays, addMonths, type Day, day, daysBetween, isWorkingDay, parseDay } from '@tabellion/shared/calendar'
import { missingCharacters } from '@tabellion/shared/documents/pdf'
import { einvoiceVerdict } from '@tabellion/shared/documents/preflight'
import { type DraftDocument, draftDocument, groupLines, nameKey, type OpenDeposit } from '@tabellion/shared/invoicing'
import {
  type Cell,
  columnsOf,
  isToInvoice,
  listValues,
  type Row,
  readCatalog,
  readClients,
  readLine,
  readProfile,
  readSettings,
  readTable,
  settingDeclarations,
  settingNamed,
  type TabKey,
  type Table,
} from '@tabellion/shared/ledger'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import { inForce, vatThresholds } from '@tabellion/shared/regulation'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../workbook/finding.ts'
import { type SampleBusiness, sampleBusiness } from './business.ts'

const names = ['graphiste', 'menuisier'] as const
// A leap day, a first of January, a Sunday, the last day of a long month, and after the duty to send e-invoices.
const days = ['2024-02-29', '2026-01-01', '2026-11-01', '2026-11-25', '2027-08-31', '2027-10-04'].map(day)
const everyCase = names.flatMap((name) => days.map((today) => [name, today] as const))

type Records = readonly Readonly<Partial<Record<string, Cell>>>[]

/** The tab as it is read back once these records are in it. */
function tableOf<K extends TabKey>(tab: K, records: Records): Table<K> {
  const columns = columnsOf(tab)
  const rows = records.map((record) => columns.map(([key]) => record[key] ?? ''))
  const read = readTable(tab, [[], [], columns.map(([, column]) => column.heading), ...rows])
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

interface Issued {
  readonly documents: readonly DraftDocument[]
  readonly findings: readonly Finding[]
}

/** What *Facturer les lignes cochées* makes of these rows (issue-invoices/plan.ts), numbers apart. */
function draftAll(
  business: SampleBusiness,
  today: Day,
  rows: (row: Row<'sales'>) => boolean,
  register: readonly DraftDocument[],
): Issued {
  const settings = Object.entries(business.settings).map(([name, value]) => ({ name, value }))
  const seller = readProfile(readSettings(tableOf('settings', settings)), 1)
  const clients = readClients(tableOf('clients', business.clients))
  const catalog = readCatalog(tableOf('catalog', business.catalog))
  const chosen = tableOf('sales', business.sales).rows.filter(rows)
  const read = chosen.map((row) => readLine(row, seller.defaultNature, catalog))
  const lines = read.map(({ line }) => ({ ...line, id: `row-${line.row}` }))
  const groups = groupLines(lines, new Map([...clients.byName].map(([key, { client }]) => [key, client])))
  const findings: Finding[] = [...seller.findings, ...read.flatMap((line) => line.findings)]
  const documents = groups.flatMap((group) => {
    const known = clients.byName.get(nameKey(group.client))
    if (known === undefined) {
      findings.push({ code: 'unknown-client', client: group.client, severity: 'blocking' })
      return []
    }
    const openDeposits: OpenDeposit[] = register
      .filter(
        ({ kind, buyer, groupKey }) =>
          kind === 'deposit' && buyer.name === known.client.name && (groupKey ?? '') === group.groupKey,
      )
      .map(({ issueDate, totals }) => ({ number: 'F-1', issueDate, gross: totals.gross, vat: totals.vat }))
    const drafted = draftDocument({
      group,
      client: known.client,
      profile: seller.profile,
      issueDate: today,
      openDeposits,
    })
    findings.push(...known.findings, ...drafted.findings)
    return [drafted.draft]
  })
  return { documents, findings }
}

describe.each(everyCase)('%s, seen on %s', (name, today) => {
  const business = sampleBusiness(name, today)
  const ticked = draftAll(business, today, isToInvoice, [])
  const waiting = draftAll(business, today, (row) => !isToInvoice(row), ticked.documents)
  const documents = [...ticked.documents, ...waiting.documents]

  test('every row becomes part of a document, and nothing is to mend', () => {
    expect([...ticked.findings, ...waiting.findings]).toEqual([])
    expect(documents.flatMap(missingCharacters)).toEqual([])
  })

  test('every document with a reachable client may go out as a Factur-X', () => {
    for (const document of documents) {
      const { verdict, reasons } = einvoiceVerdict(document)
      expect(reasons.filter(({ severity }) => severity !== 'info')).toEqual([])
      expect(verdict).toBe(
        document.buyer.type === 'consumer' && document.buyer.email === undefined ? 'notApplicable' : 'conformant',
      )
    }
  })

  test('a year of working days, oldest first, ends today at the latest', () => {
    const dates = business.sales.map((row) => parseDay(String(row.date)) as Day)
    expect([...dates].sort()).toEqual(dates)
    expect(dates.every((on) => isWorkingDay(on) && on <= today && on >= addMonths(today, -13))).toBe(true)
    expect(daysBetween(dates[0] as Day, today)).toBeGreaterThan(340)
    expect(business.sales.length).toBeGreaterThanOrEqual(60)
    expect(business.sales.length).toBeLessThanOrEqual(120)
  })

  test('of the last month, some work is finished and some is not; of what is older, only balances and quotes wait', () => {
    const recent = business.sales.filter((row) => String(row.date) >= addDays(today, -31))
    expect(new Set(recent.map((row) => row.toInvoice))).toEqual(new Set([true, false]))
    const older = business.sales.filter((row) => !recent.includes(row) && row.toInvoice !== true)
    const { accepted, declined, expired } = business.story
    expect(
      older.every((row) => row.lineType === 'Solde' || [accepted, declined, expired].includes(String(row.group))),
    ).toBe(true)
  })

  test('every total is positive and a balance leaves something to pay', () => {
    for (const { totals } of documents) expect(totals.payable).toBeGreaterThan(0)
    const balances = documents.filter(({ kind }) => kind === 'balance')
    // The designer’s deposit is asked from a quote.
    expect(balances).toHaveLength(name === 'menuisier' ? 1 : 0)
    for (const { totals } of balances) expect(totals.prepaid).toBeGreaterThan(0)
  })

  test('every list cell holds a value of its list, every setting a declared name', () => {
    const outside = (tab: TabKey, records: Records): unknown[] =>
      columnsOf(tab).flatMap(([key, column]) => {
        const choices = listValues[column.list ?? '']
        const values = records.map((record) => record[key]).filter((value) => typeof value === 'string')
        // A unit may be anything; the list only proposes.
        return choices === undefined || column.list === 'units'
          ? []
          : values.filter((value) => !choices.includes(value))
      })
    expect([
      outside('sales', business.sales),
      outside('clients', business.clients),
      outside('catalog', business.catalog),
    ]).toEqual([[], [], []])
    for (const [setting, value] of Object.entries(business.settings)) {
      const { list } = settingNamed(setting) ?? { list: 'undeclared' }
      if (list !== undefined) expect(listValues[list], setting).toContain(value)
    }
    expect(settingDeclarations.length).toBeGreaterThan(Object.keys(business.settings).length)
  })
})

const on = day('2026-11-25')
const designer = sampleBusiness('graphiste', on)
const carpenter = sampleBusiness('menuisier', on)
const issued = (business: SampleBusiness): readonly DraftDocument[] => draftAll(business, on, isToInvoice, []).documents
const reasonsOf = (documents: readonly DraftDocument[]): ReadonlySet<string | undefined> =>
  new Set(documents.flatMap(({ vatGroups }) => vatGroups.map(({ vat }) => vat.reason ?? `${vat.rate / 1000} %`)))

test('the designer stays under the ceiling of the franchise that she claims', () => {
  const turnover: Cents = sum(issued(designer).map(({ totals }) => totals.net))
  const threshold = inForce(vatThresholds.services, on)
  expect(turnover).toBeGreaterThan(cents(1_500_000))
  expect(turnover).toBeLessThan(threshold?.value.base ?? 0)
})

test('the two years show the VAT situations that people ask about', () => {
  expect(reasonsOf(issued(designer))).toEqual(new Set(['franchise', 'eu-service', 'non-eu-service']))
  expect(reasonsOf(issued(carpenter))).toEqual(
    new Set([
      '20 %',
      '10 %',
      '5.5 %',
      'construction-subcontracting',
      'intra-community-supply',
      'export',
      'overseas-goods',
      'disbursement',
    ]),
  )
})

test('the awkward cases are there', () => {
  for (const business of [designer, carpenter]) {
    const { clients, sales } = business
    const documents = issued(business)
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(
      new Set(business === carpenter ? ['standard', 'deposit'] : ['standard']),
    )
    expect(new Set(clients.map(({ type }) => type)).size).toBe(5)
    expect(clients.some(({ name }) => /^[=+]/.test(String(name)))).toBe(true)
    expect(clients.some(({ type, email }) => type === 'Particulier' && email === undefined)).toBe(true)
    expect(clients.some(({ paymentTerm }) => paymentTerm === '45 jours fin de mois')).toBe(true)
    expect(clients.some(({ postcode }) => String(postcode).startsWith('974'))).toBe(true)
    expect(JSON.stringify(business)).toMatch(/œ.*Ÿ|Ÿ.*œ/s)
    expect(new Set(sales.map(({ lineType }) => lineType))).toEqual(
      new Set(
        business === designer
          ? [undefined, 'Texte', 'Remise', 'Débours']
          : [undefined, 'Texte', 'Remise', 'Acompte', 'Solde'],
      ),
    )
    expect(sales.some(({ nature }) => nature === 'Débours')).toBe(true)
    expect(sales.some(({ quantity }) => quantity === 0.25) && sales.some(({ quantity }) => quantity === 37.5)).toBe(
      true,
    )
    expect(sales.some(({ unitPrice }) => /\.\d{3,6}$/.test(String(unitPrice ?? '')))).toBe(true)
    expect(sales.some(({ label }) => String(label ?? '').length > 180)).toBe(true)
    expect(sales.some(({ detail }) => String(detail ?? '').includes('\n'))).toBe(true)
    expect(
      sales.some(({ item, label, unitPrice }) => item !== undefined && label === undefined && unitPrice === undefined),
    ).toBe(true)
    expect(
      documents.some(({ buyer, orderReference }) => buyer.type === 'public' && orderReference?.startsWith('BC-')),
    ).toBe(true)
    const perLine = clients.find(({ oneInvoicePerLine }) => oneInvoicePerLine)?.name
    expect(documents.filter(({ buyer }) => buyer.name === perLine).length).toBeGreaterThan(5)
  }
})
