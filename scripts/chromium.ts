import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './find-browser.ts'
import { isEntry } from './root.ts'

/** A Chrome or Chromium that is there. */
export const findChromium = (): string | undefined =>
  findBrowser({
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
    usualPlaces: [
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/opt/google/chrome/chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
  })

function run(command: string, args: readonly string[]): Promise<number> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

const canInstall = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** The browser the tests drive; on Debian as root the `chromium` package is installed when there is none. */
export async function requireChromium(): Promise<string> {
  const found = findChromium()
  if (found) return found
  if (!process.env['CHROME_PATH'] && canInstall()) {
    const started = performance.now()
    const seconds = (): number => Math.round((performance.now() - started) / 1000)
    console.error('No Chrome or Chromium here: installing Debian’s chromium package (about half a minute).')
    const ticking = setInterval(() => console.error(`  ${seconds()} s…`), 10_000)
    const code =
      (await run('apt-get', ['update', '-qq'])) ||
      (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']))
    clearInterval(ticking)
    const installed = findChromium()
    if (code === 0 && installed) {
      console.error(`Chromium installed in ${seconds()} s.`)
      return installed
    }
  }
  throw new Error(
    process.env['CHROME_PATH']
      ? `CHROME_PATH names no program that can be run: ${process.env['CHROME_PATH']}`
      : 'Install Chrome or Chromium, or set CHROME_PATH to where it is.',
  )
}

if (isEntry('chromium.ts')) {
  const found = await requireChromium().catch((error: unknown) => error)
  if (found instanceof Error) {
    console.error(found.message)
    process.exit(1)
  }
  console.log(`Chromium: ${found}`)
}
