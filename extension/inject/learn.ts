/** *Apprendre cette page*: date, label, amount, three clicks that the page itself does not get. */
import { openBanner } from '../learn/banner.ts'
import { guideFrom, isAmount, isDate, isLabel } from '../learn/pointed.ts'
import type { Guide } from '../reader/guide.ts'
import { learnWords as words } from '../words/page.ts'
import { ask } from './ask.ts'

void ask({ ask: 'page-open' }).then((opened) => {
  const { tabellion: room } = globalThis
  if (!opened || !room || room.isLearning) return
  room.isLearning = true
  const { today } = opened
  const stop = new AbortController()
  const { signal } = stop
  const banner = openBanner(signal)
  const end = (): void => {
    stop.abort()
    room.isLearning = false
  }
  const cancel = { words: words.cancel, press: end }
  let picked: Element[] = []
  const steps = [
    { ask: words.date, is: (element: Element) => isDate(element, today), not: words.noDate },
    { ask: words.label, is: isLabel, not: words.noLabel },
    { ask: words.amount, is: isAmount, not: words.noAmount },
  ] as const
  const restart = (say?: string): void => {
    picked = []
    banner.say(say ?? words.date, [cancel])
  }

  const pick = (element: Element): void => {
    const step = steps[picked.length]
    if (!step) return
    if (!step.is(element)) {
      banner.say(step.not, [cancel])
      return
    }
    picked.push(element)
    const next = steps[picked.length]
    if (next) {
      banner.say(next.ask, [cancel])
      return
    }
    const [date, label, amount] = picked
    banner.outline(undefined)
    const guide = date && label && amount && guideFrom({ date, label, amount })
    const rows = (guide && room.read(guide)?.rows) ?? []
    const first = rows.find((row) => amount !== undefined && row.element.contains(amount)) ?? rows[0]
    if (!guide || !first) {
      restart(words.noRow)
      return
    }
    const cents = `${first.sign === -1 ? '−' : ''}${(first.cents / 100).toFixed(2).replace('.', ',')} ${first.currency ?? '€'}`
    banner.say(
      words.found(rows.length),
      [
        { words: words.keep, isMain: true, press: () => void keep(guide) },
        { words: words.again, press: () => restart() },
        cancel,
      ],
      [first.date?.split('-').reverse().join('/'), first.texts[0], cents].filter(Boolean).join('  ·  '),
    )
  }

  const keep = async (guide: Guide): Promise<void> => {
    const answer = await ask({ ask: 'page-learnt', guide })
    if (!answer?.kept) {
      banner.say(words.notKept, [cancel])
      return
    }
    room.guide = guide
    // The banner goes: the page has changed, and is read again.
    end()
  }

  /** The page gets nothing of these clicks: a row may be a link. */
  const take = (event: MouseEvent): void => {
    if (banner.holds(event) || picked.length === steps.length) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const [target] = event.composedPath()
    if (event.isTrusted && event.type === 'click' && target instanceof Element) pick(target)
  }
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const)
    window.addEventListener(type, take, { capture: true, signal })
  window.addEventListener(
    'mousemove',
    (event) => {
      const [target] = event.composedPath()
      const isOver = !banner.holds(event) && picked.length < steps.length && target instanceof Element
      banner.outline(isOver ? target : undefined)
    },
    { capture: true, passive: true, signal },
  )
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape') end()
    },
    { capture: true, signal },
  )
  room.signal.addEventListener('abort', end, { signal })
  restart()
})
