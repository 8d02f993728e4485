import type { Kind } from '../statement.ts'

/** Words between « VIR » and the name that say how, not who. */
const TRANSFER_WORDS =
  /^(?:\*|E-|TP-\d-|(?:VIR(?:T|EMT|EMENTS?)?S?|EVI|SCT|PAYMENT|TRANSFER|SEPA|INST(?:ANTANEE?)?|RECUE?|RE|EMIS|PERMANENT|PERM|INTERNE|LIBRES|EUROPEEN|ETRANGER|INTERNATIONAL|WERO|WEB|TIERS|CPTE A CPTE|EN VOTRE FAVEUR|EN FAVEUR DE|EN FAVEUR|FAVEUR|DE LA PART DE|DE|POUR|VERS|A|FROM|TO|CREDIT|DEBIT|LE \d\d\/\d\d(?:\/\d{2,4})?|\d{6,}\w*)(?=[\s.|:-]|$)[\s.|:-]*)+/
const DEBIT_WORDS =
  /^(?:(?:PRLVT?S?|PRELEVEMENTS?|PRELEVT?|PREL|SEPA|B2B|CORE|EUROPEEN|TIP(?:SEPA)?|TELEREGLEMENT|TELEPAIEMENT|SDD|DE|DU|AUTOMATIQUE|\d{6,}\w*)(?=[\s.|:-]|$)[\s.|:-]*)+/
const CARD_WORDS =
  /^(?:\*|(?:PAIEMENTS?|PAIEM|PAR|CB\*+\d+|CB|CARTE|CARD|ACHATS?|FACTURES?|FACTURETTES?|FAC\.\w+|FAC|DEBITEE|AVOIR|CREDIT|REMB\w*|ANNULATION|PAYMENT(?! WITH)|(?:DU|LE)(?= \d)|SANS CONTACT|INTERNET|X\d{4}|\*+\d+|\d{6,}|\d{4}(?= [A-Z])|\d\d[/.]\d\d(?:[/.]\d{2,4})?)(?=[\s.|:-]|$)[\s.|:-]*)+/
/** Where the name ends: a number of the bank's own, a date, a motive, or the name said again. */
const END_OF_NAME =
  /\s(?:VIR(?:EMENT)?(?: (?:INST\w*|SEPA))? (?:DE|VERS|A|POUR)\b|REF(?:ERENCE)?\b|MOTIF\b|FACT(?:URE)?S? |N\.? ?EMETTEUR|NUM\b|ECH\b|CARTE\b|CB ?\*|COMPTE FR\d|SOLDE\b|ACOMPTE\b|(?=\S*\d{5,})\S+|V[KU]\d|\d\d[/.]\d\d(?:[/.]\d{2,4})?(?=\s|$)|\(|\+\+)/
/** First words that say what the money is for: no name follows. */
const MOTIVE =
  /^(?:FACT(?:URE)?S?\b|FA\b \d|REMB\w*|LOYERS?\b|SALAIRES?\b|ACOMPTE|SOLDE\b|COTISATIONS?\b|DEPOT|EPARGNE|LIVRET\b|FRAIS\b|VIREMENT\b|MOTIF\b|CREATION\b|DONT\b|DU \d|SUR LE\b|VTL\b)/

const WORDS = new Map<Kind, RegExp>([
  ['transfer-in', TRANSFER_WORDS],
  ['transfer-out', TRANSFER_WORDS],
  ['returned', TRANSFER_WORDS],
  ['direct-debit', DEBIT_WORDS],
  ['card', CARD_WORDS],
  ['card-refund', CARD_WORDS],
])

/** Who paid or was paid, by the rest of the label once the kind's own words are taken away; undefined when it names nobody. */
export function partyOf(kind: Kind, label: string, capitals: string): string | undefined {
  // Without a word of its kind the label may be anything, a name or not.
  const from = WORDS.get(kind)?.exec(capitals)?.[0].length ?? 0
  if (from === 0) return undefined
  const rest = capitals.slice(from)
  if (MOTIVE.test(rest)) return undefined
  const field = rest.indexOf(' | ')
  const end = END_OF_NAME.exec(rest)?.index ?? rest.length
  const name = label
    .slice(from, from + (field < 0 ? end : Math.min(end, field)))
    .trim()
    .replace(/[\s.,;:*/-]+$/, '')
  return name.length >= 2 && /[a-zà-ÿ]{2}/i.test(name) ? name : undefined
}
