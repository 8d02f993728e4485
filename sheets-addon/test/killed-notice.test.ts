import { expect, test } from 'vitest'
import { invoiced, on } from './unpaid.ts'
import { perform, rows } from './workshop.ts'

test('a notice whose run is stopped while its letter is made is finished by the next, as one letter', () => {
  const state = invoiced()
  const { total } = perform(on(state, '2026-12-30'), 'formal-notice', { number: 'F2026-0001' }).run.calls
  // The letter is made in the middle; every call is stopped in killed-unpaid.test.ts.
  for (const call of [Math.floor(total / 2), total - 6, total - 2]) {
    const emulator = on(state, '2026-12-30')
    perform(emulator, 'formal-notice', { number: 'F2026-0001' }, { fault: { call, unflushed: 'kept' } })
    perform(emulator, 'formal-notice', { number: 'F2026-0001' })
    expect(rows(emulator, 'reminders').map(({ level, status }) => [level, status])).toEqual([
      ['Mise en demeure', 'À poster'],
    ])
    expect(emulator.drive.files().filter(({ path }) => path.includes('Relances/'))).toHaveLength(1)
  }
})
