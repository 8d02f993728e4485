import type { DocumentContent } from '@tabellion/shared/invoicing'
import { type Mention, type MentionId, paymentNotes } from '@tabellion/shared/regulation'
import { treatment } from './frame.ts'

/** BG-1: BT-21, list UNTDID 4451, and BT-22. */
export interface Note {
  readonly subject: 'PMD' | 'PMT' | 'AAB' | 'BAR' | 'TXD' | 'REG' | 'AAI' | 'SUR'
  readonly text: string
}

/** Printed mentions that the XML says elsewhere: names, identifiers, BT-33, BT-120, and the three notes below. */
const SAID_ELSEWHERE: readonly MentionId[] = [
  'ei-name',
  'siren',
  'rcs',
  'vat-franchise',
  'vat-exemption',
  'reverse-charge',
  'penalty',
  'recovery-fee',
  'discount',
]

/**
 * The notes in the order PMD, PMT, AAB (each exactly once on every document, BR-FR-05 and BR-FR-06), BAR (BR-FR-31), then
 * what the page prints besides: tax statements, other legal mentions, references, the seller's own words.
 */
export function notes(document: DocumentContent): readonly Note[] {
  const { buyer, creditReason, issueDate, kind, mentions, textAfter, textBefore } = document
  const usual = paymentNotes({ buyer: buyer.type, on: issueDate, discount: '', ...(kind === 'credit' ? { kind } : {}) })
  const others = mentions.filter(({ id }) => !SAID_ELSEWHERE.includes(id))
  return [
    { subject: 'PMD', text: textOf(mentions, 'penalty') ?? usual.PMD },
    { subject: 'PMT', text: textOf(mentions, 'recovery-fee') ?? usual.PMT },
    { subject: 'AAB', text: textOf(mentions, 'discount') ?? usual.AAB },
    { subject: 'BAR', text: treatment(buyer) },
    // TXD may stand once only (BR-FR-06).
    { subject: 'TXD', text: joined(others.filter(({ block }) => block === 'vat')) },
    ...others.filter(isRegulatory).map(({ text }): Note => ({ subject: 'REG', text })),
    ...others.filter(({ id }) => REFERENCES.includes(id)).map(({ text }): Note => ({ subject: 'AAI', text })),
    { subject: 'AAI', text: creditReason ?? '' },
    { subject: 'SUR', text: textBefore ?? '' },
    { subject: 'SUR', text: textAfter ?? '' },
  ]
}

const REFERENCES: readonly MentionId[] = ['credit-reference', 'deposit-reference']
const isRegulatory = ({ block, id }: Mention): boolean => block !== 'vat' && !REFERENCES.includes(id)
const joined = (mentions: readonly Mention[]): string => mentions.map(({ text }) => text).join('\n')

function textOf(mentions: readonly Mention[], id: MentionId): string | undefined {
  const text = mentions.find((mention) => mention.id === id)?.text
  return text === undefined || text.trim() === '' ? undefined : text
}
