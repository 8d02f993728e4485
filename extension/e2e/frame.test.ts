import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { root } from '../../scripts/root.ts'
import { allow, client, frameOn, marksOn, number, saidOn } from './bank-site.ts'
import { ASIDE, CERTAIN, MATCHED, openStage, PROPOSED, press } from './stage.ts'

const stage = openStage()
beforeAll(async () => {
  await allow(stage.chromium(), 'http://127.0.0.1/*')
  expect(await stage.ask({ ask: 'always-on', origin: stage.bank().origin, frames: [] })).toEqual({
    registered: true,
  })
})

/** All text that the page itself can reach. */
const reach = (): Promise<string> =>
  stage.page().evaluate(() => {
    const seen = [document.documentElement.outerHTML]
    for (const element of document.querySelectorAll('*'))
      if (element.shadowRoot) seen.push(element.shadowRoot.innerHTML)
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      try {
        const value: unknown = Reflect.get(globalThis, name)
        seen.push(`${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
      } catch {
        seen.push(name)
      }
    }
    for (const { name } of performance.getEntries()) seen.push(name)
    return seen.join('\n')
  })

describe('on a bank that is always read', () => {
  test('one click on a mark, one on the button: matched, and undone in place', async () => {
    await stage.open('/')
    const frame = await stage.openProposal()
    await stage.page().waitForTimeout(700)
    const match = frame.getByRole('button', { name: 'Rapprocher', exact: true })
    await press(match, frame.getByText(`Rapprochée avec ${number}`))
    await stage.marksWith(MATCHED)
    expect(await stage.rowsOf('decisions')).toMatchObject([{ allocations: [{ number }] }])
    await press(frame.getByRole('button', { name: 'Annuler' }), match)
    await stage.marksWith(CERTAIN)
  })

  test.each([
    ['light', 900],
    ['dark', 900],
    ['light', 360],
    ['dark', 360],
  ] as const)(
    'the frame, %s, in a window of %i px: no violation, whole, and it confirms',
    async (colorScheme, width) => {
      await stage.page().emulateMedia({ colorScheme })
      await stage.page().setViewportSize({ width, height: 640 })
      await stage.open('/')
      const frame = await stage.openProposal()
      await frame.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'))
      const violations = await frame.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      )
      expect(violations).toEqual([])
      const { left, right } = await frame.evaluate(() => ({
        left: document.documentElement.clientWidth,
        right: document.documentElement.scrollWidth,
      }))
      expect(right).toBeLessThanOrEqual(left)
      const shots = process.env['TABELLION_SHOTS']
      if (shots !== undefined) await stage.page().screenshot({ path: `${shots}/frame-${width}-${colorScheme}.png` })
      await stage.page().waitForTimeout(700)
      const match = frame.getByRole('button', { name: 'Rapprocher', exact: true })
      await press(match, frame.getByText(`Rapprochée avec ${number}`))
      await press(frame.getByRole('button', { name: 'Annuler' }), match)
      await stage.marksWith(CERTAIN)
    },
  )

  test('another invoice can be chosen, and the line set aside', async () => {
    await stage.open('/')
    const frame = await stage.openProposal()
    await stage.page().waitForTimeout(700)
    await frame.getByRole('button', { name: 'Autre facture…' }).click()
    await frame.getByRole('searchbox').fill('merle')
    const undo = frame.getByRole('button', { name: 'Annuler' })
    const aside = frame.getByRole('button', { name: 'Ignorer' })
    await press(
      frame.getByRole('button', { name: 'Rapprocher avec F2026-0002' }),
      frame.getByText('Rapprochée avec F2026-0002'),
    )
    await press(undo, aside)
    await press(aside, frame.getByText('Mise de côté'))
    await stage.marksWith(ASIDE)
    await press(undo, aside)
    await stage.marksWith(CERTAIN)
    await stage.closeProposal()
  })

  test('the keyboard alone: to a mark, into the frame, out again', async () => {
    await stage.open('/')
    await stage.marksWith(CERTAIN)
    await stage.page().keyboard.press('Tab')
    await stage.page().keyboard.press('Enter')
    const frame = await stage.proposal()
    await frame.getByRole('button', { name: 'Rapprocher', exact: true }).waitFor()
    await stage.closeProposal()
  })

  test('the page can look for no number, client or amount of ours, not even while a proposal is open', async () => {
    // What the bank itself shows there is neither a number nor a name.
    await stage.open('/secret')
    const before = await stage.page().evaluate(() => document.querySelectorAll('*').length)
    const frame = await stage.openProposal(PROPOSED)
    await stage.page().waitForTimeout(500)
    const found = await reach()
    for (const secret of [number, client.name, 'F2026-0002', 'Merle', '456,78'])
      expect([secret, found.includes(secret)]).toEqual([secret, false])
    expect(found).not.toContain('tabellion')
    expect(found).not.toContain(stage.chromium().id)
    expect(found).not.toContain(new URL(frame.url()).host)
    expect(await stage.page().evaluate(() => document.querySelectorAll('*').length)).toBe(before + 1)
    expect(await stage.page().evaluate(() => Reflect.get(globalThis, 'heard'))).toEqual([])
    expect(await stage.page().evaluate(() => frames.length)).toBe(0)
  })

  test('what the page clicks by itself does nothing', async () => {
    await stage.open('/')
    const [mark] = await stage.marksWith(CERTAIN)
    await stage.page().evaluate(
      ([x = 0, y = 0]) => {
        const target = document.elementFromPoint(x, y)
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }))
        if (target instanceof HTMLElement) target.click()
      },
      [mark?.x ?? 0, mark?.y ?? 0],
    )
    await stage.page().waitForTimeout(800)
    expect(frameOn(stage.page())).toBeUndefined()
  })

  test('a proposal that the page covers, or makes pale, confirms nothing and says where to go', async () => {
    await stage.open('/')
    const before = await stage.rowsOf('decisions')
    for (const spoil of ['cover', 'pale'] as const) {
      const frame = await stage.openProposal()
      await stage.page().waitForTimeout(700)
      const button = await frame.getByRole('button', { name: 'Rapprocher', exact: true }).boundingBox()
      await stage.page().evaluate((how) => {
        if (how === 'pale') document.documentElement.style.opacity = '0.5'
        else {
          const cover = document.createElement('div')
          cover.id = 'cover'
          cover.popover = 'manual'
          cover.style.cssText =
            'position: fixed; inset: 0 auto auto 0; width: 300px; height: 300px; margin: 0; border: 0; background: #fff; pointer-events: none'
          document.body.append(cover)
          cover.showPopover()
        }
      }, spoil)
      // The browser tells of it a tenth of a second later, on a quiet machine.
      await stage.page().waitForTimeout(1_500)
      await stage.page().mouse.click((button?.x ?? 0) + 150, (button?.y ?? 0) + 10)
      await frame.getByText('Cette fenêtre n’est pas entièrement visible').waitFor({ timeout: 15_000 })
      expect(await stage.rowsOf('decisions')).toEqual(before)
      await stage.page().evaluate(() => {
        document.documentElement.style.opacity = ''
        document.getElementById('cover')?.remove()
      })
      await stage.closeProposal()
    }
  })

  test('a click that no person made confirms nothing, were it inside the frame', async () => {
    await stage.open('/')
    const before = await stage.rowsOf('decisions')
    const frame = await stage.openProposal()
    await stage.page().waitForTimeout(700)
    await frame.evaluate(() => document.querySelector<HTMLElement>('button.main')?.click())
    await stage.page().waitForTimeout(800)
    expect(await stage.rowsOf('decisions')).toEqual(before)
  })

  test('a label with HTML or a formula is text', async () => {
    await stage.open('/hostile')
    await stage.marks(5)
    const shown = await marksOn(stage.page())
    expect(shown).toHaveLength(5)
    const texts = (await stage.rowsOf('transactions')).map(({ label }) => String(label))
    expect(texts.join()).toContain('<img src=x onerror="document.title=1">')
    expect(texts.join()).toContain('=HYPERLINK("https://exemple.fr";"x")')
    expect(await stage.page().title()).toBe('Ma banque')
  })
})

test('a page that forbids frames by its policy still lets the browser show ours', async () => {
  await stage.open('/strict')
  const frame = await stage.openProposal()
  expect(await frame.locator('h1').textContent()).toBe('Tabellion')
})

test('where the page lets no frame in, the user is sent to the popup', async () => {
  await stage.open('/isolated')
  await stage.clickMark(CERTAIN)
  await vi.waitUntil(async () => (await saidOn(stage.page())).includes('Cliquez sur l’icône Tabellion'), {
    timeout: 15_000,
    interval: 200,
  })
})
