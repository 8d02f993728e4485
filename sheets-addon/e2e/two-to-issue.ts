import type { Emulator } from '../emulator/index.ts'
import { client, freshWorkbook, sale } from '../test/workshop.ts'

/** Two documents to come, of two clients. */
export function twoToIssue(): Emulator {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { label: 'Déclinaison en trois formats', unitPrice: '120' })
  sale(emulator, 'Éditions du Merle')
  return emulator
}
