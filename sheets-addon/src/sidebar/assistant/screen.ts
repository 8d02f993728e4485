import type { SettingName } from '@tabellion/shared/ledger'
import type { KnownSettings } from '../../actions/change-settings.ts'
import type { Field } from '../parts/field.ts'

export type Values = Readonly<Partial<Record<SettingName, string>>>

/** One screen of the assistant: what it asks, and what it would write in *Réglages*. */
export interface Screen {
  /** In the list of steps. */
  readonly name: string
  readonly title: string
  readonly intro: string
  readonly element: HTMLElement
  /** Those that must be right before the next screen. */
  readonly fields: () => readonly Field[]
  /** As the user has them now; what is equal to what was there is not written again. */
  readonly values: () => Values
  /** When it is shown: another screen may have changed what it says. */
  readonly shown?: () => void
}

/** What is typed in *Réglages* now, else its default. */
export const settingOf = ({ defaults, values }: KnownSettings, name: SettingName): string =>
  values[name] ?? defaults[name] ?? ''

export const yes = (text: string): boolean => /^(vrai|true|oui|x)$/i.test(text)
export const booleanText = (isOn: boolean): string => (isOn ? 'VRAI' : 'FAUX')

/** Only what differs: an assistant run again loses nothing, and writes nothing that was not touched. */
export function changesOf(known: KnownSettings, now: Values): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => value !== settingOf(known, name as SettingName)),
  )
}
