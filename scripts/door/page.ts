import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Day } from '@tabellion/shared/calendar'
import type { Statement } from '@tabellion/shared/statements'
import type { Browser, Page } from 'playwright-core'
import { linesOf } from '../../extension/reader/lines.ts'
import { launch } from '../browser.ts'
import { root } from '../root.ts'
import { DoorRefusal, print, readFlags, typedPath } from './cli.ts'
import { FrameReaders, type Look } from './page-frames.ts'
import { type Step, stepsFrom, takeStep } from './page-steps.ts'
import { todayOf } from './paris.ts'
import { statementJson } from './statement-json.ts'

/** `page FILE|URL… [--today D] [--steps JSON]`: what the extension's reader makes of each page, in a real Chromium. */
export async function page(argv: readonly string[]): Promise<number> {
  const { flags, operands } = readFlags(argv, {
    today: { value: true, what: 'le jour de la lecture, AAAA-MM-JJ' },
    steps: { value: true, what: 'ce qu’il faut faire ensuite, en JSON : défiler, changer d’adresse, attendre' },
  })
  if (operands.length === 0)
    throw new DoorRefusal('missing-file', 'Indiquez au moins une page : un fichier ou une adresse.')
  const options = { today: todayOf(flags), steps: flags['steps'] ?? '[]' }
  let code = 0
  await readPages(operands, options, (told) => {
    print(told)
    if ('error' in told) code = 2
  })
  return code
}

/** So many pages wait for their rows at once. */
const TOGETHER = 4

/** Reads pages, and tells of them in order. */
export async function readPages(
  places: readonly string[],
  { today, steps: json }: { readonly today: Day; readonly steps: string },
  tell: (told: object) => void,
): Promise<void> {
  const steps = stepsFrom(json)
  const script = await readerScript(today)
  const browser = await launch()
  try {
    for (let at = 0; at < places.length; at += TOGETHER) {
      const some = places.slice(at, at + TOGETHER).map((place) => readOne(browser, place, script, steps, today))
      for (const told of await Promise.all(some)) tell(told)
    }
  } finally {
    await browser.close()
  }
}

/** The extension's reader as one script, asked with `tabellion()`. */
async function readerScript(today: Day): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    stdin: {
      contents: "export { factsOf } from './movement.ts'; export { readPage } from './page.ts'",
      resolveDir: join(root, 'extension/reader'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tabellionReader',
    target: 'es2022',
  })
  return `${outputFiles[0]?.text}
    globalThis.tabellion = () => {
      const reading = tabellionReader.readPage(document, '${today}')
      return { ...reading, rows: reading.rows.map(tabellionReader.factsOf), place: location.href, encoding: document.characterSet }
    };0`
}

async function readOne(
  browser: Browser,
  place: string,
  script: string,
  steps: readonly Step[],
  today: Day,
): Promise<object> {
  const isWeb = /^https?:\/\//.test(place)
  if (!isWeb && !existsSync(typedPath(place)))
    return { file: place, error: { code: 'no-such-file', message: `Le fichier « ${place} » n’existe pas.` } }
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  try {
    const page = await context.newPage()
    // A page saved as a file asks nobody for anything.
    if (!isWeb) await context.route(/^(?!file:|data:|blob:|about:)/, (route) => route.abort())
    const loaded = await open(page, isWeb ? place : pathToFileURL(typedPath(place)).href)
    if (!loaded)
      return { file: place, error: { code: 'page-not-loaded', message: `La page « ${place} » n’a pu être ouverte.` } }
    const readers = new FrameReaders(page, script)
    await readers.settle()
    const first = toldOf(await readers.look(), today)
    const phases: Record<string, object> = {}
    for (const step of steps) {
      await takeStep(page, readers, step)
      const { transactions, problems } = toldOf(await readers.look(), today)
      phases[step.phase] = { transactions, problems }
    }
    return { file: place, ...first, ...(steps.length > 0 && { phases }) }
  } finally {
    await context.close()
  }
}

async function open(page: Page, url: string): Promise<boolean> {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 })
    await page.waitForLoadState('load', { timeout: 10_000 }).catch(() => undefined)
    return true
  } catch {
    return false
  }
}

/** The shape of a statement (door.md §4); what could not be read is told, so that no page passes for an empty account. */
function toldOf({ frames, encoding, blocked }: Look, today: Day): ReturnType<typeof statementJson> {
  const { lines, problems } = linesOf(
    frames.flatMap(({ rows }) => [...rows.values()]),
    today,
  )
  const states = frames.map(({ state }) => state)
  const statement: Statement = {
    format: 'page',
    dialect: states.includes('rows') ? 'rows' : (states[0] ?? 'none'),
    encoding: encoding.toLowerCase(),
    accounts: [],
    lines,
    problems,
    assumed: frames.some((seen) => seen.assumedDebitLeft) ? [{ code: 'debit-then-credit', columns: [1, 2] }] : [],
  }
  const told = statementJson([statement])
  const isUnread = lines.length === 0 && states.includes('unreadable')
  return {
    ...told,
    problems: [
      ...told.problems,
      ...(isUnread
        ? [
            {
              code: 'unreadable-list',
              message: `Cette page montre des opérations, mais elles n’ont pu être lues. ${INSTEAD}`,
            },
          ]
        : []),
      ...(blocked.length > 0 && lines.length === 0
        ? [
            {
              code: 'unreadable-frame',
              message: `Une partie de cette page vient d’ailleurs (${blocked.join(', ')}) et n’a pu être lue. ${INSTEAD}`,
            },
          ]
        : []),
    ],
  }
}

const INSTEAD = 'Téléchargez le relevé en CSV ou en OFX sur le site de votre banque.'
