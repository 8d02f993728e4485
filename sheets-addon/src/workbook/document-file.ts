import { toCii } from '@tabellion/shared/documents/cii'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import type { NumberReserved, QuoteMade } from '@tabellion/shared/journal'
import type { Table } from '@tabellion/shared/ledger'
import { logoBytes } from './logo.ts'

/**
 * The file of an issued document, made from its snapshot alone: the same bytes today, for the mail, and in ten years. A stored
 * file cannot be read back under our scopes (ground truth 5).
 */
export function documentFile(
  event: NumberReserved | QuoteMade,
  images: Table<'images'> | undefined,
  duplicate = false,
): Uint8Array {
  const { document } = event
  const version = document.style.logo?.version
  const logo = version === undefined || images === undefined ? undefined : logoBytes(images, version)
  return renderDocument(document, {
    ...(logo ? { logo } : {}),
    ...(event.type === 'reserved' && event.electronic
      ? { attachment: { xml: toCii(event.document), description: 'Facture électronique Factur-X, profil EN 16931' } }
      : {}),
    ...(duplicate ? { duplicate } : {}),
  })
}
