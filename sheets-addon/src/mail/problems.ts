/** Why a document did not leave, or may not have. One French sentence each in messages/mail.ts. */
export type MailProblem =
  /** Begun and never confirmed: only its own number sends it again (door.md §5 « Faults »). */
  | { readonly code: 'send-unsure'; readonly number: string; readonly to: readonly string[] }
  | { readonly code: 'client-without-email'; readonly number: string; readonly client: string }
  | { readonly code: 'wrong-recipient'; readonly number: string; readonly client: string; readonly text: string }
  | { readonly code: 'mail-quota-spent'; readonly numbers: readonly string[] }
  | { readonly code: 'mail-refused'; readonly number: string; readonly reason: string }
  /** The file made again is not the one that was issued: it is never attached in silence (architecture §3). */
  | { readonly code: 'file-differs'; readonly number: string }
  | { readonly code: 'unknown-mail-token'; readonly setting: string; readonly token: string }
