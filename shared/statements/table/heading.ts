import { plainHeading } from './plain-heading.ts'

/** What the words of a heading say of its column, whatever the column holds. */
export interface HeadingWords {
  /** Lower is the better booking date; undefined: no date by its words. */
  readonly dateRank?: number
  readonly isValueDate: boolean
  readonly isOperationDate: boolean
  readonly isUtc: boolean
  readonly money?:
    | 'amount'
    | 'debit'
    | 'credit'
    /** Out and in only where both stand: « Payé » alone may be what a customer paid. */
    | 'paid'
    | 'received'
    | 'balance'
    | 'fee'
    | 'tax'
    | 'foreign'
    | 'gross'
    | 'net'
    | 'rate'
    | 'in'
    | 'out'
  readonly isSign: boolean
  /** « Bénéficiaire »: of rows in both directions, unless a payer stands beside it. */
  readonly isPayee: boolean
  readonly text?:
    | 'full-label'
    | 'label'
    | 'short-label'
    | 'detail'
    | 'party'
    | 'payer'
    | 'payee'
    | 'reference'
    | 'end-to-end-id'
    | 'bank-id'
    | 'iban'
    | 'currency'
    | 'currency-out'
    | 'currency-in'
    | 'status'
    | 'kind'
    | 'account'
    | 'ignored'
  /** The currency that the heading names: « Montant (EUR) ». */
  readonly currency?: string
}

const DATE =
  /\bdate?s?\b|\bjour\b|\bday\b|\bdatum\b|\bdata\b|\bfecha\b|date(?:op|val)|buchung(?:stag)?\b|valuta|wertstellung|\bcreated\b|\bcompleted\b|\bstarted\b|\bfinished\b|available on|effective at|\bposted\b|\bsettled\b/
/** Dates of other things than the movement of money. */
const OTHER_DATE =
  /echeance|\bdue\b|available|transfer date|payout|virement|effective|naissance|birth|facture|invoice|telecharg|download|export|expir|signature|pointage|rapproch/
const DATE_RANKS: readonly (readonly [number, RegExp])[] = [
  [9, OTHER_DATE],
  [6, /val(?:eur|ue|uta)?\b|dateval|wert/],
  [
    1,
    /comptab|compta\b|imput|ecriture|book(?:ing|ed)|posting|posted|buchung|contabil|settle|complet|finished|de fin\b|execut|enregist/,
  ],
  [2, /^(?:la )?date$|^datum$|^fecha$|^data$|^jour$|operation|date op|mouvement|mvt\b|transazione/],
  [4, /transaction|start|debut|creat|achat|order|initi|emission|vente|purchase/],
]
const MONEY: readonly (readonly [NonNullable<HeadingWords['money']>, RegExp])[] = [
  ['out', /\bsource amount\b/],
  ['in', /\btarget amount\b/],
  ['balance', /\bsoldes?\b(?! de tout)|balance|\bsaldo\b|kontostand/],
  ['rate', /\btaux\b|\bcent(?:ime)?s\b|\brate\b|\bcours\b|kurs\b|tasso|\bchange\b/],
  ['tax', /\btva\b|\bvat\b|\btax(?:es?)?\b|\bht\b|hors tax|\btip\b|pourboire/],
  ['fee', /\bfrais\b|\bfees?\b|commission|gebuhr|\bagios\b|platform fee/],
  [
    'foreign',
    /etrang|foreign|(?:en|montant(?: de la)?) devise|orig|\blocale?\b|\bdevise\b.*\b(?:montant|contre)|franc|\bfrf\b|customer facing|card currency|contre ?-?valeur|counter ?value|instruct/,
  ],
  ['gross', /\bbrut\b|\bgross\b|avant (?:commission|frais)|\blordo\b|brutto/],
  ['net', /\bnett?o?\b|apres (?:commission|frais)/],
  [
    'debit',
    /\bdebit(?:s|ee?s?|eurs?)?\b|\bsorties?\b|depenses?\b|retraits?\b|withdraw|paid out|money out|\boutflow\b|\bout\b|uscita|\bsoll\b|belastung|decaisse|\bcargos?\b|paiements? emis/,
  ],
  [
    'credit',
    /\bcredit(?:s|ee?s?|eurs?)?\b|\bentrees?\b|\brecettes?\b|versements?\b|\bdepots?\b|\bdeposits?\b|paid in|money in|\binflow\b|\bin\b|entrata|\bhaben\b|gutschrift|encaisse|\babonos?\b|paiements? recus?/,
  ],
  ['paid', /\bpaye[es]*\b|\bregle[es]*\b|sortant|\bemise?s?\b|envoye|\bpaid\b|\bsent\b|\bspent\b|outgoing/],
  ['received', /\brecue?s?\b|entrant|received|incoming/],
  [
    'amount',
    /montants?\b|amount|\bsommes?\b|betrag|importo|importe|\btotal\b|\bvaleur (?:en )?(?:eur|monetaire)|\bmt\b|\bmouvement\b|\bmvt\b|\beuros?\b|\beur\b|\bprix\b|\bcout\b|\bcost\b|\bvalue\b|\bsum\b/,
  ],
]
const SIGN =
  /\bsens\b|\bd ?\/ ?c\b|\bd[rb]? ?\/ ?c[rb]?\b|debit ?[/-]? ?(?:ou |or )?credit|credit ?[/-]? ?(?:ou |or )?debit|direction|\bsigne?\b|impact sur le solde|balance impact|\btype\b|nature|indicat|soll ?\/ ?haben|\boperation\b/
