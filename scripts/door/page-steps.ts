import type { Frame, Page } from 'playwright-core'
import { DoorRefusal } from './cli.ts'
import type { FrameReaders } from './page-frames.ts'

/** Something that happens to the page after it was read; what is known then is told under `phase`. */
export interface Step {
  readonly phase: string
  readonly action: 'scroll' | 'setHash' | 'wait'
  /** The element to scroll; else the page. */
  readonly selector?: string
  readonly stepPx: number
  readonly value: string
  readonly pauseMs: number
}

const MOST_SCROLLS = 1_000
const isAction = (action: unknown): action is Step['action'] =>
  action === 'scroll' || action === 'setHash' || action === 'wait'

export function stepsFrom(json: string): readonly Step[] {
  const wrong = (what: string): DoorRefusal => new DoorRefusal('wrong-steps', `--steps : ${what}.`)
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    throw wrong('ce n’est pas du JSON')
  }
  if (!Array.isArray(given)) throw wrong('une liste d’étapes est attendue')
  return given.map((one: unknown, at): Step => {
    const step: Partial<Record<keyof Step, unknown>> = typeof one === 'object' && one !== null ? one : {}
    const { phase = `step${at + 1}`, action, selector, stepPx = 300, value = '', pauseMs = 100 } = step
    if (!isAction(action))
      throw wrong(`l’étape ${at + 1} a pour action ${JSON.stringify(action)} ; connues : scroll, setHash, wait`)
    if (
      typeof phase !== 'string' ||
      typeof value !== 'string' ||
      typeof stepPx !== 'number' ||
      typeof pauseMs !== 'number'
    )
      throw wrong(`l’étape ${at + 1} : phase et value sont des textes, stepPx et pauseMs des nombres`)
    return { phase, action, ...(typeof selector === 'string' && { selector }), stepPx, value, pauseMs }
  })
}

export async function takeStep(page: Page, readers: FrameReaders, step: Step): Promise<void> {
  if (step.action === 'scroll') await scroll(page, readers, step)
  else if (step.action === 'setHash') {
    await page.evaluate(`location.hash = ${JSON.stringify(step.value)}`)
    await page.waitForTimeout(step.pauseMs)
    await readers.settle()
  } else await page.waitForTimeout(step.pauseMs)
}

/** To the end, a step at a time, as a user does; a list that grows at its end is given the time to. */
async function scroll(page: Page, readers: FrameReaders, { selector, stepPx, pauseMs }: Step): Promise<void> {
  const frame = await frameWith(page, selector)
  let patience = 0
  for (let count = 0; count < MOST_SCROLLS && patience < 5; count += 1) {
    const hasMoved = await frame.evaluate<boolean>(scrollBy(selector, stepPx))
    await page.waitForTimeout(pauseMs)
    await readers.look()
    patience = hasMoved ? 0 : patience + 1
    if (!hasMoved) await page.waitForTimeout(100)
  }
}

async function frameWith(page: Page, selector: string | undefined): Promise<Frame> {
  if (selector !== undefined) {
    for (const frame of page.frames()) if ((await frame.$(selector).catch(() => null)) !== null) return frame
    throw new DoorRefusal('wrong-steps', `--steps : rien ne répond à « ${selector} » dans cette page.`)
  }
  return page.mainFrame()
}

/** The page itself or, where it does not scroll, the largest box that does. */
const scrollBy = (selector: string | undefined, stepPx: number): string => `(() => {
  const scrolls = (one) => one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY)
  const page = document.scrollingElement
  const box = ${
    selector === undefined
      ? 'page.scrollHeight > page.clientHeight + 1 ? page : [...document.querySelectorAll("*")].filter(scrolls).sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)[0] ?? page'
      : `document.querySelector(${JSON.stringify(selector)})`
  }
  const before = box.scrollTop
  box.scrollTop += ${stepPx}
  return box.scrollTop !== before
})()`
