import { nameKey } from '@tabellion/shared/invoicing'
import { type ForeignClient, readForeignClients, type Table, textOf } from '@tabellion/shared/ledger'
import { fileArguments, readForeignFile } from '../imports/foreign-file.ts'
import type { ImportProblem } from '../imports/problems.ts'
import { counted } from '../messages/sentences.ts'
import { typeset } from '../messages/typography.ts'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import { action, type Outcome } from './action.ts'
import type { Given } from './arguments.ts'

/** Clients known elsewhere: those that are here already are left as they are, so that it can be run again at will. */
export const importClients = action({
  name: 'import-clients',
  menu: 'Reprendre mes clients et factures…',
  what: 'Reprend les clients d’un fichier CSV d’un autre outil ; ceux qui sont déjà là ne changent pas.',
  args: fileArguments,
  run: (ports, args) => ports.lock.need(() => importThem(ports, args)),
})

function importThem(ports: Ports, args: Given<typeof fileArguments>): Outcome {
  const file = readForeignFile(args)
  const { clients, columns, unread, named } = readForeignClients(file.rows, file.told)
  if (!named)
    return refuse({
      code: 'import-no-column',
      needed: ['Nom ou raison sociale'],
      found: [...columns.map(({ from }) => from), ...unread],
    })
  const table = openWorkbook(ports).table('clients')
  const { fresh, findings } = chooseNew(table, clients)
  const imported = { columns, unread, rows: fresh.length, added: fresh.map(({ name }) => name) }
  const many = counted(fresh.length, 'client', 'clients')
  if (file.isPreview)
    return { message: typeset(`Aperçu : ${many} à reprendre. Rien n’a été écrit.`), findings, imported }
  if (fresh.length > 0) {
    const records = fresh.map(({ cells }) => ({ ...cells, id: ports.ids.next() }))
    appendRecords(ports.sheets, table, records, positionsOf(table))
    ports.sheets.flush()
  }
  return {
    message: typeset(
      `${many} ${fresh.length > 1 ? 'repris' : 'repris'} : vérifiez leur type et leur délai dans l’onglet Clients.`,
    ),
    findings,
    imported,
  }
}

/** Of the file’s clients, those that neither the tab nor an earlier line has. */
function chooseNew(
  table: Table<'clients'>,
  clients: readonly ForeignClient[],
): { readonly fresh: readonly ForeignClient[]; readonly findings: readonly Finding[] } {
  const names = new Map(table.rows.map(({ cells }) => [nameKey(textOf(cells.name)), textOf(cells.name)]))
  const sirets = new Map(table.rows.map(({ cells }) => [digits(textOf(cells.siret)), textOf(cells.name)]))
  const emails = new Map(table.rows.map(({ cells }) => [textOf(cells.email).toLowerCase(), textOf(cells.name)]))
  const fresh: ForeignClient[] = []
  const findings: Finding[] = []
  const say = (problem: ImportProblem, severity: Finding['severity']): void => {
    findings.push({ ...problem, severity })
  }
  for (const client of clients) {
    const { line, name, cells } = client
    const siret = digits(cells['siret'] ?? '')
    const email = (cells['email'] ?? '').toLowerCase()
    const twin = siret === '' ? undefined : sirets.get(siret)
    const mate = email === '' ? undefined : emails.get(email)
    if (name === '') say({ code: 'import-nameless', line }, 'fix')
    else if (names.has(nameKey(name))) say({ code: 'import-known-client', line, name }, 'info')
    else if (twin !== undefined) say({ code: 'import-same-siret', line, name, other: twin }, 'fix')
    else {
      if (mate !== undefined) say({ code: 'import-same-email', line, name, other: mate }, 'info')
      names.set(nameKey(name), name)
      if (siret !== '') sirets.set(siret, name)
      if (email !== '') emails.set(email, name)
      fresh.push(client)
    }
  }
  return { fresh, findings }
}
const digits = (text: string): string => text.replace(/\D/g, '')
