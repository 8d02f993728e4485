import { formatDay } from '@tabellion/shared/calendar'
import { allKeys, isOrderKey, type KeyState, keyNamed, revoked, stateOf, storedKey } from '../../bridge/keys.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, noArguments } from '../action.ts'

export interface PairedBrowser {
  readonly key: string
  /** Its own name; empty until it has said hello. */
  readonly browser: string
  readonly state: KeyState
  /** In words, for the list. */
  readonly since: string
  readonly byFile: boolean
}

export const pairedBrowsers = action({
  name: 'paired-browsers',
  menu: 'Navigateurs connectés…',
  what: 'Montre les navigateurs qui ont reçu une clé : connectés, en attente, révoqués.',
  args: noArguments,
  run: ({ secrets, clock }) => {
    const keys = allKeys(secrets.read()).filter((key) => !isOrderKey(key))
    const browsers = keys.map((key): PairedBrowser => {
      const state = stateOf(key, clock.instant)
      const day = state === 'revoked' ? key.revokedOn : state === 'connected' ? key.seenOn : undefined
      return {
        key: key.kid,
        browser: key.browser,
        state,
        since: `${WORDS[state]}${day === undefined ? '' : ` ${formatDay(day)}`}`,
        byFile: key.url === undefined,
      }
    })
    const count = browsers.filter(({ state }) => state === 'connected').length
    const message =
      count === 0
        ? 'Aucun navigateur n’est connecté à cette feuille.'
        : `${count === 1 ? '1 navigateur connecté' : `${count} navigateurs connectés`} : ${browsers
            .filter(({ state }) => state === 'connected')
            .map(({ browser, since }) => `${browser || 'sans nom'}, ${since.toLowerCase()}`)
            .join(' ; ')}.`
    return { message, findings: [], browsers }
  },
})

const WORDS: Readonly<Record<KeyState, string>> = {
  connected: 'Vu le',
  waiting: 'Attend son premier bonjour',
  expired: 'Code jamais utilisé',
  revoked: 'Révoqué le',
}

export const revokeBrowser = action({
  name: 'revoke-browser',
  menu: '',
  what: 'Retire sa clé à un navigateur : il ne peut plus rien lire ni écrire dans la feuille.',
  args: {
    required: ['key'],
    properties: { key: { type: 'string', description: 'La clé, telle que « paired-browsers » la montre.' } },
  },
  run: ({ secrets, clock }, args) => {
    const key = keyNamed(secrets.read(), args.key)
    if (key === undefined) return refuse({ code: 'unknown-browser' })
    if (key.revokedOn === undefined) secrets.write(storedKey(revoked(key, clock.today)))
    return {
      message: `${key.browser === '' ? 'La clé est révoquée' : `${key.browser} est révoqué`} : ce navigateur ne peut plus rien lire ni écrire ici. Ce qu’il a enregistré reste.`,
      findings: [],
    }
  },
})
