/** Why nothing is said to a client. One French sentence each in messages/reminders.ts. */
export type ReminderRefusal =
  | { readonly code: 'reminder-unknown'; readonly id: string }
  | {
      readonly code: 'not-reminded'
      readonly number: string
      readonly why: 'settled' | 'notLate' | 'dispute' | 'credit' | 'spare' | 'writtenOff' | 'handedOver' | 'closedDay'
      /** A day, or what the bank says of the line that may pay it. */
      readonly detail: string
    }
  | { readonly code: 'notice-said' | 'notice-made'; readonly number: string; readonly on: string }
  | { readonly code: 'notice-not-made'; readonly number: string }
  | {
      readonly code: 'posting-date'
      readonly number: string
      readonly on: string
      readonly from: string
      readonly today: string
    }
