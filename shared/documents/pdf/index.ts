/** The page: a document as a PDF/A-3b, drawn with jsPDF alone, the same bytes for the same snapshot. */
export { readableAccent } from './accent.ts'
export { type LayoutNumber, latestLayout, layouts } from './layouts.ts'
export { canDraw, type Logo } from './logo.ts'
export { type MissingCharacter, missingCharacters, type PrintedField } from './missing-characters.ts'
export { type RenderOptions, renderDocument } from './render.ts'
export { type Report, type ReportRow, type ReportSums, renderReport } from './report.ts'
export { previewPages } from './svg.ts'
export { documentFileName, documentTitle } from './title.ts'
