import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Answer, Emulator, MenuItem } from '../emulator/index.ts'
import { actions } from '../src/actions/registry.ts'
import { client, done, freshWorkbook, rows, sale } from './workshop.ts'

const root = new URL('../../', import.meta.url).pathname
const answer = (text: string): Answer => ({ button: 'OK', text })
const press = (button: 'OK' | 'CANCEL' | 'YES' | 'NO'): Answer => ({ button, text: '' })
const titled = (text: string): string => text.replace(/…$/, '')

/** What a person can choose, with the menus that lead there: `Facturation › Réglages › Modèles et logo`. */
function paths(emulator: Emulator): readonly string[] {
  const walk = (items: readonly MenuItem[], above: string): readonly string[] =>
    items.flatMap((item) =>
      item.label === '—'
        ? []
        : [`${above} › ${titled(item.label)}`, ...walk(item.items ?? [], `${above} › ${item.label}`)],
    )
  return emulator.menus().flatMap(({ title, items }) => walk(items, title))
}

function opened(): Emulator {
  const emulator = freshWorkbook()
  emulator.user.open()
  return emulator
}

function invoiced(): Emulator {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  return emulator
}

/** Sources, the guide and the pages made for people; sentences wrap where they like. */
const written = (): readonly string[] =>
  ['sheets-addon', 'shared', 'extension', 'docs', '.'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((file) => /\.(tsx?|md|html)$/.test(file) && !/node_modules|build\/|\.test\./.test(file))
      .map((file) => readFileSync(join(root, folder, file), 'utf8').replace(/\s+/g, ' ')),
  )

