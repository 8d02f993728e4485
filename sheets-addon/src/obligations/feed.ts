import { hex, sha256Hex } from '@tabellion/shared/kernel'
import { readSettings } from '@tabellion/shared/ledger'
import type { Ports, Secrets } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { calendarText, SCOPE_PROPERTY } from './calendar.ts'
import { readDeadlines, settingSteps } from './deadline-row.ts'

/** User properties, so that other editors of the file cannot read it. */
const SECRET_PROPERTY = 'calendar.feed'

export const feedSecret = (secrets: Secrets): string => secrets.read()[SECRET_PROPERTY] ?? ''

/** Any earlier link stops answering. */
export function makeFeedSecret(secrets: Secrets): string {
  const secret = hex(secrets.make())
  secrets.write({ [SECRET_PROPERTY]: secret })
  return secret
}
export const revokeFeedSecret = (secrets: Secrets): void => secrets.write({ [SECRET_PROPERTY]: '' })

/** The identity of this file's events, made at the first need. */
export function calendarScope(
  { ids, store }: Pick<Ports, 'ids' | 'store'>,
  properties: Readonly<Record<string, string>>,
): string {
  const known = properties[SCOPE_PROPERTY]
  if (known !== undefined && known !== '') return known
  const scope = `${ids.next().toLowerCase()}.tabellion`
  store.write({ [SCOPE_PROPERTY]: scope })
  return scope
}

/** The feed, for whoever has its link; undefined for anyone else. Reads only: what the tab shows is what is published. */
export function answerFeed(ports: Ports, given: string): string | undefined {
  const secret = feedSecret(ports.secrets)
  // Digests take the same time to compare, whatever they share.
  if (secret === '' || sha256Hex(given) !== sha256Hex(secret)) return undefined
  const workbook = openWorkbook(ports)
  const settings = workbook.tableIfAny('settings')
  const steps = settingSteps(settings ? readSettings(settings).text('Rappels des échéances') : '')
  const table = workbook.tableIfAny('deadlines')
  const scope = workbook.properties()[SCOPE_PROPERTY] ?? ''
  return calendarText(table ? readDeadlines(table, steps) : [], scope, ports.clock.today, ports.clock.instant)
}
