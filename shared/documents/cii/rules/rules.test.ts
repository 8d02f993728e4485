import { expect, test } from 'vitest'
import { defects, randomKinds, randomOfKind, situations, tradeDocuments } from '../../fixtures/index.ts'
import { einvoiceVerdict } from '../../preflight/verdict.ts'
import { recount } from '../../reception/arithmetic.ts'
import { readFacts } from '../../reception/facts.ts'
import { readXml } from '../../reception/xml-node.ts'
import { toCii } from '../document.ts'
import { europeanRules } from './european.ts'
import { frenchRules } from './french.ts'
import { broken, subjectOf } from './subject.ts'

const rules = { ...frenchRules, ...europeanRules }
const documents = [
  ...Object.entries(situations),
  ...tradeDocuments.map(({ document, kind, preset }) => [`${preset} ${kind}`, document] as const),
  ...randomKinds.map((kind, seed) => [`random ${kind}`, randomOfKind(kind, seed)] as const),
]

test.each(documents)('%s keeps every rule we rely on, unless its buyer has no address', (_, document) => {
  const expected = einvoiceVerdict(document).verdict === 'notApplicable' ? ['BR-FR-12_BT-49'] : []
  expect(broken(rules, subjectOf(toCii(document)))).toEqual(expected)
})

const judgedHere = defects().filter(({ set }) => set === 'BR-FR' || set === 'EN 16931')
test.each(judgedHere.map((defect) => [defect.name, defect] as const))(
  'the defect %s is refused by its rule',
  (_, { rule, xml }) => {
    expect(broken(rules, subjectOf(xml))).toContain(rule)
  },
)
test('every rule we rely on has a document that it refuses', () => {
  const proved = new Set(judgedHere.map(({ rule }) => rule))
  expect(Object.keys(rules).filter((rule) => !proved.has(rule))).toEqual([])
})
test('VAT one cent wrong keeps all those rules and only the recount sees it', () => {
  const defect = defects().find(({ name }) => name === 'vat-one-cent-wrong')
  const xml = defect?.xml ?? ''
  expect(broken(rules, subjectOf(xml))).toEqual([])
  const root = readXml(xml)
  const facts = root.ok ? readFacts(root.value, 'cii') : undefined
  expect(facts?.ok && recount(facts.value)).toMatchObject([{ term: 'BT-117' }])
})
