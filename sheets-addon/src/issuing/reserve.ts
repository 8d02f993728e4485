import { yearOf } from '@tabellion/shared/calendar'
import { documentFileName } from '@tabellion/shared/documents/pdf'
import type { EinvoiceVerdict } from '@tabellion/shared/documents/preflight'
import type { InvoiceKind, IssuedDocument } from '@tabellion/shared/invoicing'
import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { registerCells } from '@tabellion/shared/ledger'
import { einvoiceStatus } from '../messages/einvoice.ts'

/** features F-062. */
const FOLDERS: Readonly<Record<InvoiceKind, string>> = {
  standard: 'Factures',
  deposit: 'Factures',
  balance: 'Factures',
  credit: 'Avoirs',
}
const folderOf = ({ kind, issueDate }: IssuedDocument): string => `Facturation/${yearOf(issueDate)}/${FOLDERS[kind]}`

interface Reservation {
  readonly document: IssuedDocument
  readonly verdict: EinvoiceVerdict
  /** Of its PDF, not made yet. */
  readonly fileId: string
  /** Of its row in *Factures*. */
  readonly registerId: string
  /** What the ledger's rows become. */
  readonly rows: NumberReserved['rows']
  readonly send: boolean
  readonly request?: string | undefined
}

/** The event that takes a number, with all that register, ledger and file are made of. */
export const reserve = ({ document, verdict, registerId, request, ...given }: Reservation): NumberReserved => ({
  type: 'reserved',
  v: 1,
  number: document.number,
  document,
  register: registerCells(document, {
    id: registerId,
    fileUrl: `https://drive.google.com/file/d/${given.fileId}/view`,
    facturX: einvoiceStatus(verdict),
  }) as StoredCells,
  fileName: documentFileName(document),
  folder: folderOf(document),
  electronic: verdict.verdict === 'conformant',
  ...given,
  ...(request === undefined ? {} : { request }),
})
