import type { Browser } from 'playwright-core'
import { requireChromium } from './chromium.ts'

/** Chromium talks to nobody but us: no update, no sync, no look-up of its maker's hosts. */
export const quietArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless browser for pictures, with the dates of a French one; the extension's own tests launch theirs. */
export async function launch(): Promise<Browser> {
  // Only when one is wanted: its library takes a quarter of a second to load, which every verb of the door would pay.
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath: await requireChromium(),
    args: [...quietArguments],
    env: { ...process.env, LANGUAGE: 'fr' },
  })
}
