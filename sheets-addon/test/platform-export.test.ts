import { readSupplierInvoice } from '@tabellion/shared/documents/reception'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

const files = (emulator: Emulator) => emulator.drive.files().filter((file) => file.path.includes('/Déclarations/'))

describe('the Factur-X for the platform', () => {
  const threeClients = (): Emulator => {
    const emulator = freshWorkbook()
    client(emulator, 'Studio Quai Nord', { siret: '99999037700015' })
    client(emulator, 'Zoé Martel', { type: 'Particulier', email: '' })
    for (const name of ['Brasserie du Ponant', 'Studio Quai Nord', 'Zoé Martel']) sale(emulator, name)
    done(emulator, 'issue-invoices')
    return emulator
  }

  test('holds those of the period and nothing else, as they were issued; what is none is told', () => {
    const emulator = threeClients()
    done(emulator, 'create-credit-note', { number: 'F2026-0002', reason: 'Annulation' })
    const { findings, files: made } = done(emulator, 'export', { what: 'platform' })
    expect(made).toEqual(['Drive/Facturation/2026/Déclarations/factur-x_2026-01-01_2026-11-25.zip'])
    const zip = unzipSync(emulator.drive.content(files(emulator)[0]?.id ?? '') ?? new Uint8Array())
    expect(Object.keys(zip)).toEqual(['F2026-0002_Studio-Quai-Nord.pdf', 'AV2026-0001_Studio-Quai-Nord.pdf'])
    for (const [name, bytes] of Object.entries(zip)) {
      const original = emulator.drive.files().find((file) => file.name === name)
      expect(bytes).toEqual(emulator.drive.content(original?.id ?? ''))
      const read = readSupplierInvoice(bytes)
      expect([name, read.ok && read.value.invoice.number]).toEqual([name, name.split('_')[0]])
    }
    expect(findings.map(({ code, severity, text }) => [code, severity, text.slice(0, 10)])).toEqual([
      ['no-facturx', 'info', 'F2026-0001'],
      ['no-facturx', 'info', 'F2026-0003'],
    ])
    expect(rows(emulator, 'invoices').map((row) => String(row['facturX']).split('\u00a0')[0])).toEqual([
      'Incomplet',
      'Conforme',
      'Sans objet',
      'Conforme',
    ])
  })
  test('with none in the period, it says so and writes nothing', () => {
    const emulator = freshWorkbook()
    expect(refused(emulator, 'export', { what: 'platform' }).code).toBe('nothing-to-export')
    expect(files(emulator)).toHaveLength(0)
  })
  test('stopped anywhere is finished by the next, without a double', () => {
    const alone = freshWorkbook()
    client(alone, 'Studio Quai Nord', { siret: '99999037700015' })
    sale(alone, 'Studio Quai Nord')
    done(alone, 'issue-invoices')
    const state = alone.save()
    const args = { what: 'platform' }
    const calls = perform(workshop(state), 'export', args).run.calls.total
    for (let call = 1; call <= calls; call += 3) {
      const emulator = workshop(state)
      perform(emulator, 'export', args, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
      done(emulator, 'export', args)
      expect([call, files(emulator).map(({ name }) => name)]).toEqual([call, ['factur-x_2026-01-01_2026-11-25.zip']])
    }
  })
})
