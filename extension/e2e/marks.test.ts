import { beforeAll, describe, expect, test, vi } from 'vitest'
import { frameWords } from '../words/frame.ts'
import { pageToolWords } from '../words/page-tools.ts'
import { allow, frameOn, marksOn, sayYes } from './bank-site.ts'
import { CERTAIN, NOISE, openStage } from './stage.ts'

const stage = openStage()

describe('before the user says always', () => {
  const told = (path: string): Promise<unknown> => stage.askOfTab(`${stage.bank().origin}${path}`, 'read-tab')

  test('a click on the toolbar button reads the page and marks its rows', async () => {
    await stage.open('/')
    expect(await told('/')).toEqual({ state: 'rows', origin: stage.bank().origin, rows: 3, frames: [], always: false })
    expect((await stage.marksWith(CERTAIN)).map(({ words }) => words)).toEqual([CERTAIN, NOISE, NOISE])
  })

  test('a list in a frame that may not be read is unreadable, never empty, and its origin is named', async () => {
    await stage.open('/outside')
    expect(await told('/outside')).toMatchObject({ state: 'unreadable', rows: 0, frames: ['http://localhost:1'] })
  })

  test('a page without a list says so; one of the browser’s own is closed', async () => {
    await stage.open('/prices')
    expect(await told('/prices')).toMatchObject({ state: 'none', rows: 0, frames: [] })
    await stage.page().goto('chrome://version/')
    expect(await stage.askOfTab('chrome://version/', 'read-tab')).toEqual({ state: 'closed' })
  })

  test('three clicks teach a page: they do nothing else there, and the next reading goes by them', async () => {
    await stage.open('/')
    await stage.page().evaluate(() => {
      document.querySelector('.operations')?.addEventListener('click', () => {
        document.title = 'La page a eu le clic'
      })
    })
    expect(await told('/')).toMatchObject({ rows: 3 })
    expect(await stage.askOfTab(`${stage.bank().origin}/`, 'learn-tab')).toEqual({ started: true })
    await stage.marksWith('Annuler')
    for (const name of ['date', 'label', 'amount']) await stage.page().locator(`.${name}`).nth(1).click()
    await stage.clickMark('Garder')
    await stage.marksWith(CERTAIN)
    expect(await stage.page().title()).toBe('Ma banque')
    const [kept] = await stage.rowsOf('profiles')
    expect(kept?.['place']).toBe(`${stage.bank().origin}/`)
    expect(JSON.parse(String(kept?.['profile']))).toEqual({
      rows: 'main > ul.operations > li.operation',
      date: ':scope > span:nth-of-type(1)',
      label: ':scope > span:nth-of-type(2)',
      amount: ':scope > b',
      isLearnt: true,
    })
    await stage.page().reload()
    expect(await told('/')).toMatchObject({ state: 'rows', rows: 3 })
    expect((await stage.marksWith(CERTAIN)).map(({ words }) => words)).toEqual([CERTAIN, NOISE, NOISE])
  })

  test('a copy of the structure holds no word, no figure and no address of the page, and is read alike', async () => {
    await stage.open('/')
    await told('/')
    const answer = await stage.askOfTab(`${stage.bank().origin}/`, 'copy-tab')
    const html = JSON.stringify(answer)
    expect(html).toContain('00/00/0000')
    expect(html).toContain('+000,00 €')
    for (const secret of ['PONANT', 'BOULANGERIE', '2026', '456', 'banque', '127.0.0.1', 'script', 'Compte'])
      expect([secret, html.includes(secret)]).toEqual([secret, false])
  })

  test('always on this bank: one click in the popup, one question of the browser; the next visit is marked by itself', async () => {
    await sayYes(stage.chromium(), 'http://127.0.0.1/*')
    await stage.open('/')
    const popup = await stage.chromium().clickToolbarButton(`${stage.bank().origin}/`)
    const button = `[...document.querySelectorAll('button')].find((one) => one.textContent === '${pageToolWords.always}')`
    await vi.waitUntil(() => popup.evaluate(`Boolean(${button})`), { timeout: 15_000, interval: 100 })
    await popup.evaluate(`${button}.click()`)
    await vi.waitUntil(async () => (await stage.rowsOf('banks')).length === 1, { timeout: 15_000, interval: 100 })
    await popup.close()
    await stage.page().reload()
    await stage.marksWith(CERTAIN)
    await stage.ask({ ask: 'always-off', origin: stage.bank().origin })
    expect(await stage.rowsOf('banks')).toEqual([])
  })

  test('what is selected can be read like a pasted text', async () => {
    await stage.open('/')
    await told('/')
    await stage.page().locator('.operation').first().selectText()
    expect(await stage.askOfTab(`${stage.bank().origin}/`, 'selection')).toMatchObject({
      text: expect.stringContaining('BRASSERIE DU PONANT'),
    })
  })
})

