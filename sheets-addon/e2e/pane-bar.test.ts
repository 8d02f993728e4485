import { expect, test } from 'vitest'
import { freshWorkbook, sale } from '../test/workshop.ts'
import { onePage } from './one-page.ts'

const open = onePage()

test('the bar keeps to one line of 300 px: the daily panes as tabs, every other one under « Plus », by the keyboard', async () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  const page = await open(emulator, 'menuToday')
  const { keyboard } = page.page
  /** With a two-figure count beside « Aujourd’hui »: on one line, nothing cut, nothing touching. */
  const bar = () =>
    page.frame.locator('header').evaluate((header) => {
      const badge = header.querySelector('[role="tab"] .badge')
      if (badge) badge.textContent = '12'
      const [tabs, button, word] = ['#tabs', '#more', '#more > span'].map((name) => header.querySelector(name))
      const gap = (button?.getBoundingClientRect().left ?? 0) - (tabs?.getBoundingClientRect().right ?? 0)
      const isCut = (word?.scrollWidth ?? 0) > (word?.clientWidth ?? 0) || header.scrollWidth > header.clientWidth
      return { height: header.clientHeight, isCut, isApart: gap >= 8 }
    })
  const focused = () => page.frame.locator(':focus').textContent()
  await page.frame.getByRole('tab', { name: /Aujourd’hui/ }).focus()
  await keyboard.press('End')
  await page.frame.getByRole('tab', { name: 'Client', selected: true }).waitFor()
  await keyboard.press('Tab')
  const more = page.frame.locator('#more')
  await keyboard.press('ArrowDown')
  const names = await page.frame.getByRole('menuitemradio').allTextContents()
  expect(names.length).toBeGreaterThanOrEqual(3)
  for (const [index, name] of names.entries()) {
    await keyboard.press('Home')
    for (let step = 0; step < index; step++) await keyboard.press('ArrowDown')
    expect(await focused()).toBe(name)
    await keyboard.press('Enter')
    await page.frame.getByRole('tabpanel', { name }).waitFor()
    expect([await focused(), await more.getAttribute('aria-label')]).toEqual([name, `${name}, autres volets`])
    expect(await bar()).toEqual({ height: 40, isCut: false, isApart: true })
    await keyboard.press('Enter')
    expect(await focused()).toBe(name)
  }
  await keyboard.press('ArrowDown')
  expect(await focused()).toBe(names[0])
  await keyboard.press('Escape')
  expect([await page.frame.getByRole('menu').count(), page.isClosed()]).toEqual([0, false])
  expect(await more.getAttribute('aria-expanded')).toBe('false')
})
