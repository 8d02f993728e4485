/** Suppliers' e-invoices: a Factur-X PDF, a CII or a UBL file become facts, recounted to the cent. */
export type { ArithmeticProblem } from './arithmetic.ts'
export type { DecimalText } from './exact-decimal.ts'
export { type ExpenseTexts, expenseOf, type ReceivedExpense, readExpense, writeExpense } from './expense.ts'
export { type ReceivedInvoice, type ReceptionProblem, readSupplierInvoice } from './read.ts'
export {
  type AllowanceFacts,
  type InvoiceLineFacts,
  type InvoiceParty,
  type SupplierInvoice,
  supplierInvoiceKey,
  type VatFacts,
} from './supplier-invoice.ts'