test('every « Facturation › … » that we write leads to an entry of the menu, submenus and all', () => {
  const there = paths(opened())
  const leads = (path: string): boolean =>
    there.some((entry) => path.startsWith(entry) && !/^…? ›/.test(path.slice(entry.length)))
  const said = written().flatMap((text) => text.match(/Facturation › [\p{Lu}][^.,:'`*)<;]*/gu) ?? [])
  expect(said.length).toBeGreaterThan(60)
  expect(said.filter((path) => !leads(path))).toEqual([])
  expect(['Facturation › Devis › Créer un avoir', 'Facturation › Créer un avoir'].filter(leads)).toEqual([])
})

test('the menu fits a small screen: few entries at first sight, no submenu longer than twelve', () => {
  const [menu] = opened().menus()
  const entries = (items: readonly MenuItem[] = []) => items.filter(({ label }) => label !== '—')
  expect(entries(menu?.items).length).toBeLessThanOrEqual(14)
  const longest = Math.max(...entries(menu?.items).map(({ items }) => entries(items).length))
  expect(longest).toBeLessThanOrEqual(12)
})

test('every entry of the menu starts a function that is there', () => {
  const emulator = opened()
  const walk = (items: readonly MenuItem[]): readonly string[] =>
    items.flatMap((item) => [...(item.function === undefined ? [] : [item.function]), ...walk(item.items ?? [])])
  const main = readFileSync(join(root, 'sheets-addon/src/main.ts'), 'utf8')
  const handlers = emulator.menus().flatMap(({ items }) => walk(items))
  expect(handlers.length).toBeGreaterThan(20)
  expect(handlers.filter((name) => !main.includes(`export const ${name} `))).toEqual([])
})

/** What each button of the sidebar and its dialogs asks for, and who does it without them: an entry of the menu, or a tab (features C-24). */
const TWINS: Readonly<Record<string, string>> = {
  'add-sale': 'tab Ventes',
  'add-client': 'tab Clients',
  'change-settings': 'tab Réglages',
  'orders-key': 'Réglages › Clé des commandes',
  'client-card': 'Sans le volet › Client de la ligne',
  'close-period': 'Échéances › Clôturer la période',
  'confirm-matches': 'Banque et achats › Rapprocher les certains',
  'connect-extension': 'Sans le volet › Code d’appairage',
  'exchange-block': 'Sans le volet › Échanger par bloc collé',
  'go-to': 'tab Ventes',
  'ignore-lines': 'Sans le volet › Rapprocher la ligne de Banque',
  'import-clients': 'Réglages › Reprendre une liste lue',
  'import-open-invoices': 'Réglages › Reprendre une liste lue',
  'import-statement': 'Sans le volet › Importer un relevé lu',
  'import-supplier-invoice': 'tab Dépenses',
  'issue-invoices': 'Sans le volet › Émettre les lignes cochées',
  'mark-deadline': 'Échéances › Marquer l’échéance de la ligne',
  'match-statement': 'Sans le volet › Proposer des rapprochements',
  'paired-browsers': 'Réglages › Navigateurs connectés',
  'prepare-turnover-return': 'Sans le volet › Préparer la déclaration Urssaf',
  'preview-document': 'Factures et clients › Aperçu des lignes cochées',
  'preview-invoices': 'Factures et clients › Aperçu des lignes cochées',
  'preview-styles': 'Factures et clients › Aperçu des lignes cochées',
  'read-settings': 'tab Réglages',
  'revoke-browser': 'Réglages › Navigateurs connectés',
  'set-logo': 'tab Réglages',
  'tick-rows': 'tab Ventes',
  'undo-match': 'Sans le volet › Rapprocher la ligne de Banque',
  'accept-quote': 'Devis › Accepter un devis',
  'create-plan': 'Factures et clients › Proposer un échéancier',
  'create-quote': 'Créer un devis avec la sélection',
  'decline-quote': 'Devis › Devis refusé',
  'explain-amount': 'Relances et impayés › Expliquer ce montant',
  'formal-notice': 'Relances et impayés › Mettre en demeure',
  'invoice-quote': 'Devis › Facturer le devis',
  'list-quotes': 'tab Devis',
  'offer-plans': 'Factures et clients › Proposer 2, 3 ou 4 fois par e-mail',
  'post-notice': 'Relances et impayés › Mise en demeure postée',
  'postpone-reminder': 'Relances et impayés › Reporter une relance',
  'prepare-reminders': 'Sans le volet › Préparer les relances',
  'preview-reminder': 'tab Relances',
  'request-deposit': 'Devis › Demander un acompte',
  'send-quote': 'Devis › Envoyer un devis',
  'send-reminders': 'Relances et impayés › Envoyer les relances',
  'suspend-reminders': 'Relances et impayés › Ne plus relancer',
  'what-if': 'Sans le volet › Et si ?',
  setup: 'Sans le volet › Créer les onglets',
  today: 'Sans le volet › Aujourd’hui',
  'use-credit': 'Factures et clients › Imputer un crédit',
}

test('whatever a button of the sidebar does, the menu or a tab does without it', () => {
  const emulator = opened()
  const there = new Set([
    ...paths(emulator).map((path) => path.replace('Facturation › ', '')),
    ...emulator.screen.book().sheets.map(({ name }) => `tab ${name}`),
  ])
  const folder = join(root, 'sheets-addon/src/sidebar')
  const names = new Set(actions.map(({ name }) => name))
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const asked = pages
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=')[a-z]+(-[a-z]+)*(?=')/g) ?? [])
    .filter((word) => names.has(word))
  expect([...new Set(asked)].filter((name) => !(name in TWINS)).sort()).toEqual([])
  expect(Object.values(TWINS).filter((place) => !there.has(place))).toEqual([])
})

test('what ticked rows would give is seen from the menu, client by client, and nothing is issued', () => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Éditions du Merle')
  const seen = (row: string): string => {
    emulator.user.select('Ventes', row)
    expect(emulator.run('menuPreview', [], { context: 'menu' }).error).toBeUndefined()
    const { html = '', title } = emulator.shown() ?? {}
    expect(html).toContain('Une facture sur 2.')
    expect(html.match(/<svg/g)).toHaveLength(1)
    expect(html).not.toContain('<script')
    return title ?? ''
  }
  expect(['A4', 'A5', 'A20'].map(seen)).toEqual([
    'Aperçu : Brasserie du Ponant',
    'Aperçu : Éditions du Merle',
    'Aperçu : Brasserie du Ponant',
  ])
  expect(rows(emulator, 'invoices')).toEqual([])
})

