import {
  headingKey,
  numberKey,
  readRegister,
  readSettings,
  settingDeclarations,
  textOf,
} from '@tabellion/shared/ledger'
import { latestLogo, logoBytes, toBase64 } from '../workbook/logo.ts'
import { openWorkbook } from '../workbook/open.ts'
import { action, type Outcome } from './action.ts'
import { checkNames, fillSettings } from './setup.ts'

export interface KnownSettings {
  /** False in a file that the assistant has not been in yet. */
  readonly isSetUp: boolean
  /** As typed; settings left empty are absent, defaults are not filled in. */
  readonly values: Readonly<Record<string, string>>
  readonly defaults: Readonly<Record<string, string>>
  /** Numbers already given here, from which the next one follows. */
  readonly numbers: readonly string[]
  /** The logo of the next documents, as an address that an image can take. */
  readonly logo?: string
  readonly today: string
}

export const readSettingsAction = action({
  name: 'read-settings',
  menu: '',
  what: 'Lit Réglages, les numéros déjà donnés et le logo.',
  args: { properties: {} },
  run: (ports): Outcome => {
    const workbook = openWorkbook(ports)
    const table = workbook.tableIfAny('settings')
    const defaults = Object.fromEntries(
      settingDeclarations.flatMap((declared) => ('default' in declared ? [[declared.name, declared.default]] : [])),
    )
    const { today } = ports.clock
    if (table === undefined)
      return {
        message: 'Ce fichier n’est pas encore préparé.',
        findings: [],
        settings: { isSetUp: false, values: {}, defaults, numbers: [], today },
      }
    const typed = new Map(table.rows.map(({ cells }) => [headingKey(textOf(cells.name)), textOf(cells.value)]))
    const logo = latestLogo(workbook, readSettings(table))
    const images = logo && workbook.tableIfAny('images')
    const bytes = logo && images ? logoBytes(images, logo.version) : undefined
    const register = workbook.tableIfAny('invoices')
    const numbers = [
      ...(register ? readRegister(register).map(({ number }) => number) : []),
      ...workbook.journal().keys('reserved'),
    ]
    return {
      message: 'Réglages lus.',
      findings: [],
      settings: {
        isSetUp: true,
        values: Object.fromEntries(
          settingDeclarations.flatMap(({ name }) => {
            const value = typed.get(headingKey(name)) ?? ''
            return value === '' ? [] : [[name, value]]
          }),
        ),
        defaults,
        numbers: [...new Map(numbers.map((number) => [numberKey(number), number])).values()],
        ...(bytes ? { logo: `data:image/${bytes.format};base64,${toBase64(bytes.bytes)}` } : {}),
        today,
      },
    }
  },
})

/** Like `setup`, in a file that has its tabs: nothing else is looked at. */
export const changeSettings = action({
  name: 'change-settings',
  menu: '',
  what: 'Écrit des réglages ; une valeur vide rend au réglage sa valeur par défaut.',
  args: {
    properties: {
      settings: {
        type: 'object',
        description: 'Les réglages à écrire, par leur nom.',
        additionalProperties: { type: 'string' },
      },
    },
    required: ['settings'],
  },
  run: (ports, args) => {
    const values = checkNames(args.settings as Readonly<Record<string, string>>)
    return ports.lock.need((): Outcome => {
      const count = fillSettings(ports, openWorkbook(ports).table('settings'), values)
      ports.sheets.flush()
      return { message: `${count} réglage${count > 1 ? 's' : ''} enregistré${count > 1 ? 's' : ''}.`, findings: [] }
    })
  },
})