const TEXT: readonly (readonly [NonNullable<HeadingWords['text']>, RegExp])[] = [
  ['kind', /^(?:type|moyen|methode?|mode|tipo)\b|(?<!source |card )\btype$|payment method/],
  [
    'ignored',
    /categor|\btags?\b|time ?zone|fuseau|^heure|^time\b|quantit|adresse|address|carte|card\b|pointa|pointee|\bicone|initiator|initiateur|note de frais|metadata|\bbatch\b|email|e-mail|telephone|code postal|pays\b|country|\bbic\b|swift|supplier found|auth code|entry mode|\bville\b|\bcity\b|bank name|num(?:ero)? (?:de )?(?:client|l'objet)|option \d/,
  ],
  ['end-to-end-id', /end ?-?to ?-?end|bout en bout|\be2e\b/],
  ['currency-out', /^source currency/],
  ['currency-in', /^target currency/],
  ['currency', /\bdevises?\b|\bcurrency\b|\bmonnaie\b|wahrung|\bvaluta (?:della|transazione)|\bccy\b/],
  [
    'iban',
    /\biban\b|numero de compte|account n(?:umber|o)\b|\brib\b|compte (?:du )?(?:tiers|beneficiaire|emetteur)|bank account|kontonummer/,
  ],
  [
    'account',
    /^(?:num(?:ero)? ?(?:de )?)?compte\b|^n[o ]? ?(?:de )?compte|account ?num|account ?label|^account(?: name)?$|libelle compte|^konto$|nom du compte/,
  ],
  ['status', /\bstatut\b|\bstatus\b|\betat\b|\bstate\b/],
  [
    'bank-id',
    /^id\b|\bid$|transaction id|\btransferwise id\b|numero (?:de |d')?(?:la )?(?:transaction|operation|mouvement)|(?:operation|transaction) number|identifiant|\btxn\b|ref transaction|reference (?:bancaire|interne|de l'operation)|unique op/,
  ],
  [
    'full-label',
    /(?:libelle|label|description|intitule).*(?:complet|long|full|entier|detaille)|detail de l'?\s?(?:ecriture|operation)|full (?:label|description)/,
  ],
  ['short-label', /(?:libelle|label|description).*(?:simplifi|court|short|abrege)/],
  [
    'detail',
    /informations? complementaires?|complement|communication|\bmotif\b|\bobjet\b|\bdetails?\b|\bmemo\b|\bmessage\b|reason|causale|verwendungszweck|payment reference|reference (?:de |du )?paiement|\bnotes?\b|\bcomment|remarque|subject|titre de l'objet|item title|riferimento|remittance|informations?$/,
  ],
  [
    'label',
    /libelle|\blabel\b|description|descrizione|intitule|designation|narrative|wording|buchungstext|concepto|libelle operation|\boperations?$|\btransactions?$|nature de l|particulars|reporting categor/,
  ],
  ['party', /(?=.*(?:beneficiaire|destinataire|payee|recipient))(?:emetteur|donneur|payer|sender|payeur)/],
  ['payer', /\bpayer\b|\bpayeur\b|donneur|emetteur|\bsender\b|\bsource name\b|\bdebiteur\b/],
  ['payee', /\bpayee\b|destinataire|recipient|\btarget name\b|\bcrediteur\b/],
  [
    'party',
    /beneficiaire|partner|counter ?party|contrepartie|\btiers\b|merchant|commercant|\bnom\b|\bname\b|auftraggeber|empfanger|supplier|client\b|customer\b|^contacts?$/,
  ],
  ['reference', /\bref(?:erence|s)?\b|\brum\b|mandat|\bics\b|creancier|invoice|facture|cheque|check n/],
]
const CURRENCY = /\b(eur|usd|gbp|chf|cad|sek|nok|dkk|pln)\b|\b(euros?)\b/

export function readHeading(heading: string): HeadingWords {
  const plain = plainHeading(heading)
  const isDate = DATE.test(plain)
  const dateRank = isDate ? (DATE_RANKS.find(([, words]) => words.test(plain))?.[0] ?? 3) : undefined
  const words: { -readonly [Key in keyof HeadingWords]: HeadingWords[Key] } = {
    // Alone, « Valeur » may also head amounts: what the cells hold decides.
    isValueDate: isDate ? dateRank === 6 : plain === 'valeur',
    isOperationDate: isDate && (dateRank === 4 || /operation|dateop|date op/.test(plain)),
    isSign: SIGN.test(plain),
    isPayee: /beneficiaire/.test(plain),
    isUtc: /\butc\b|\bgmt\b/.test(plain),
  }
  if (dateRank !== undefined) words.dateRank = dateRank
  const money = MONEY.find(([, signs]) => signs.test(plain))?.[0]
  if (money !== undefined && plain !== '')
    words.money = /\bdebits?\b.*\bcredits?\b|\bcredits?\b.*\bdebits?\b/.test(plain)
      ? 'amount'
      : /\bttc\b|incl/.test(plain) && money === 'tax'
        ? 'amount'
        : money
  const text = isDate ? undefined : TEXT.find(([, signs]) => signs.test(plain))?.[0]
  if (text !== undefined) words.text = text
  const currency = CURRENCY.exec(plain)
  if (currency?.[1] !== undefined) words.currency = currency[1].toUpperCase()
  else if (currency || heading.includes('€')) words.currency = 'EUR'
  return words
}

/** Whether a row of cells can only be the headings of a list of dated amounts. */
export function isHeadingRow(cells: readonly string[]): boolean {
  const [first = ''] = cells
  if (cells.length < 2 || isDigit(first.charCodeAt(0))) return false
  // Most rows end here: a date or an amount in their first cells.
  for (const cell of cells) if (cell.length > 80 || THREE_DIGITS.test(cell)) return false
  let dates = 0
  let amounts = 0
  let named = 0
  for (const cell of cells) {
    if (cell.trim() === '') continue
    const words = readHeading(cell)
    if (words.dateRank !== undefined && words.dateRank < 9) dates += 1
    else if (words.money !== undefined && MOVED.has(words.money)) amounts += 1
    if (words.dateRank !== undefined || words.money !== undefined || words.text !== undefined) named += 1
  }
  return dates > 0 && amounts > 0 && named >= 2
}
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const THREE_DIGITS = /\d{3}/
const MOVED = new Set<HeadingWords['money']>([
  'amount',
  'debit',
  'credit',
  'paid',
  'received',
  'net',
  'gross',
  'in',
  'out',
])