describe('the page changes', () => {
  beforeAll(async () => {
    await allow(stage.chromium(), 'http://127.0.0.1/*')
    expect(await stage.ask({ ask: 'always-on', origin: stage.bank().origin, frames: [] })).toEqual({ registered: true })
  })

  test('marks come back when they are taken out, changed or hidden', async () => {
    await stage.open('/')
    await stage.marksWith(CERTAIN)
    await stage.page().evaluate(() => document.documentElement.lastElementChild?.remove())
    expect(await stage.marks(3)).toHaveLength(3)
    await stage.page().evaluate(() => {
      const ours = document.documentElement.lastElementChild
      ours?.setAttribute('style', 'display: none')
      ours?.setAttribute('hidden', '')
    })
    expect(await stage.marks(3)).toHaveLength(3)
    await stage.page().evaluate(() => {
      document.head.insertAdjacentHTML(
        'beforeend',
        '<style>html > div { display: none !important; opacity: 0 !important }</style>',
      )
    })
    expect(await stage.marks(3)).toHaveLength(3)
    // A page that fights does not keep the machine busy: it is let be, and tried again later.
    const removals = await stage.page().evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0
          const fight = setInterval(() => {
            const ours = document.documentElement.lastElementChild
            if (ours?.tagName !== 'DIV') return
            ours.remove()
            count += 1
          }, 1)
          setTimeout(() => {
            clearInterval(fight)
            resolve(count)
          }, 3_000)
        }),
    )
    expect(removals).toBeLessThan(80)
    expect(await stage.marks(3)).toHaveLength(3)
  })

  test('rows drawn anew, moved and taken out are followed, without a pixel of difference to the page', async () => {
    await stage.open('/')
    const [first] = await stage.marksWith(CERTAIN)
    const size = (): Promise<number[]> =>
      stage.page().evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth])
    const before = await size()
    await stage.page().evaluate(() => {
      const rows = document.querySelector('.operations')
      if (rows) rows.innerHTML = `${rows.innerHTML}`
      document.querySelector('h1')?.setAttribute('style', 'height: 100px')
    })
    await vi.waitUntil(async () => (await marksOn(stage.page()))[0]?.y !== first?.y, { timeout: 10_000 })
    expect((await stage.marksWith(CERTAIN)).map(({ words }) => words)).toEqual([CERTAIN, NOISE, NOISE])
    await stage.page().evaluate(() => document.querySelector('.operation:last-child')?.remove())
    expect(await stage.marks(2)).toHaveLength(2)
    await stage.page().evaluate(() => document.querySelector('h1')?.removeAttribute('style'))
    expect((await size())[1]).toBe(before[1])
  })

  test('a list drawn in parts keeps its marks at its rows while it scrolls', async () => {
    await stage.open('/virtual')
    await vi.waitUntil(async () => (await marksOn(stage.page())).length > 3, { timeout: 15_000 })
    await stage.page().evaluate(() => {
      const box = [...document.querySelectorAll('*')].find(
        (one) => one.scrollHeight > one.clientHeight + 50 && /auto|scroll/.test(getComputedStyle(one).overflowY),
      )
      ;(box ?? document.scrollingElement)?.scrollBy(0, 777)
    })
    await stage.page().waitForTimeout(1_500)
    const shown = await marksOn(stage.page())
    expect(shown.length).toBeGreaterThan(3)
    const gaps = shown.slice(1).map((mark, at) => Math.round(mark.y - (shown[at]?.y ?? 0)))
    expect(new Set(gaps).size).toBe(1)
  })

  test('another address, other marks; a page that never stands still has them too', async () => {
    await stage.open('/hash')
    expect(await stage.marks(2)).toHaveLength(2)
    await stage.page().evaluate(() => {
      location.hash = '#/b'
    })
    expect(await stage.marks(3)).toHaveLength(3)
    await stage.open('/moving')
    expect(await stage.marks(5)).toHaveLength(5)
    const spent = await stage.page().context().newCDPSession(stage.page())
    await spent.send('Performance.enable', { timeDomain: 'threadTicks' })
    const script = async (): Promise<number> =>
      (await spent.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
    const before = await script()
    await stage.page().waitForTimeout(3_000)
    // A fifth of the time at most, with the page's own work.
    expect(((await script()) - before) / 3).toBeLessThan(0.2)
  })

  test('a list in a frame that the page wrote itself is of that bank, its proposals too', async () => {
    await stage.open('/written')
    expect((await stage.marksWith(CERTAIN)).map(({ words }) => words)).toEqual([CERTAIN, NOISE, NOISE])
    const accounts = (await stage.rowsOf('accounts')).map(({ id }) => id)
    expect(accounts).toEqual([stage.bank().origin])
    const proposal = await stage.openProposal()
    expect(proposal.parentFrame()?.url()).toBe('about:srcdoc')
    await proposal.getByRole('button', { name: frameWords.close }).click()
    await vi.waitUntil(() => frameOn(stage.page()) === undefined, { timeout: 15_000 })
  })

  test('a page without a list is left as it is', async () => {
    await stage.open('/prices')
    const before = await stage.page().evaluate(() => document.documentElement.outerHTML)
    await stage.page().waitForTimeout(1_500)
    expect(await stage.page().evaluate(() => document.documentElement.outerHTML)).toBe(before)
  })
})

