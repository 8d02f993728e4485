import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterAll, expect, test } from 'vitest'
import { root } from '../root.ts'

/** One bad file for each rule, in a little repository of its own: a rule that no longer sees its edge fails here. */
const bad: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['shared/kernel/up.ts', "import '@tabellion/shared/money'", 'floor-0-looks-down'],
  ['shared/money/up.ts', "import type {} from '@tabellion/shared/party'", 'floor-1-looks-down'],
  ['shared/party/up.ts', "import '@tabellion/shared/ledger'", 'floor-2-looks-down'],
  ['shared/ledger/up.ts', "import '@tabellion/shared/journal'", 'floor-3-looks-down'],
  ['shared/journal/up.ts', "import '@tabellion/shared/exchange'", 'floor-4-looks-down'],
  ['shared/party/window.ts', "import '../kernel/digest.ts'", 'a-room-has-one-door'],
  ['extension/window.ts', "import '../shared/kernel/digest.ts'", 'shells-enter-by-the-door'],
  ['shared/party/out.ts', "import '../../extension/good.ts'", 'shared-knows-no-shell'],
  ['extension/neighbour.ts', "import '../sheets-addon/src/good.ts'", 'shells-are-strangers'],
  ['sheets-addon/src/tool.ts', "import '../../scripts/good.ts'", 'what-is-shipped-imports-no-script-and-no-emulator'],
  ['sheets-addon/src/fake.ts', "import '../emulator/good.ts'", 'what-is-shipped-imports-no-script-and-no-emulator'],
  ['sheets-addon/src/quotes/press.ts', "import '../actions/good.ts'", 'rooms-know-no-action'],
  ['sheets-addon/emulator/peek.ts', "import '../src/good.ts'", 'the-emulator-knows-only-the-bundle'],
  ['extension/heavy.ts', "import '@tabellion/shared/documents/pdf'", 'the-extension-draws-no-pdf'],
  ['extension/draw.ts', "import 'jspdf'", 'jspdf-enters-by-documents'],
  ['shared/party/hash.ts', "import '@noble/hashes/sha2.js'", 'hashes-enter-by-kernel'],
  ['shared/party/schema.ts', "import 'valibot'", 'valibot-stays-at-the-borders'],
  ['extension/dev.ts', "import 'vitest'", 'what-is-shipped-uses-no-dev-dependency'],
  ['extension/chicken.ts', "import './egg.ts'", 'no-cycle'],
  ['scripts/lost.ts', "import './nowhere.ts'", 'every-import-is-found'],
]
const good = {
  'extension/egg.ts': "import './chicken.ts'",
  'extension/good.ts': "import '@tabellion/shared/money'\nimport 'valibot'",
  'sheets-addon/src/good.ts': "import '@tabellion/shared/documents/pdf'",
  'sheets-addon/src/actions/good.ts': "import '../good.ts'",
  'sheets-addon/src/quotes/good.ts': "import type {} from '../actions/good.ts'",
  'sheets-addon/emulator/good.ts': "import 'vitest'",
  'scripts/good.ts': "import '../sheets-addon/emulator/good.ts'",
  'shared/kernel/digest.ts': "import '@noble/hashes/sha2.js'",
  'shared/kernel/index.ts': "export * from './digest.ts'",
  'shared/money/index.ts': "import '@tabellion/shared/kernel'",
  'shared/party/index.ts': 'export {}',
  'shared/ledger/index.ts': "import '@tabellion/shared/invoicing'",
  'shared/invoicing/index.ts': 'export {}',
  'shared/journal/index.ts': 'export {}',
  'shared/exchange/index.ts': "import 'valibot'",
  'shared/documents/pdf/index.ts': "import 'jspdf'",
}

const house = await mkdtemp(join(tmpdir(), 'tabellion-boundaries-'))
afterAll(() => rm(house, { recursive: true, force: true }))

const put = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(house, file)), { recursive: true })
  await writeFile(join(house, file), `${text}\nexport {}\n`)
}

test('each boundary stops the file that crosses it, and no other', async () => {
  for (const [file, text] of bad) await put(file, text)
  for (const [file, text] of Object.entries(good)) await put(file, text)
  for (const file of ['package.json', 'shared/package.json']) {
    await writeFile(join(house, file), await readFile(join(root, file)))
  }
  for (const name of ['jspdf', 'valibot', 'vitest', '@noble/hashes']) {
    await put(`node_modules/${name}/sha2.js`, '')
    await put(`node_modules/${name}/dist/index.js`, '')
    const described = { name, version: '1.0.0', type: 'module', exports: { '.': './dist/index.js', './*': './*' } }
    await writeFile(join(house, `node_modules/${name}/package.json`), JSON.stringify(described))
  }
  await mkdir(join(house, 'node_modules/@tabellion'))
  await symlink(join(house, 'shared'), join(house, 'node_modules/@tabellion/shared'), 'junction')

  const { default: config } = await import(join(root, '.dependency-cruiser.mjs'))
  const { output } = await cruise(['shared', 'sheets-addon', 'extension', 'scripts'], {
    ...config.options,
    tsConfig: undefined,
    baseDir: house,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  })
  if (typeof output === 'string') throw new Error(output)
  const found = new Set(output.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`))
  for (const [file, , rule] of bad) expect(found).toContain(`${file}: ${rule}`)
  for (const file of Object.keys(good).filter((name) => name !== 'extension/egg.ts')) {
    expect([...found].filter((violation) => violation.startsWith(`${file}:`))).toEqual([])
  }
  const proved = new Set(bad.map(([, , rule]) => rule))
  expect(
    config.forbidden.map(({ name }: { name: string }) => name).filter((name: string) => !proved.has(name)),
  ).toEqual([])
}, 60_000)
