/** Which scope each service wants (ground truth §8). A manifest's `oauthScopes` replaces Google's own detection. */

const auth = (name: string): string => `https://www.googleapis.com/auth/${name}`

export interface Need {
  /** Any one of them. */
  readonly scopes: readonly string[]
  /** May a simple trigger (AuthMode LIMITED) call it? */
  readonly simple: boolean
}

export const needs = {
  nothing: { scopes: [], simple: true },
  thisSpreadsheet: { scopes: [auth('spreadsheets.currentonly'), auth('spreadsheets')], simple: true },
  /** `openById` fails under currentonly even for the file's own id (ground truth 4). */
  anySpreadsheet: { scopes: [auth('spreadsheets')], simple: false },
  /** Sidebars and dialogs; menus need nothing. */
  screen: { scopes: [auth('script.container.ui')], simple: false },
  mail: { scopes: [auth('script.send_mail')], simple: false },
  drive: { scopes: [auth('drive.file'), auth('drive')], simple: false },
  triggers: { scopes: [auth('script.scriptapp')], simple: false },
  /** Ground truth 17. */
  userEmail: { scopes: [auth('userinfo.email')], simple: false },
} as const satisfies Record<string, Need>