test('the extension is updated under the open page: the old marks leave, the new ones work', async () => {
  await stage.open('/')
  await stage.marksWith(CERTAIN)
  await stage.reloadExtension()
  await vi.waitUntil(
    async () => (await marksOn(stage.page())).map(({ words }) => words).join() === [CERTAIN, NOISE, NOISE].join(),
    { timeout: 15_000 },
  )
  const hosts = 'document.documentElement.querySelectorAll(":scope > div").length'
  await vi.waitUntil(async () => (await stage.page().evaluate<number>(hosts)) === 1, { timeout: 15_000 })
  await stage.openProposal()
  await stage.closeProposal()
})

test('turned off, nothing of ours is left in open pages, and no script is registered', async () => {
  const written = await stage.chromium().context.newPage()
  await written.goto(`${stage.bank().origin}/written`)
  await vi.waitUntil(async () => (await marksOn(written)).length === 3, { timeout: 15_000 })
  await stage.open('/')
  await stage.marksWith(CERTAIN)
  expect(await stage.ask({ ask: 'always-off', origin: stage.bank().origin })).toEqual({ registered: false })
  expect(await stage.marks(0)).toEqual([])
  expect(await marksOn(written)).toEqual([])
  await written.close()
  expect(await stage.page().evaluate(() => document.documentElement.lastElementChild?.tagName)).toBe('BODY')
  expect(await stage.chromium().worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([])
  expect(await stage.chromium().worker.evaluate(async () => (await chrome.permissions.getAll()).origins)).toEqual([])
  await stage.page().reload()
  await stage.page().waitForTimeout(1_000)
  expect(await stage.marks(0)).toEqual([])
})
