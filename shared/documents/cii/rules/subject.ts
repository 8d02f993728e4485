import { readXml, type XmlNode } from '../../reception/xml-node.ts'
import { select, textAt } from '../../reception/xml-path.ts'
import { type CiiGroup, type CiiGroupTerm, type CiiTerm, ciiGroups, ciiGroupTerms, ciiTerms } from '../terms.ts'

/** A document under examination: its terms by number, and the elements themselves where a rule speaks of all of them. */
export interface Subject {
  readonly text: (term: CiiTerm) => string | undefined
  readonly all: (term: CiiTerm) => readonly XmlNode[]
  readonly groups: (group: CiiGroup) => readonly XmlNode[]
  readonly within: (group: XmlNode, term: CiiGroupTerm) => string | undefined
  readonly nested: (group: XmlNode, term: CiiGroupTerm) => readonly XmlNode[]
  /** Every element of that name, wherever it is. */
  readonly named: (name: string) => readonly XmlNode[]
  /** The texts of the notes with that subject. */
  readonly notes: (subject: string) => readonly string[]
}

/** @throws on text that is not XML: such a document never reaches a rule. */
export function subjectOf(xml: string): Subject {
  const read = readXml(xml)
  if (!read.ok) throw new Error(`not XML: ${JSON.stringify(read.problem)}`)
  const root = read.value
  const within = (group: XmlNode, term: CiiGroupTerm) => textAt(group, ciiGroupTerms[term])
  const groups = (group: CiiGroup) => select(root, ciiGroups[group])
  return {
    text: (term) => textAt(root, ciiTerms[term]),
    all: (term) => select(root, ciiTerms[term]),
    groups,
    within,
    nested: (group, term) => select(group, ciiGroupTerms[term]),
    named: (name) => descendants(root).filter((node) => node.name === name),
    notes: (subject) =>
      groups('BG-1')
        .filter((note) => within(note, 'BT-21') === subject)
        .map((note) => within(note, 'BT-22') ?? ''),
  }
}

const descendants = (node: XmlNode): readonly XmlNode[] => [node, ...node.children.flatMap(descendants)]

/** The official assert's identifier, and whether the document keeps it. */
export type Rules = Readonly<Record<string, (subject: Subject) => boolean>>

/** The rules a document breaks. */
export const broken = (rules: Rules, subject: Subject): readonly string[] =>
  Object.entries(rules).flatMap(([rule, holds]) => (holds(subject) ? [] : [rule]))

/** An amount as hundredths; not a number when it is not written as one (BR-FR-DEC-01). */
export const hundredths = (text: string | undefined): number =>
  text !== undefined && /^-?\d{1,17}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN
