import { type Day, dayOf } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import { type CiiGroup, type CiiGroupTerm, type CiiTerm, ciiGroups, ciiGroupTerms, ciiTerms } from '../cii/terms.ts'
import { type DecimalText, decimalText, readDecimal, toCents } from './exact-decimal.ts'
import { ublGroups, ublGroupTerms, ublTerms } from './ubl-terms.ts'
import type { XmlNode } from './xml-node.ts'
import { select, textAt } from './xml-path.ts'

/** `term` is a BT number: what a file should say and does not, or says in a way that nobody can read. */
export type FactProblem =
  | { readonly code: 'missing-fact'; readonly term: string }
  | { readonly code: 'unreadable-fact'; readonly term: string; readonly text: string }

interface Tables {
  readonly terms: Readonly<Partial<Record<CiiTerm, string>>>
  readonly groups: Readonly<Record<CiiGroup, string>>
  readonly groupTerms: Readonly<Partial<Record<CiiGroupTerm, string>>>
}
const TABLES: Readonly<Record<'cii' | 'ubl', Tables>> = {
  cii: { terms: ciiTerms, groups: ciiGroups, groupTerms: ciiGroupTerms },
  ubl: { terms: ublTerms, groups: ublGroups, groupTerms: ublGroupTerms },
}

export type Reader = ReturnType<typeof reader>

/** One way to ask a document for a term, whatever its syntax. What cannot be read is put in `problems`, in the order asked. */
export function reader(root: XmlNode, syntax: 'cii' | 'ubl') {
  const { terms, groups, groupTerms } = TABLES[syntax]
  const problems: FactProblem[] = []
  const at = <Found>(path: string | undefined, find: (path: string) => Found): Found | undefined =>
    path === undefined ? undefined : find(path)
  const text = (term: CiiTerm) => at(terms[term], (path) => textAt(root, path))
  const within = (group: XmlNode, term: CiiGroupTerm) => at(groupTerms[term], (path) => textAt(group, path))

  /** The value read from the text, or a problem when there is text and no value. */
  function parsed<Value>(
    term: string,
    source: string | undefined,
    parse: (text: string) => Value | undefined,
  ): Value | undefined {
    if (source === undefined || source === '') return undefined
    const value = parse(source)
    if (value === undefined) problems.push({ code: 'unreadable-fact', term, text: source })
    return value
  }
  const amountOf = (term: string, source: string | undefined) => parsed(term, source, parseAmount)
  return {
    syntax,
    problems,
    text,
    within,
    amountOf,
    groups: (group: CiiGroup) => select(root, groups[group]),
    nested: (group: XmlNode, term: CiiGroupTerm) => at(groupTerms[term], (path) => select(group, path)) ?? [],
    elements: (term: CiiTerm) => at(terms[term], (path) => select(root, path)) ?? [],
    date: (term: CiiTerm) => parsed(term, text(term), parseDate),
    dateIn: (group: XmlNode, term: CiiGroupTerm) => parsed(term, within(group, term), parseDate),
    amount: (term: CiiTerm) => amountOf(term, text(term)),
    amountIn: (group: XmlNode, term: CiiGroupTerm) => amountOf(term, within(group, term)),
    decimalIn: (group: XmlNode, term: CiiGroupTerm): DecimalText | undefined =>
      parsed(term, within(group, term), decimalText),
    /** `value`, or `missing` after having noted that the fact is; no document with a problem leaves this room. */
    demand<Value>(term: string, value: Value | undefined, missing: Value): Value {
      if (value === undefined) problems.push({ code: 'missing-fact', term })
      return value ?? missing
    },
  }
}

function parseAmount(text: string): Cents | undefined {
  const decimal = readDecimal(text)
  return decimal && toCents(decimal)
}

/** `20261120` in CII (format 102), `2026-11-20` in UBL, where a zone may follow. */
function parseDate(text: string): Day | undefined {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}
