import type { DatedTurnover } from '@tabellion/shared/bookkeeping'
import { type Day, parseDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { type ActivityNature, isActive, type Profile } from '@tabellion/shared/deadlines'
import { natures, readScaled, type SettingName, type Settings } from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import type { ObligationFinding } from './problems.ts'

/** What was received this year before this tool, excluding VAT: the books do not hold it, thresholds and the next return do. */
export interface Earlier {
  readonly received: readonly DatedTurnover[]
  /** The part that the next turnover return must still declare. */
  readonly undeclared: readonly DatedTurnover[]
  readonly findings: readonly ObligationFinding[]
}

/** Reads *Déjà encaissé cette année*. `began` is the day of the journal's first event: what was received before is not in it. */
export function readEarlier(settings: Settings, profile: Profile, began: Day | undefined): Earlier {
  const findings: ObligationFinding[] = []
  const wrong = (setting: SettingName, expected: string): void => {
    const at = settings.cell(setting)
    findings.push({ code: 'setting-unreadable', setting, text: settings.text(setting), expected, severity: 'fix', at })
  }
  const untilText = settings.text("Déjà encaissé jusqu'au")
  const typed = parseFrenchDay(untilText) ?? parseDay(untilText)
  if (untilText !== '' && typed === undefined) wrong("Déjà encaissé jusqu'au", 'une date comme 30/06/2026')
  const until = typed ?? began
  const read = (setting: SettingName): readonly DatedTurnover[] => {
    const text = settings.text(setting)
    if (text === '') return []
    const amounts = amountsByNature(text, profile.activities[0].nature)
    if (amounts === undefined) {
      wrong(setting, '12 000, ou Prestation BNC : 12 000 ; Vente de marchandises : 800')
      return []
    }
    const on = until === undefined ? undefined : isActive(profile, until) ? until : profile.startDate
    return on === undefined ? [] : amounts.map(({ amount, nature }) => ({ date: on, amount, nature }))
  }
  return { received: read('Déjà encaissé cette année'), undeclared: read('Dont pas encore déclaré'), findings }
}

function amountsByNature(
  text: string,
  main: ActivityNature,
): readonly Pick<DatedTurnover, 'amount' | 'nature'>[] | undefined {
  const pieces = text
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const read = pieces.map((piece) => {
    const colon = piece.lastIndexOf(':')
    const named = colon < 0 ? main : natures.parse(piece.slice(0, colon).trim())
    const amount = readScaled(piece.slice(colon + 1).trim(), 2)
    if (named === undefined || named === 'disbursement' || !amount.ok || amount.value === undefined) return undefined
    return { nature: named, amount: cents(amount.value) }
  })
  const known = read.flatMap((entry) => entry ?? [])
  return known.length === read.length ? known : undefined
}
