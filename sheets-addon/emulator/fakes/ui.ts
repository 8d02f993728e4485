/** Ui: menus, dialogs and sidebars. A dialog suspends the script and drops every lock (ground truth 2). */
import type { MenuItem } from '../types.ts'
import { call, callAs, exception, mismatch } from './bridge.ts'
import { enumeration, enumValue, nameOf } from './enumeration.ts'
import { FakeHtmlOutput, htmlOutput } from './html.ts'
import { faked, whole } from './not-faked.ts'

type Ui = GoogleAppsScript.Base.Ui
type Menu = GoogleAppsScript.Base.Menu
type PromptResponse = GoogleAppsScript.Base.PromptResponse

const Button = enumeration<typeof GoogleAppsScript.Base.Button>('CLOSE', 'OK', 'CANCEL', 'YES', 'NO')
const ButtonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL')

class FakeMenu implements Partial<Menu> {
  readonly title: string
  readonly items: MenuItem[] = []
  constructor(title: string) {
    this.title = title
  }
  addItem(label: string, functionName: string): Menu {
    if (typeof functionName !== 'string') throw mismatch('Menu.addItem', [label, functionName])
    this.items.push({ label, function: functionName })
    return whole<Menu>(this)
  }
  addSeparator(): Menu {
    this.items.push({ label: '—' })
    return whole<Menu>(this)
  }
  addSubMenu(menu: Menu): Menu {
    if (!(menu instanceof FakeMenu)) throw mismatch('Menu.addSubMenu', [menu])
    this.items.push({ label: menu.title, items: menu.items })
    return whole<Menu>(this)
  }
  addToUi(): void {
    if (this.items.length === 0) throw exception('A menu must have at least one item.')
    callAs('Menu.addToUi', 'Ui.addMenu', this.title, this.items)
  }
}
faked('Menu', FakeMenu)

class FakePromptResponse implements Partial<PromptResponse> {
  readonly #button: string
  readonly #text: string
  constructor(button: string, text: string) {
    this.#button = button
    this.#text = text
  }
  getSelectedButton(): GoogleAppsScript.Base.Button {
    return enumValue(Button, this.#button)
  }
  getResponseText(): string {
    return this.#text
  }
}
faked('PromptResponse', FakePromptResponse)

/** `(prompt)`, `(prompt, buttons)`, `(title, prompt, buttons)`. */
function dialogArgs(label: string, args: readonly unknown[]): { title: string; text: string; buttons: string } {
  const [first, second, third] = args
  if (args.length === 1) return { title: '', text: String(first), buttons: 'OK' }
  if (args.length === 2) return { title: '', text: String(first), buttons: nameOf(second, label) }
  return { title: String(first), text: String(second), buttons: nameOf(third, label) }
}

function show(kind: 'sidebar' | 'modal' | 'modeless', label: string, output: unknown, title?: string): void {
  const html = output instanceof FakeHtmlOutput ? output : typeof output === 'string' ? htmlOutput(output) : undefined
  if (!html) throw mismatch(label, [output])
  // A sidebar is 300 px wide whatever the script says.
  const width = kind === 'sidebar' ? 300 : html.width
  callAs(
    label,
    'Ui.show',
    { kind, title: title ?? html.getTitle(), text: '', width, height: html.height },
    html.getContent(),
  )
}

class FakeUi implements Partial<Ui> {
  Button = Button
  ButtonSet = ButtonSet
  createMenu(caption: string): Menu {
    return whole<Menu>(new FakeMenu(caption))
  }
  createAddonMenu(): Menu {
    return whole<Menu>(new FakeMenu('Extensions'))
  }
  alert(...args: readonly unknown[]): GoogleAppsScript.Base.Button {
    const answer = callAs('Ui.alert', 'Ui.ask', { kind: 'alert', ...dialogArgs('Ui.alert', args) })
    return enumValue(Button, answer.button)
  }
  prompt(...args: readonly unknown[]): PromptResponse {
    const { button, text } = callAs('Ui.prompt', 'Ui.ask', { kind: 'prompt', ...dialogArgs('Ui.prompt', args) })
    return whole<PromptResponse>(new FakePromptResponse(button, text))
  }
  showSidebar(output: unknown): void {
    show('sidebar', 'Ui.showSidebar', output)
  }
  showModalDialog(output: unknown, title: string): void {
    show('modal', 'Ui.showModalDialog', output, title)
  }
  showModelessDialog(output: unknown, title: string): void {
    show('modeless', 'Ui.showModelessDialog', output, title)
  }
}
faked('Ui', FakeUi)

export function getUi(): Ui {
  call('SpreadsheetApp.getUi')
  return whole<Ui>(new FakeUi())
}
