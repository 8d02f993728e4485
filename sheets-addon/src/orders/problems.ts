/** Why an order waits for a look before it becomes a quote. One sentence each in messages/orders.ts. */
export type OrderProblem =
  | { readonly code: 'order-without-number' }
  | { readonly code: 'order-too-long'; readonly lines: number; readonly most: number }
  | { readonly code: 'order-suspicious'; readonly text: string }
  | { readonly code: 'order-clients-differ'; readonly clients: readonly string[] }
  | { readonly code: 'order-namesake'; readonly client: string; readonly email: string }
  | { readonly code: 'order-two-clients' }
  | { readonly code: 'order-conflict'; readonly on: string }
  | { readonly code: 'order-not-sent'; readonly number: string }

/** Why nothing was done. */
export type OrderRefusal = { readonly code: 'unknown-order'; readonly order: string }
