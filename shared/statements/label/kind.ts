import { lazily } from '@tabellion/shared/kernel'
import type { Kind } from '../statement.ts'

/**
 * The kind by the first words of the label, in capitals without accents: the abbreviations that French banks share.
 * Order matters: « FRAIS DE VIREMENT » is a fee, « REM CHQ » no cheque drawn, « CB RETRAIT » a withdrawal.
 * Known by heart of the grammar: facts of each bank, /MOTIF and the like, are read elsewhere (tags.ts).
 */
const OPENINGS: readonly (readonly [Kind, RegExp])[] = [
  [
    'returned',
    /^(?:(?:\*?REJET|IMPAYES?|RETOURN?E?|REJ|ANNUL\w*|CONTRE ?PASS\w*|EXTOURNE)\b.*\b(?:VIR\w*|PRLV|PREL\w*|CHE?Q\w*|EFFETS?|SDD|TIP)|(?:VIR\w*|PRLV\w*|PREL\w*|CHE?Q\w*|TIP)\b(?: \S+){0,3} (?:REJET\w*|IMPAYE\w*|RETOURN?E?\w*|REFUSE\w*|ANNUL\w*)\b)/,
  ],
  [
    'fee',
    /^\*?(?:F (?:COM|COTIS|FRAIS|TENUE|INTERV|ABON)|FRAIS\b|COM(?:M|MISSIONS?)?\.? |COTIS(?:ATIONS?)?\b|AGIOS?\b|REMISE COMMERCIALE|ABON(?:NEMENT)?T?S? (?:FBQ|BANQUE|CARTE|OFFRE|CPTE|COMPTE|INTERNET BANQUE|PROGELIANCE|DIRECT ECUREUIL)|DROITS? DE GARDE|FACT(?:URE)? SGT|TENUE (?:DE )?C|ARRETE (?:DE )?C|FORFAIT\b.*\b(?:COMPTE|BANCAIRE)|OPTION TRANQ|INT(?:ERETS?)?\.? DEB|MONTHLY FEE|FEE\b)/,
  ],
  [
    'loan',
    /^(?:(?:ECH(?:EANCES?)?|REMB(?:OURSEMENT)?T?|RBT|AMORT\w*|REGLEM\w*(?: ECH\w*)?|MENSUALITE)\b.*\bPRETS?|PRETS? (?:N|IMMO|\d))/,
  ],
  ['interest', /^(?:INT(?:ERETS?)?S?\b(?!ER)|DIVIDENDES?\b|COUPONS?\b|INTEREST\b)/],
  [
    'cheque-deposit',
    /^(?:\d[\d/]* )?(?:REM(?:ISES?)?\.? ?(?:DE )?(?:CH(?:E)?Q\w*|\d{5,}\b)|VRST CHE?Q\w*|DE \d+ CHE?Q\w*|CHE?QUES? DEPOSIT)/,
  ],
  ['card-takings', /^(?:REM(?:ISES?)?\.? ?(?:CB|CARTES?|TPE|COMMERC)|REMCB|TELECOLLECTE|TPE\b|ENC(?:AISSEMENTS?)? CB)/],
  [
    'cash-withdrawal',
    /^(?:(?:CB|CARTE(?: \S+)?) )?(?:RET(?:RAITS?)?\.?(?: (?:DAB|GAB|CB|CARTE|ESP\w*|DU|LE)\b|\.? ?\d{6}| ?\w+ \w+ \d\d\/\d\d|$| )|DAB\b|WITHDRAWAL|ATM\b)/,
  ],
  ['cash-deposit', /^(?:VRST|VERST|VERSEMENT|DEPOT|CASH DEPOSIT)\b(?!.*\bCHE?Q)/],
  [
    'card',
    /^\*?(?:PAIE?M?(?:EMENT)?S?\.? (?:PAR )?(?:CB|CARTE)|ACHATS?\b|FACTURES? CARTE|FACTURETTES?|FAC\.\w+ \d|CB\b|CARTE\b|CARD\b|RELEVE (?:DE )?CARTE|DEBITS? (?:DIFFERES? )?CARTE|(?:CREDIT|AVOIR|REMB\w*|ANNULATION) (?:CARTE|CB|ACHAT)|AVOIR\b|\d{6} CB\*)/,
  ],
  ['cheque', /^(?:\d[\d/]* )?(?:CHEQUES?|CHQE?|CHQUE)\b/],
  [
    'direct-debit',
    /^(?:PRLVT?S?|PRELEVT?|PRELEVEMENTS?|PREL\.?|TIP(?:SEPA)?|TELEREGLEMENT|TELEPAIEMENT|SDD|DIRECT DEBIT|ECHEANCE SEPA|E-PRLV)\b/,
  ],
  [
    'transfer-in',
    /^(?:\*|E-|TP-\d-)?(?:VIR(?:T|EMT|EMENTS?|EMENTS LIBRES)?S?\b|EVI\b|SCT\b|TRANSFER\b|PAYMENT FROM|INSTANT TRANSFER|SEPA CREDIT)/,
  ],
]
/** Where the kind stands further on: card numbers after the shop's name (Crédit Mutuel, BPCE). */
const WITHIN: readonly (readonly [Kind, RegExp])[] = [
  ['fee', /^.{0,30}\bFEES?$|\bCOMMISSIONS? (?:SUR|POUR)\b/],
  ['card', /\bCARTE (?:N\S{0,2} ?)?[\dX*]{4,}|\bCB ?\*{2,}\d{2,}|\bCARTE \*{2,}/],
  ['cheque-deposit', /\bREMISE (?:DE )?CHEQUES?\b|\bREM CHQ\b/],
  ['cheque', /\bCHEQUE EMIS\b|\bCHEQUE N\S{0,2} ?\d/],
  ['transfer-in', /\bVIR(?:EMENT)? (?:SEPA|INST|RECU|EMIS|DE)\b/],
]
/** The openings worth trying for a label, by its first character: most are spared most of the list. */
const FIRSTS = [
  ['returned', '*RIAECVPT'],
  ['fee', '*FCARDTOIM'],
  ['loan', 'ERAMP'],
  ['interest', 'IDC'],
  ['cheque-deposit', 'RVDC0123456789'],
  ['card-takings', 'RTE'],
  ['cash-withdrawal', 'CRDWA'],
  ['cash-deposit', 'VDC'],
  ['card', '*PAFCRD0123456789'],
  ['cheque', 'C0123456789'],
  ['direct-debit', 'PTSDE'],
  ['transfer-in', '*ETVSIP'],
] as const
const byFirst = lazily(() => {
  const found = new Map<string, readonly (readonly [Kind, RegExp])[]>()
  for (const [kinds, firsts] of FIRSTS) {
    const openings = OPENINGS.filter(([kind]) => kind === kinds)
    for (const first of firsts) found.set(first, [...(found.get(first) ?? []), ...openings])
  }
  return found
})
/** One look tells whether any of `WITHIN` can apply. */
const MAY_HOLD = /CARTE|CB ?\*|CHEQUE|CHQ|VIR|FEES?$|COMMISSION/

