import { day } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents, minus, negate, sum } from '@tabellion/shared/money'
import type { AllowanceFacts, InvoiceLineFacts, InvoiceParty, SupplierInvoice, VatFacts } from './supplier-invoice.ts'
import { type FactProblem, type Reader, reader } from './term-reader.ts'
import type { XmlNode } from './xml-node.ts'

/** UNTDID 1001 codes that reduce what is owed (BR-FR-04's list, and 81 and 83 of other countries). */
const CREDIT_TYPES = ['261', '262', '381', '396', '502', '503', '81', '83', '308', '532']

export function readFacts(root: XmlNode, syntax: 'cii' | 'ubl'): Result<SupplierInvoice, FactProblem> {
  const read = reader(root, syntax)
  const facts = invoice(read)
  const [problem] = read.problems
  return problem ? fail(problem) : ok(facts)
}

function invoice(read: Reader): SupplierInvoice {
  const typeCode = read.demand('BT-3', read.text('BT-3'), '')
  const currency = read.demand('BT-5', read.text('BT-5'), '')
  return {
    syntax: read.syntax,
    profile: read.text('BT-24') ?? '',
    number: read.demand('BT-1', read.text('BT-1'), ''),
    typeCode,
    credit: CREDIT_TYPES.includes(typeCode),
    issueDate: read.demand('BT-2', read.date('BT-2'), NO_DAY),
    ...optional('dueDate', read.date('BT-9')),
    ...optional('delivery', delivery(read)),
    currency,
    seller: seller(read),
    buyer: buyer(read),
    ...optional('orderReference', read.text('BT-13')),
    preceding: read.groups('BG-3').map((group) => ({
      number: read.demand('BT-25', read.within(group, 'BT-25'), ''),
      ...optional('issueDate', read.dateIn(group, 'BT-26')),
    })),
    notes: read.groups('BG-1').flatMap((group) => note(read, group)),
    lines: read.groups('BG-25').map((group) => line(read, group)),
    allowances: [
      ...read.groups('BG-20').map((group) => allowance(read, group)),
      ...read.groups('BG-21').map((group) => charge(allowance(read, group))),
    ],
    vat: read.groups('BG-23').map((group) => vat(read, group)),
    totals: totals(read, currency),
    payment: {
      ...optional('meansCode', read.text('BT-81')),
      ...optional('iban', read.text('BT-84')?.replace(/\s/g, '')),
      ...optional('bic', read.text('BT-86')),
      ...optional('reference', read.text('BT-83')),
      ...optional('terms', read.text('BT-20')),
    },
  }
}

function seller(read: Reader): InvoiceParty {
  // UBL may give only the trading name (BT-28).
  const name = read.demand('BT-27', read.text('BT-27') ?? read.text('BT-28'), '')
  return {
    ...identified(name, read.text('BT-30'), read.text('BT-29'), read.text('BT-31')),
    address: {
      lines: [read.text('BT-35'), read.text('BT-36')].filter((part) => part !== undefined),
      ...optional('postcode', read.text('BT-38')),
      ...optional('city', read.text('BT-37')),
      ...optional('country', read.text('BT-40')),
    },
  }
}
function buyer(read: Reader): InvoiceParty {
  return {
    ...identified(
      read.demand('BT-44', read.text('BT-44'), ''),
      read.text('BT-47'),
      read.text('BT-46'),
      read.text('BT-48'),
    ),
    address: {
      lines: [read.text('BT-50'), read.text('BT-51')].filter((part) => part !== undefined),
      ...optional('postcode', read.text('BT-53')),
      ...optional('city', read.text('BT-52')),
      ...optional('country', read.text('BT-55')),
    },
  }
}
const identified = (
  name: string,
  siren?: string,
  siret?: string,
  vatNumber?: string,
): Omit<InvoiceParty, 'address'> => ({
  name,
  ...optional('siren', siren ?? (siret && /^\d{14}$/.test(siret) ? siret.slice(0, 9) : undefined)),
  ...optional('siret', siret),
  ...optional('vatNumber', vatNumber),
})

