import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { done, workshop } from './workshop.ts'

export const BUSINESSES = ['graphiste', 'menuisier'] as const
export type BusinessName = (typeof BUSINESSES)[number]

/** A year of work of a demo business, issued and paid in part, along two months. Made once. */
export function paidYear(name: BusinessName): Emulator {
  const known = made.get(name)
  if (known) return workshop(known)
  const emulator = workshop()
  done(emulator, 'sample-data', { business: name })
  const { issued = [] } = done(emulator, 'issue-invoices')
  for (const [index, { number, payableCents }] of issued.entries()) {
    if (index % 3 === 0 || index > 24 || payableCents <= 0) continue
    const amountCents = index % 3 === 1 ? payableCents : Math.floor(payableCents / 3)
    const date = `2026-${index % 2 === 0 ? 10 : 11}-${String(1 + index).padStart(2, '0')}`
    done(emulator, 'record-payment', { number, date, amountCents, method: 'transfer' })
  }
  done(emulator, 'refresh-deadlines')
  made.set(name, emulator.save())
  return emulator
}
const made = new Map<BusinessName, EmulatorState>()
