import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '../root.ts'
import { readCsv } from './csv.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tabellion-door-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

interface Answer {
  readonly code: number | null
  readonly json: Record<string, never>
}
/** The command as people type it, less npm. */
function door(...argv: readonly string[]): Answer {
  const run = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'scripts/tabellion.ts', ...argv], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(
    run.stdout.split('\n').filter((line) => line !== ''),
    run.stderr,
  ).toHaveLength(1)
  return { code: run.status, json: JSON.parse(run.stdout) as Answer['json'] }
}

const SMALL = {
  'Réglages.csv':
    'Réglage;Valeur\nPrénom et nom;Camille Orme\nAdresse;3, rue des Essais\nCode postal;69003\nVille;Lyon\nSIRET;99999037700015\n',
  'Clients.csv':
    'Nom ou raison sociale;Type;Adresse;Code postal;Ville;Mon champ\nDupont SARL;Professionnel;1 rue;;Nantes;=1+1\nMartin;Particulier;2 rue;44000;Nantes;0042\n',
  'Ventes.csv':
    'À facturer;Date;Client;Désignation;Quantité;Prix unitaire HT\nVRAI;20/11/2026;Dupont SARL;Conseil en organisation;2;450\n\nVRAI;20/11/2026;Martin;"Cours de\npiano";1,5;"1 040,00 €"\n',
  'Notes à moi.csv': 'a;b\n1;"x;y"\n',
}

test('a few columns are enough; the blocked group is left out and named by its record, the other goes on', () => {
  const folder = folderWith(SMALL)
  const { code, json } = door('run', 'issue-invoices', '--workbook', folder, '--today', '2026-11-25')
  expect(code).toBe(0)
  expect(json).toMatchObject({
    action: 'issue-invoices',
    issued: [
      {
        number: 'F2026-0001',
        kind: 'standard',
        client: 'Martin',
        payableCents: 156_000,
        file: 'Drive/Facturation/2026/Factures/F2026-0001_Martin.pdf',
      },
    ],
    files: ['Drive/Facturation/2026/Factures/F2026-0001_Martin.pdf'],
    mails: [],
  })
  expect(json['findings']).toContainEqual(
    expect.objectContaining({
      code: 'missing-postcode',
      severity: 'blocking',
      tab: 'Clients',
      row: 2,
      column: 'Code postal',
      message: expect.stringContaining('ligne 4'),
    }),
  )
  expect(
    readFileSync(join(folder, 'Drive/Facturation/2026/Factures/F2026-0001_Martin.pdf')).subarray(0, 5).toString(),
  ).toBe('%PDF-')
  expect(readFileSync(join(folder, 'Notes à moi.csv'), 'utf8')).toBe(SMALL['Notes à moi.csv'])
  const clients = readCsv(readFileSync(join(folder, 'Clients.csv'), 'utf8'), 'Clients.csv')
  expect([
    clients[1]?.[(clients[0] ?? []).indexOf('Mon champ')],
    clients[2]?.[(clients[0] ?? []).indexOf('Mon champ')],
  ]).toEqual(['=1+1', '0042'])
  expect(door('verify', '--workbook', folder)).toMatchObject({ code: 0, json: { ok: true, issued: 1 } })
})

test('`--out` leaves the input untouched and is a whole workbook', () => {
  const folder = folderWith(SMALL)
  const out = join(folder, '..', `${folder.split('/').at(-1)}-out`)
  folders.push(out)
  expect(door('run', 'issue-invoices', '--workbook', folder, '--out', out, '--today', '2026-11-25').code).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(Object.keys(SMALL).sort())
  expect(existsSync(join(out, 'Factures.csv')) && existsSync(join(out, 'Notes à moi.csv'))).toBe(true)
  expect(door('run', 'issue-invoices', '--workbook', out, '--today', '2026-11-25').json).toMatchObject({ issued: [] })
})

test('what stands beside the last heading, and a line break of Windows within a cell, come back as they were', () => {
  const clients =
    'Nom ou raison sociale;Type;;\nDupont SARL;Professionnel;ma note;\nMartin;Particulier;;"a\r\nb";reste\n'
  const folder = folderWith({ ...SMALL, 'Clients.csv': clients })
  const told = (): unknown => {
    door('run', 'today', '--workbook', folder, '--today', '2026-11-25')
    return readCsv(readFileSync(join(folder, 'Clients.csv'), 'utf8'), 'Clients.csv').map((record) => record.slice(-3))
  }
  expect(told()).toEqual([
    ['', '', ''],
    ['ma note', '', ''],
    ['', 'a\nb', 'reste'],
  ])
  expect(told()).toEqual([
    ['', '', ''],
    ['ma note', '', ''],
    ['', 'a\nb', 'reste'],
  ])
})

test('a file that is not UTF-8 is refused before its accents are lost', () => {
  const folder = folderWith(SMALL)
  const latin = Buffer.from('À facturer;Client\nVRAI;Éloïse\n', 'latin1')
  writeFileSync(join(folder, 'Ventes.csv'), latin)
  const { code, json } = door('run', 'today', '--workbook', folder, '--today', '2026-11-25')
  expect([code, json['error']]).toEqual([2, expect.objectContaining({ code: 'not-utf8' })])
  expect(readFileSync(join(folder, 'Ventes.csv'))).toEqual(latin)
})

