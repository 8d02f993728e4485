/** Whether a document may become a Factur-X, and what stands in its way, before a number is taken. */
export type { Basis, Field, GradedProblem, PreflightCode, PreflightProblem } from './problems.ts'
export { type EinvoiceVerdict, einvoiceVerdict } from './verdict.ts'
