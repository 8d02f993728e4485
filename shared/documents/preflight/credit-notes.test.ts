import {
  type CreditPart,
  type DocumentNumber,
  draftCredit,
  type IssuedDocument,
  type SellerProfile,
  soldLines,
} from '@tabellion/shared/invoicing'
import { cents, quantity } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { toCii } from '../cii/index.ts'
import { europeanRules } from '../cii/rules/european.ts'
import { frenchRules } from '../cii/rules/french.ts'
import { broken, subjectOf } from '../cii/rules/subject.ts'
import { randomKinds, randomOfKind, situations } from '../fixtures/index.ts'
import { einvoiceVerdict } from './verdict.ts'

const profile = ({ seller, style }: IssuedDocument): SellerProfile => ({
  seller,
  vatPoint: 'receipts',
  craftsman: false,
  insurance: '',
  mediator: '',
  term: { kind: 'days', days: 30 },
  methods: [],
  accountHolder: '',
  discount: '',
  textBefore: '',
  textAfter: '',
  termsVersion: '',
  style,
})

function credit(invoice: IssuedDocument, part: CreditPart, earlier: readonly IssuedDocument[]): IssuedDocument {
  const made = draftCredit({
    invoice,
    earlier,
    deducted: [],
    part,
    reason: 'Retour',
    profile: profile(invoice),
    buyer: invoice.buyer,
    issueDate: invoice.issueDate,
    newId: () => `new-${earlier.length}`,
  })
  if (!made.ok) throw new Error(`${invoice.number}: ${made.problem.code}`)
  return { ...made.value.draft, state: 'issued', number: `AV2026-000${earlier.length + 1}` as DocumentNumber }
}

const invoices = [
  ...Object.entries(situations),
  ...randomKinds.flatMap((kind) =>
    [21, 22].map((seed) => [`random ${kind} ${seed}`, randomOfKind(kind, seed)] as const),
  ),
].filter(([, { kind, totals }]) => kind !== 'credit' && totals.payable > 100)

test.each(invoices)(
  '%s: its total, its partial and its last credit notes are electronic invoices as it is',
  (_, invoice) => {
    const expected = einvoiceVerdict(invoice, invoice.number).verdict
    const [first] = soldLines(invoice.lines)
    const parts: CreditPart[] = [
      { kind: 'amount', amount: cents(Math.ceil(invoice.totals.payable / 3)) },
      ...(invoice.deposits.length === 0 && first && first.quantity > 1
        ? [{ kind: 'lines' as const, lines: [{ id: first.rowId, quantity: quantity(Math.ceil(first.quantity / 2)) }] }]
        : []),
    ]
    for (const part of parts) {
      const partial = credit(invoice, part, [])
      for (const note of [
        partial,
        credit(invoice, { kind: 'rest' }, [partial]),
        credit(invoice, { kind: 'rest' }, []),
      ]) {
        expect(einvoiceVerdict(note, note.number)).toMatchObject({ verdict: expected })
        if (expected === 'conformant')
          expect(broken({ ...frenchRules, ...europeanRules }, subjectOf(toCii(note)))).toEqual([])
      }
    }
  },
)
