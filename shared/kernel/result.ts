/** What the user, a file or a bank can cause to fail is a value: `problem` says which case, with its facts. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const fail = <const Problem>(problem: Problem): Result<never, Problem> => ({ ok: false, problem })
