import { action } from '../action.ts'
import { issueArguments, issueInvoices } from './run.ts'

export const issueInvoicesAction = action({
  name: 'issue-invoices',
  menu: 'Facturer les lignes cochées…',
  what: 'Numérote, fige et met en page les lignes cochées, une facture par client et regroupement.',
  args: issueArguments,
  run: issueInvoices,
})
