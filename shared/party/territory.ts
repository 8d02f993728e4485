/**
 * Where a French postcode lies, as VAT law sees it: Guadeloupe 971, Martinique 972 and La Réunion 974 have rates of their
 * own, Guyane 973 and Mayotte 976 none (CGI art. 294, 1 and 296); `other`: collectivities with their own tax
 * (Saint-Pierre-et-Miquelon, Saint-Barthélemy, Saint-Martin, Pacific). Corsica and Monaco count as metropolitan.
 */
export type Territory = 'metropolitan' | '971' | '972' | '973' | '974' | '976' | 'other'

/** A French postcode without spaces, or undefined when the text is none (a lost zero included: `1000`). */
export function parsePostcode(text: string): string | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '')
  return /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(digits) ? digits : undefined
}

/** The territory of a postcode, or undefined when it is no French postcode. */
export function territoryOf(postcode: string): Territory | undefined {
  const digits = parsePostcode(postcode)
  if (digits === undefined) return undefined
  // Two communes of Guadeloupe until 2007 kept their postcodes: Saint-Barthélemy 97133, Saint-Martin 97150.
  if (digits === '97133' || digits === '97150') return 'other'
  const prefix = digits.slice(0, 3)
  if (prefix === '971' || prefix === '972' || prefix === '973' || prefix === '974' || prefix === '976') return prefix
  if (prefix === '980') return 'metropolitan'
  return digits.startsWith('97') || digits.startsWith('98') ? 'other' : 'metropolitan'
}

/** The département code of a postcode: `69`, `2A`, `974`; undefined when there is none. Hint: a few communes lie across a border. */
export function departementOf(postcode: string): string | undefined {
  const digits = parsePostcode(postcode)
  if (digits === undefined || digits.startsWith('980')) return undefined
  if (/^9[78]/.test(digits)) return digits.slice(0, 3)
  if (digits.startsWith('20')) return /^20[01]/.test(digits) ? '2A' : '2B'
  return digits.slice(0, 2)
}