test('a credit note from the menu: the active row, an amount that must be read, a reason, then a last question', () => {
  const emulator = invoiced()
  emulator.user.select('Factures', 'A4')
  const run = emulator.run('menuCreateCreditNote', [], {
    context: 'menu',
    answers: [answer(''), answer('un peu'), answer('100'), answer('Geste commercial'), press('OK')],
  })
  expect(run.error).toBeUndefined()
  expect(rows(emulator, 'invoices').map((row) => [row['number'], row['payable'], row['credited']])).toEqual([
    ['F2026-0001', 450, 100],
    ['AV2026-0001', -100, -100],
  ])
})

test('given up at any question, nothing is credited', () => {
  for (const answers of [[], [answer('F2026-0001')], [answer('F2026-0001'), answer(''), answer('')]]) {
    const emulator = invoiced()
    emulator.run('menuCreateCreditNote', [], { context: 'menu', answers: [...answers, press('CANCEL')] })
    expect(rows(emulator, 'invoices')).toHaveLength(1)
  }
})

test('an invoice is copied, or made again, and sent from the menu', () => {
  const emulator = invoiced()
  emulator.run('menuDuplicateInvoice', [], { context: 'menu', answers: [answer('F2026-0001'), press('NO')] })
  expect(rows(emulator, 'sales')).toHaveLength(2)
  emulator.run('menuSendDocuments', [], { context: 'menu', answers: [answer(''), press('OK')] })
  expect(emulator.mails()).toHaveLength(1)
})

test('the Factur-X of a month, a quarter or a year are exported for the platform; what is no period is not', () => {
  for (const [text, name] of [
    ['2026-11', 'factur-x_2026-11-01_2026-11-30.zip'],
    ['2026-Q4', 'factur-x_2026-10-01_2026-12-31.zip'],
    ['', 'factur-x_2026-01-01_2026-11-25.zip'],
    ['novembre', undefined],
  ] as const) {
    const emulator = electronic()
    const run = emulator.run('menuExportPlatform', [], { context: 'menu', answers: [answer(text), press('OK')] })
    expect([text, run.error]).toEqual([text, undefined])
    const made = emulator.drive.files().map((file) => file.name)
    expect(made.filter((file) => file.endsWith('.zip'))).toEqual(name === undefined ? [] : [name])
  }
})

function electronic(): Emulator {
  const emulator = freshWorkbook()
  client(emulator, 'Studio Quai Nord', { siret: '99999037700015' })
  sale(emulator, 'Studio Quai Nord')
  done(emulator, 'issue-invoices')
  return emulator
}

test('from quote to deposit by the menu: the active row names the quote, given up nothing happens', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant', { unitPrice: '2000' })
  emulator.run('menuCreateQuote', [], { context: 'menu', answers: [press('CANCEL')] })
  expect(rows(emulator, 'quotes')).toEqual([])
  emulator.run('menuCreateQuote', [], { context: 'menu', answers: [press('YES')] })
  expect(emulator.mails()).toHaveLength(1)
  emulator.user.select('Devis', 'A4')
  emulator.run('menuAcceptQuote', [], {
    context: 'menu',
    answers: [answer(''), answer('demain'), answer(''), answer('')],
  })
  expect(rows(emulator, 'quotes')[0]?.['status']).toBe('Accepté')
  emulator.run('menuRequestDeposit', [], { context: 'menu', answers: [answer(''), answer('25 %'), press('OK')] })
  emulator.run('menuInvoiceQuote', [], { context: 'menu', answers: [answer('D2026-0001'), press('OK')] })
  expect(rows(emulator, 'invoices').map((row) => row['payable'])).toEqual([500, 1500])
})
