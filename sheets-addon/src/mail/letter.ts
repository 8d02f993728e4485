import { formatDay } from '@tabellion/shared/calendar'
import { invoiceName, type PrintedContent, type PrintedDocument, type Seller } from '@tabellion/shared/invoicing'
import { capitalized, fail, ok, type Result } from '@tabellion/shared/kernel'
import type { mailTokens, SettingName } from '@tabellion/shared/ledger'
import { cents, formatEuros } from '@tabellion/shared/money'

/** A mail in words: plain text, as if the seller had typed it. */
export interface Letter {
  readonly subject: string
  readonly body: string
  /** Beside the address of the account that sends. */
  readonly fromName: string
  readonly replyTo?: string
}

export interface LetterFacts {
  readonly document: Extract<PrintedDocument, { readonly state: 'issued' }>
  /** Nothing is left to pay. */
  readonly settled: boolean
  /** It was sent before. */
  readonly duplicate: boolean
}

type Token = (typeof mailTokens)[number]
type Template = Extract<SettingName, `${'Objet' | 'Texte'} des ${'factures' | 'avoirs' | 'devis'}` | 'Signature'>
export type LetterProblem = { readonly setting: Template; readonly token: string }

export const documentNames: Readonly<Record<PrintedContent['kind'], string>> = {
  standard: 'facture',
  deposit: 'facture d’acompte',
  balance: 'facture de solde',
  credit: 'avoir',
  quote: 'devis',
}

const TEMPLATES = { credit: 'avoirs', quote: 'devis' } as const

/** The mail of a document, from the templates of *Réglages › E-mails*. */
export function composeLetter(
  { document, settled, duplicate }: LetterFacts,
  template: (name: Template) => string,
): Result<Letter, LetterProblem> {
  const { seller, buyer, totals, kind } = document
  const dueDate = document.quote?.validUntil ?? document.dueDate
  const of = kind === 'credit' || kind === 'quote' ? TEMPLATES[kind] : 'factures'
  const origin = document.preceding[0]
  const due = dueDate === undefined ? '' : formatDay(dueDate)
  const values: Record<Token, string> = {
    numero: document.number,
    document: documentNames[document.kind],
    client: buyer.name,
    contact: buyer.contact ?? buyer.name,
    objet: document.subject,
    montant: formatEuros(cents(Math.abs(totals.payable))),
    reglement: settled ? 'déjà réglés' : due === '' ? 'à régler à réception' : `à régler au plus tard le ${due}`,
    echeance: due,
    date: formatDay(document.issueDate),
    facture: invoiceName(origin?.kind ?? 'standard'),
    origine: origin === undefined ? '' : origin.number,
    ...sellerTokens(seller),
    signature: '',
  }
  const fill = (name: Template): Result<string, LetterProblem> => {
    const filled = fillTemplate(template(name), values)
    return filled.ok ? filled : fail({ setting: name, token: filled.problem })
  }
  const signature = fill('Signature')
  if (!signature.ok) return signature
  values.signature = withoutBlanks(signature.value)
  const subject = fill(`Objet des ${of}`)
  if (!subject.ok) return subject
  const body = fill(`Texte des ${of}`)
  if (!body.ok) return body
  const again = `Ce document est un duplicata : il vous a déjà été envoyé.`
  return ok({
    // A line break in a subject would end it (RFC 5322).
    subject: `${duplicate ? 'Duplicata – ' : ''}${subject.value.replace(/\s*[\r\n]+\s*/g, ' ').trim()}`,
    body: `${body.value.trim()}${duplicate ? `\n\n${again}` : ''}\n`,
    ...senderOf(seller),
  })
}

/** What a text may name of who writes it. */
export const sellerTokens = ({ email = '', name, phone = '', tradingName = name, website = '' }: Seller) => ({
  nom: name,
  entreprise: tradingName,
  telephone: phone,
  site: website,
  email,
})

export const senderOf = ({ email, name, tradingName = name }: Seller): Pick<Letter, 'fromName' | 'replyTo'> => ({
  fromName: tradingName,
  ...(email === undefined ? {} : { replyTo: email }),
})

/** A line of the signature that has nothing to say is not written. */
export const withoutBlanks = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')

/** `{numero}` becomes the number; `{Document}` begins with a capital. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): Result<string, string> {
  const known = new Map<string, string>(Object.entries(values))
  let unknown: string | undefined
  const text = template.replace(/\r\n?/g, '\n').replace(/\{([^{}\n]*)\}/g, (_, token: string) => {
    const value = known.get(token.toLowerCase())
    if (value === undefined) {
      unknown ??= token
      return ''
    }
    return /^\p{Lu}/u.test(token) ? capitalized(value) : value
  })
  return unknown === undefined ? ok(text) : fail(unknown)
}
