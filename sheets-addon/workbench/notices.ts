/** What a run leaves on the screen: toasts, alerts to read, an error. */
import type { Run } from '../emulator/index.ts'
import type { Notice } from './protocol.ts'
import { words } from './words.ts'

export function noticesOf({ toasts, dialogs, error, function: name, context }: Run): Notice[] {
  const told = dialogs.filter(({ kind, buttons }) => kind === 'alert' && buttons === 'OK')
  return [
    ...toasts.map(({ title, message }): Notice => ({ kind: 'toast', title, text: message })),
    ...told.map(({ title, text }): Notice => ({ kind: 'told', title, text })),
    // What fails behind an edit only shows in the execution log, as at Google.
    ...(error && context !== 'simple'
      ? [{ kind: 'error', text: words.scriptFailed(name), detail: error.message } satisfies Notice]
      : []),
  ]
}
