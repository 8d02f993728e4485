import { sha256Hex } from '@tabellion/shared/kernel'
import type { Table } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { documentFile } from '../workbook/document-file.ts'
import type { Parcel } from './deliver.ts'
import type { Envelope, Prepared } from './prepare.ts'

/** Documents on their way, each with its file as it was issued. */
export const documentParcels = (
  { envelopes, findings, notSent }: Prepared,
  images: Table<'images'> | undefined,
  { clock }: Pick<Ports, 'clock'>,
): { readonly parcels: readonly Parcel[] } & Omit<Prepared, 'envelopes'> => ({
  findings,
  notSent,
  parcels: envelopes.map((envelope): Parcel => {
    const { duplicate, event, letter, to } = envelope
    const { number } = event
    const about = { v: 1, number, on: clock.today } as const
    return {
      number,
      client: event.document.buyer.name,
      to,
      letter,
      begun: { type: 'send-begun', ...about, to, duplicate },
      sent: { type: 'sent', ...about, to },
      notSent: (why) => ({ type: 'not-sent', ...about, why }),
      attachment: () => attachment(envelope, images),
    }
  }),
})

/** The file as it was issued, made again. */
function attachment(
  { event, issued, duplicate }: Envelope,
  images: Table<'images'> | undefined,
): ReturnType<Parcel['attachment']> {
  const bytes = documentFile(event, images)
  if (issued !== undefined && sha256Hex(bytes) !== issued.digest) return 'differs'
  return duplicate
    ? { name: event.fileName.replace(/\.pdf$/, '_duplicata.pdf'), bytes: documentFile(event, images, true) }
    : { name: event.fileName, bytes }
}
