import { job, pdfNamed, postedLetters } from '../../sheets-addon/test/unpaid.ts'
import { done } from '../../sheets-addon/test/workshop.ts'

/** As the add-on itself makes them. */
export function unpaidPapers(): {
  /** Two reminders, formal notice, last notice: to a business, a consumer, a public body. */
  readonly letters: readonly (readonly Uint8Array[])[]
  /** Of a job with a deposit, a credit note and a plan that was not kept. */
  readonly notice: Uint8Array
  readonly file: Uint8Array
} {
  const emulator = job()
  done(emulator, 'export-unpaid-file', { number: 'F2026-0002' })
  return {
    letters: [
      {},
      { type: 'Particulier', contact: 'Mme Anne Essai' },
      { type: 'Administration', siret: '99999000700012' },
    ].map(postedLetters),
    notice: pdfNamed(emulator, '_mise-en-demeure'),
    file: pdfNamed(emulator, 'dossier-impaye'),
  }
}
