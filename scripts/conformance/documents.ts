import { toCii } from '@tabellion/shared/documents/cii'
import {
  lifeDocuments,
  randomKinds,
  randomOfKind,
  situations,
  tradeDocuments,
} from '@tabellion/shared/documents/fixtures'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import { einvoiceVerdict } from '@tabellion/shared/documents/preflight'
import type { IssuedDocument } from '@tabellion/shared/invoicing'

/** A document to be judged, under the kind whose row of the table it counts in. */
export interface Judged {
  readonly kind: string
  /** Unique, and a file name. */
  readonly name: string
  readonly document: IssuedDocument
  /** Absent when the pre-flight says that the document carries none; `reason` then says why. */
  readonly xml?: string
  readonly reason?: string
}

/** `count` seeded documents spread over every kind, then the invented situations of the fixtures. */
export function judgedDocuments(count: number, seed: number): readonly Judged[] {
  const random = Array.from({ length: count }, (_, index) => {
    const kind = randomKinds[index % randomKinds.length] ?? 'franchise'
    const own = seed + index
    return judged(kind, `${kind}-${own}`, randomOfKind(kind, own))
  })
  const fixtures = [
    ...Object.entries(situations).map(([name, document]) => judged('fixtures', `fixture-${name}`, document)),
    ...lifeDocuments.map(({ document, life, preset }) => judged('fixtures', `fixture-${preset}-${life}`, document)),
    ...tradeDocuments.map(({ document, kind, preset }) => judged('fixtures', `fixture-${preset}-${kind}`, document)),
  ]
  return [...random, ...fixtures]
}

/** As the product decides it: XML when the pre-flight finds nothing against it. */
export function judged(kind: string, name: string, document: IssuedDocument): Judged {
  const { reasons, verdict } = einvoiceVerdict(document, document.number)
  return verdict === 'conformant'
    ? { kind, name, document, xml: toCii(document) }
    : { kind, name, document, reason: reasons.map(({ code }) => code).join(', ') }
}

export const pdfOf = ({ document, xml }: Judged): Uint8Array =>
  renderDocument(
    document,
    xml === undefined ? {} : { attachment: { xml, description: `Factur-X, ${document.number}` } },
  )
