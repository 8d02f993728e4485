export interface SettingDeclaration {
  readonly section: string
  readonly name: string
  /** Holds when the cell is empty. */
  readonly default?: string
  readonly explanation: string
  /** A column of `_Listes` proposed in the cell. */
  readonly list?: string
}

/** One line of *Réglages*. */
export const setting = <Name extends string>(
  section: string,
  name: Name,
  explanation: string,
  extra: Partial<Pick<SettingDeclaration, 'default' | 'list'>> = {},
): SettingDeclaration & { readonly name: Name } => ({
  section,
  name,
  explanation,
  ...extra,
})

export const OFF = { default: 'FAUX', list: 'booleans' } as const

/** A mail as one writes it: what is said, between its greeting and its signature. */
export const letter = (...said: readonly string[]): string =>
  ['Bonjour,', '', ...said, '', 'Cordialement,', '{signature}'].join('\n')
export const formalLetter = (...said: readonly string[]): string =>
  [
    'Madame, Monsieur,',
    '',
    ...said,
    '',
    'Veuillez agréer, Madame, Monsieur, mes salutations distinguées.',
    '{signature}',
  ].join('\n')