/** The kind that the label states; `transfer-in` stands for a transfer of either direction, until the sign is known. */
export function kindOfLabel(capitals: string): Kind | undefined {
  for (const [kind, opening] of byFirst().get(capitals.charAt(0)) ?? []) if (opening.test(capitals)) return kind
  if (MAY_HOLD.test(capitals)) for (const [kind, sign] of WITHIN) if (sign.test(capitals)) return kind
  return undefined
}

/** What formats and neobanks write in a column of their own: « Prélèvement », `CARD_PAYMENT`, « Virement reçu ». */
export function kindOfWords(words: string): Kind | undefined {
  const plain = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[_.-]+/g, ' ')
    .trim()
  if (/\bCARD REFUND\b/.test(plain)) return 'card-refund'
  if (/MASTERCARD|\bVISA\b|\bCARD\b|CARTE|\bCB\b|\bPOS\b/.test(plain)) return 'card'
  if (/\bATM\b|RETRAIT|WITHDRAWAL.*CASH|CASH WITHDRAWAL/.test(plain)) return 'cash-withdrawal'
  if (/DIRECT DEBIT|PRELEVEMENT|\bPRLV\b|\bTIP\b|LASTSCHRIFT/.test(plain)) return 'direct-debit'
  if (/REMISE.*CHE?Q|CHE?QUE DEPOSIT/.test(plain)) return 'cheque-deposit'
  if (/\bCHE?Q|CHEQUE/.test(plain)) return 'cheque'
  if (/\bFEE|FRAIS|COMMISSION|COTISATION|AGIOS/.test(plain)) return 'fee'
  if (/INTERET|INTEREST/.test(plain)) return 'interest'
  if (/\bPRET\b|\bLOAN\b/.test(plain)) return 'loan'
  if (/VIREMENT|TRANSFER|\bVIR\b|TOP ?UP|REVENUS|CREDIT TRANSFER|UBERWEISUNG|BONIFICO/.test(plain)) return 'transfer-in'
  return undefined
}

/** Settles the direction: a transfer by its sign, a card or debit that brings money in as what that is. */
export function directed(kind: Kind, amountCents: number): Kind {
  if (kind === 'transfer-in' || kind === 'transfer-out') return amountCents < 0 ? 'transfer-out' : 'transfer-in'
  if (kind === 'card' && amountCents > 0) return 'card-refund'
  if (kind === 'cheque' && amountCents > 0) return 'cheque-deposit'
  if (kind === 'cash-withdrawal' && amountCents > 0) return 'cash-deposit'
  if ((kind === 'cheque-deposit' || kind === 'cash-deposit') && amountCents < 0)
    return kind === 'cheque-deposit' ? 'returned' : 'cash-withdrawal'
  return kind
}
