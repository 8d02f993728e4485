import type { Mutable } from '../statement.ts'

export interface Tags {
  /** What stands before the first marker. */
  readonly head: string
  readonly party?: string
  readonly motive?: string
  readonly reference?: string
  readonly endToEndId?: string
}
type Field = Exclude<keyof Tags, 'head'> | 'other'

/**
 * Markers and what they announce: BNP's and the SEPA rule book's `/DE`, `/MOTIF`; Société Générale's `DE:`, `MOTIF:`; SWIFT's
 * `/REMI/`, `EREF+`; `/RFB/` (reference for the beneficiary) and `/INV/` of SWIFT's field 70.
 */
const FIELDS: ReadonlyMap<string, Field> = new Map(
  (
    [
      ['party', 'DE FRM BEN POUR BENEF BENEFICIAIRE EMETTEUR NAME ABWA ORDP BENM'],
      ['motive', 'MOTIF RNF LIB LIBELLE REMI SVWZ REASON OBJET LCC COMMUNICATION'],
      ['reference', 'REF REFERENCE RFB INV ROC REFBEN'],
      ['endToEndId', 'EID EREF REFDO'],
      [
        'other',
        'PROVENANCE DATE MDT MANDAT RUM ICS ECH CHEZ IBAN BIC KREF MREF CRED DEBT ABWE PURP MARF CSID TRTP TRCD RTRN ISDT PREF ID N.EMETTEUR VALEUR',
      ],
    ] as const
  ).flatMap(([field, markers]) => markers.split(' ').map((marker) => [marker, field] as const)),
)
const PLACEHOLDER = /^(?:NOTPROVIDED|NOT PROVIDED|NONREF|NON COMMUNIQUE|N\/?A|NULL|-+|\.+|0+|SANS(?: REF\w*)?)$/i
const SIGNS = /[/:+]/g
const SLASH = 47
const COLON = 58
const PLUS = 43

/** Parts the label at its markers; undefined when it has none. `capitals` is the same text in capitals without accents. */
export function readTags(label: string, capitals: string): Tags | undefined {
  let tags: Mutable<Tags> | undefined
  let open: Field | undefined
  let from = 0
  SIGNS.lastIndex = 0
  while (SIGNS.test(capitals)) {
    const at = SIGNS.lastIndex - 1
    const marker = capitals.charCodeAt(at) === SLASH ? slashMarker(capitals, at) : wordMarker(capitals, at)
    if (marker === undefined) continue
    if (tags === undefined) tags = { head: label.slice(0, marker.from) }
    else keep(tags, open, label.slice(from, marker.from))
    open = marker.field
    from = marker.to
    SIGNS.lastIndex = from
  }
  SIGNS.lastIndex = 0
  if (tags !== undefined) keep(tags, open, label.slice(from))
  return tags
}

interface Marker {
  readonly field: Field
  readonly from: number
  readonly to: number
}

/** `/DE `, `/EREF/`, `/REF:`, or `ECH/`, `ID EMETTEUR/` with the slash after. */
function slashMarker(capitals: string, at: number): Marker | undefined {
  let end = at + 1
  while (isUpper(capitals.charCodeAt(end))) end += 1
  const next = capitals.charCodeAt(end)
  const isClosed = end === capitals.length || next === 32 || next === SLASH || next === COLON
  const field = end - at > 1 && isClosed ? FIELDS.get(capitals.slice(at + 1, end)) : undefined
  if (field !== undefined) return { field, from: at, to: afterSign(capitals, end) }
  // `O/` (ordre) announces the party at La Nef.
  if (capitals.charCodeAt(at - 1) === 79 && (at === 1 || capitals.charCodeAt(at - 2) === 32))
    return { field: 'party', from: at - 1, to: at + 1 }
  return wordMarker(capitals, at)
}

/** `MOTIF:`, `REF :`, `EREF+`, `ECH/`: the word before the sign. */
function wordMarker(capitals: string, at: number): Marker | undefined {
  let end = at
  if (capitals.charCodeAt(at) === COLON && capitals.charCodeAt(at - 1) === 32) end -= 1
  let from = end
  while (from > 0 && isMarkerCode(capitals.charCodeAt(from - 1))) from -= 1
  const field = from === end ? undefined : FIELDS.get(capitals.slice(from, end))
  if (field === undefined) return undefined
  const before = capitals.charCodeAt(from - 1)
  if (
    from > 0 &&
    before !== 32 &&
    before !== 40 &&
    before !== 124 &&
    before !== SLASH &&
    capitals.charCodeAt(at) !== PLUS
  )
    return undefined
  // « VOTRE REF: », « ID EMETTEUR/ »: the first word belongs to the marker.
  for (const opening of ['VOTRE ', 'ID ', 'DATE DE ', 'END TO '])
    if (capitals.startsWith(opening, from - opening.length)) from -= opening.length
  const isIssuer = capitals.startsWith('ID ', from)
  return { field: isIssuer ? 'other' : field, from, to: skipBlanks(capitals, at + 1) }
}

function keep(tags: Mutable<Tags>, field: Field | undefined, value: string): void {
  if (field === undefined || field === 'other' || tags[field] !== undefined) return
  const text = EDGES.test(value) ? value.replace(/[\s|)(]+$|\)\s*-\s*$/, '').replace(/^[\s|]+/, '') : value
  if (!isPlaceholder(text)) tags[field] = text
}
const EDGES = /^[\s|]|[\s|)(]$|\)\s*-$/

/** `-`, `NOTPROVIDED`, zeros: a text that only holds the place of one. */
export const isPlaceholder = (text: string): boolean => text === '' || (text.length < 20 && PLACEHOLDER.test(text))

/** The sign and blanks after a marker; a slash that opens the next marker stays. */
function afterSign(capitals: string, at: number): number {
  const code = capitals.charCodeAt(at)
  return code === SLASH || code === COLON ? skipBlanks(capitals, at + 1) : skipBlanks(capitals, at)
}
function skipBlanks(text: string, at: number): number {
  let end = at
  while (text.charCodeAt(end) === 32) end += 1
  return end
}
const isUpper = (code: number): boolean => code >= 65 && code <= 90
const isMarkerCode = (code: number): boolean => isUpper(code) || code === 46
