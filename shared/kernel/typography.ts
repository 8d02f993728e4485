/** French spaces before `: ; ? !` and inside « », so that no line begins with a sign. Sentences are typed with plain spaces. */
export const typeset = (sentence: string): string =>
  sentence
    .replace(/ ([;?!])/g, '\u202f$1')
    .replace(/ ([:%€])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')

/** « de Brasserie », « d’Atelier »: before a name that somebody chose. An h may be aspirate, nobody can tell: it keeps the « de ». */
export const of = (name: string): string => `d${elided(name)}`
/** « que F2026-0001 », « qu’AV2026-0001 ». */
export const that = (name: string): string => `qu${elided(name)}`

const elided = (name: string): string => (VOWEL.test(name) ? `’${name}` : `e ${name}`)
/** A vowel that is heard as one: neither « onze », « oui » nor « yoga ». */
const VOWEL = /^(?!on[cz]e|oui)(?:[aeiouàâäæéèêëîïôöœùûü]|y[^aeiouéè])/i
