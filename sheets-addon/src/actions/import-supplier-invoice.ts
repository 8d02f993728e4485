import { type ExpenseTexts, readExpense } from '@tabellion/shared/documents/reception'
import { sha256Hex } from '@tabellion/shared/kernel'
import { formatEuros } from '@tabellion/shared/money'
import { receive, typeOf } from '../expenses/receive.ts'
import { typeset } from '../messages/typography.ts'
import type { Ports } from '../ports.ts'
import { fromBase64 } from '../workbook/logo.ts'
import { refuse } from '../workbook/refusal.ts'
import { action, type Outcome } from './action.ts'
import type { ArgumentsSchema, Given } from './arguments.ts'

/** What the wire to the script carries without trouble (ground truth §5), and more than any invoice weighs. */
const MOST_BYTES = 8_000_000

const schema = {
  required: ['file'],
  properties: {
    file: { type: 'string', description: 'La facture telle que reçue : un PDF qui contient ses données, ou un XML.' },
    data: { type: 'string', description: 'Ses octets en base 64 ; la porte et le volet les lisent du fichier.' },
    invoice: {
      type: 'object',
      description: 'Ce qu’elle dit, lu du fichier par la porte ou le volet.',
      additionalProperties: { type: 'string' },
    },
  },
} as const satisfies ArgumentsSchema

/** The file is read where it is chosen, in the sidebar's page or by the door: the script is spared the readers' weight. */
export const importSupplierInvoice = action({
  name: 'import-supplier-invoice',
  menu: 'Importer une facture reçue…',
  what: 'Ajoute à Dépenses la facture électronique d’un fournisseur (Factur-X, CII ou UBL), et range son fichier.',
  args: schema,
  run: (ports, args) => take(ports, args),
})

function take(ports: Ports, args: Given<typeof schema>): Outcome {
  const expense = readExpense((args.invoice ?? {}) as ExpenseTexts)
  if ('wrong' in expense) return refuse({ code: 'received-unread', field: expense.wrong })
  const bytes = fromBase64(args.data ?? '')
  if (bytes.length === 0) refuse({ code: 'received-no-file' })
  if (bytes.length > MOST_BYTES) refuse({ code: 'received-too-large', bytes: bytes.length, most: MOST_BYTES })
  const { added, event, findings, row } = ports.lock.need(() => receive(ports, expense, bytes))
  const { file } = event
  // The file that was kept stays, whatever else says the same; after a stop, it is made.
  if (file.digest === sha256Hex(bytes)) ports.files.create({ ...file, type: typeOf(bytes).type, bytes })
  const amount = expense.currency === 'EUR' ? `, ${formatEuros(expense.gross)}` : ''
  return {
    message: typeset(
      added
        ? `${expense.supplier}, facture ${expense.number}${amount} : ajoutée à Dépenses, ligne ${row}. Son fichier est dans ${file.folder}.`
        : `${expense.supplier}, facture ${expense.number} : déjà dans Dépenses, ligne ${row}.`,
    ),
    findings,
    files: [`Drive/${file.folder}/${file.name}`],
  }
}
