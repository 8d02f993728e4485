/** Why nothing was done with a line. One sentence each in messages/bank.ts. */
export type BankRefusal = { readonly code: 'no-line-there'; readonly line: string }