test('`--out` never erases what is no workbook, and is neither inside the workbook nor around it', () => {
  const folder = folderWith(SMALL)
  const precious = folderWith({ 'thèse.odt': 'dix ans' })
  for (const out of [precious, join(folder, 'dedans'), join(folder, '..')]) {
    const { code, json } = door('run', 'today', '--workbook', folder, '--out', out, '--today', '2026-11-25')
    expect([code, json['error']]).toEqual([2, expect.objectContaining({ code: 'wrong-out' })])
  }
  expect([readdirSync(precious), readdirSync(folder).sort()]).toEqual([['thèse.odt'], Object.keys(SMALL).sort()])
})

test('a fault stops with exit 3, names the call and leaves the workbook as it stood', () => {
  const folder = folderWith(SMALL)
  const { code, json } = door('run', 'issue-invoices', '--workbook', folder, '--today', '2026-11-25', '--fault', '9')
  expect(code).toBe(3)
  expect(json).toMatchObject({ fault: { call: 9, service: expect.any(String), method: expect.any(String) } })
  expect(door('run', 'issue-invoices', '--workbook', folder, '--today', '2026-11-25', '--fault', '9999').code).toBe(0)
})

describe('refused with exit 2 and a French sentence', () => {
  const refusal = (...argv: readonly string[]): { readonly code: string; readonly message: string } => {
    const { code, json } = door(...argv)
    expect(code).toBe(2)
    expect(Object.keys(json['error'] ?? {}).sort()).toEqual(['code', 'message'])
    return json['error'] as never
  }
  test('unknown verb, flag, action, argument, each naming the nearest', () => {
    const folder = folderWith(SMALL)
    expect(refusal('rum').message).toContain('« run »')
    expect(refusal().code).toBe('missing-verb')
    expect(refusal('verify', '--workbook', join(folder, 'Ventes.csv')).code).toBe('no-workbook')
    expect(refusal('run', 'issue-invoices', '--worbook', folder).message).toContain('--workbook')
    expect(refusal('run', 'issue-invoice', '--workbook', folder, '--today', '2026-11-25').message).toContain(
      'issue-invoices',
    )
    expect(
      refusal('run', 'issue-invoices', '--workbook', folder, '--today', '2026-11-25', '--args', '{"sent":true}')
        .message,
    ).toContain('send')
  })
  test('a day that is none, arguments that are no JSON, a folder that is not there', () => {
    const folder = folderWith(SMALL)
    expect(refusal('run', 'today', '--workbook', folder, '--today', '2026-02-30').code).toBe('wrong-day')
    expect(refusal('run', 'today', '--workbook', folder, '--today', '2026-02-28', '--args', '{').code).toBe(
      'wrong-args',
    )
    expect(refusal('run', 'today', '--workbook', join(folder, 'nulle-part'), '--today', '2026-02-28').code).toBe(
      'no-workbook',
    )
  })
  test('a setting that is missing, whose cell a pane is told as well', () => {
    const refused = refusal('run', 'prepare-turnover-return', '--workbook', folderWith(SMALL), '--today', '2026-11-25')
    expect(refused).toMatchObject({ code: 'obligation-settings', message: expect.stringContaining('Date de début') })
  })
  test('a damaged CSV, no Réglages, a doubled heading', () => {
    expect(
      refusal(
        'run',
        'issue-invoices',
        '--workbook',
        folderWith({ ...SMALL, 'Ventes.csv': 'À facturer;Client\nVRAI;"Mar\n' }),
        '--today',
        '2026-11-25',
      ),
    ).toMatchObject({ code: 'damaged-csv', message: expect.stringContaining('Ventes.csv') })
    const { 'Réglages.csv': _, ...rest } = SMALL
    expect(refusal('run', 'issue-invoices', '--workbook', folderWith(rest), '--today', '2026-11-25').code).toBe(
      'missing-tab',
    )
    expect(
      refusal(
        'run',
        'issue-invoices',
        '--workbook',
        folderWith({ ...SMALL, 'Clients.csv': 'Type;Nom ou raison sociale;Type\n' }),
        '--today',
        '2026-11-25',
      ).code,
    ).toBe('doubled-heading')
  })
  test('an altered workbook, with its cells', () => {
    const folder = folderWith(SMALL)
    door('run', 'issue-invoices', '--workbook', folder, '--today', '2026-11-25')
    const file = join(folder, 'Factures.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace(';1560;', ';1561;'))
    const { code, json } = door('verify', '--workbook', folder)
    expect(code).toBe(2)
    expect(json).toMatchObject({
      ok: false,
      findings: [expect.objectContaining({ code: 'cell-altered', tab: 'Factures', row: 2, column: 'Total TTC' })],
    })
  })
})

test('`run list` shows every action with the schema of its arguments', () => {
  const { code, json } = door('run', 'list')
  expect(code).toBe(0)
  expect(json).toContainEqual(
    expect.objectContaining({
      action: 'issue-invoices',
      menu: expect.any(String),
      what: expect.any(String),
      args: expect.objectContaining({ type: 'object' }),
    }),
  )
})
