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