function delivery(read: Reader): SupplierInvoice['delivery'] {
  const done = read.date('BT-72')
  const from = read.date('BT-73') ?? done
  const to = read.date('BT-74') ?? done ?? from
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** UBL writes the subject into the text: `#PMT#Indemnité…` (EN 16931-3-2, BT-21). */
function note(read: Reader, group: XmlNode): SupplierInvoice['notes'] {
  if (read.syntax === 'cii') {
    const text = read.within(group, 'BT-22')
    return text === undefined ? [] : [{ ...optional('subject', read.within(group, 'BT-21')), text }]
  }
  const match = /^(?:#([A-Z]{3})#)?([\s\S]*)$/.exec(group.text.trim())
  const text = match?.[2]?.trim() ?? ''
  return text === '' ? [] : [{ ...optional('subject', match?.[1]), text }]
}

function line(read: Reader, group: XmlNode): InvoiceLineFacts {
  const [quantity] = read.nested(group, 'BT-129')
  const take = (part: XmlNode): Cents => read.demand('BT-136', read.amountIn(part, 'BT-136'), NOTHING)
  return {
    id: read.within(group, 'BT-126') ?? '',
    label: read.within(group, 'BT-153') ?? '',
    ...optional('quantity', read.decimalIn(group, 'BT-129')),
    ...optional('unitCode', quantity?.attributes['unitCode']),
    ...optional('price', read.decimalIn(group, 'BT-146')),
    ...optional('priceQuantity', read.decimalIn(group, 'BT-149')),
    allowance: minus(sum(read.nested(group, 'BG-27').map(take)), sum(read.nested(group, 'BG-28').map(take))),
    net: read.demand('BT-131', read.amountIn(group, 'BT-131'), NOTHING),
    ...optional('category', read.within(group, 'BT-151')),
    ...optional('rate', read.decimalIn(group, 'BT-152')),
  }
}

const allowance = (read: Reader, group: XmlNode): AllowanceFacts => ({
  amount: read.demand('BT-92', read.amountIn(group, 'BT-92'), NOTHING),
  ...optional('reason', read.within(group, 'BT-97')),
  ...optional('category', read.within(group, 'BT-95')),
  ...optional('rate', read.decimalIn(group, 'BT-96')),
})
const charge = (facts: AllowanceFacts): AllowanceFacts => ({ ...facts, amount: negate(facts.amount) })

const vat = (read: Reader, group: XmlNode): VatFacts => ({
  category: read.demand('BT-118', read.within(group, 'BT-118'), ''),
  ...optional('rate', read.decimalIn(group, 'BT-119')),
  base: read.demand('BT-116', read.amountIn(group, 'BT-116'), NOTHING),
  tax: read.demand('BT-117', read.amountIn(group, 'BT-117'), NOTHING),
  ...optional('reason', read.within(group, 'BT-120')),
  ...optional('reasonCode', read.within(group, 'BT-121')),
})

function totals(read: Reader, currency: string): SupplierInvoice['totals'] {
  // BT-110 and BT-111 are the same element in two currencies.
  const taxes = read.elements('BT-110')
  const tax = taxes.find(({ attributes }) => attributes['currencyID'] === currency) ?? taxes[0]
  const net = read.demand('BT-109', read.amount('BT-109'), NOTHING)
  const gross = read.demand('BT-112', read.amount('BT-112'), NOTHING)
  return {
    ...optional('lineTotal', read.amount('BT-106')),
    ...optional('allowances', read.amount('BT-107')),
    ...optional('charges', read.amount('BT-108')),
    net,
    // MINIMUM may leave it out where there is no VAT.
    vat: read.amountOf('BT-110', tax?.text.trim()) ?? minus(gross, net),
    gross,
    ...optional('prepaid', read.amount('BT-113')),
    ...optional('rounding', read.amount('BT-114')),
    payable: read.demand('BT-115', read.amount('BT-115'), NOTHING),
  }
}

const NOTHING = cents(0)
const NO_DAY = day('2000-01-01')

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }
