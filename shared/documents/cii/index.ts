/** Issued documents as CII XML: Factur-X 1.09 profile EN 16931 under the French rules. */
export { GUIDELINE, toCii } from './document.ts'
export { type CiiGroup, type CiiGroupTerm, type CiiTerm, ciiGroups, ciiGroupTerms, ciiTerms } from './terms.ts'
