/** What the server of the workbench says, in French. The page's own words are in page/words.ts. */

/** From a criterion's values to what it asks. */
export type Wording = (values: readonly string[]) => string

const oneOfTheList: Wording = () => 'Choisissez une valeur de la liste.'
const number =
  (text: (low: string, high: string) => string): Wording =>
  ([low = '', high = '']) =>
    `Saisissez un nombre ${text(low, high)}.`
const date =
  (text: (low: string, high: string) => string): Wording =>
  ([low = '', high = '']) =>
    `Saisissez une date ${text(low, high)}.`

export const rulesInWords: Readonly<Record<string, Wording>> = {
  CHECKBOX: () => 'Cette cellule est une case à cocher.',
  VALUE_IN_LIST: oneOfTheList,
  VALUE_IN_RANGE: oneOfTheList,
  DATE_IS_VALID_DATE: () => 'Saisissez une date, par exemple 05/11/2026.',
  DATE_AFTER: date((low) => `après le ${low}`),
  DATE_BEFORE: date((low) => `avant le ${low}`),
  DATE_BETWEEN: date((low, high) => `entre le ${low} et le ${high}`),
  DATE_ON_OR_AFTER: date((low) => `à partir du ${low}`),
  DATE_ON_OR_BEFORE: date((low) => `au plus tard le ${low}`),
  NUMBER_BETWEEN: number((low, high) => `entre ${low} et ${high}`),
  NUMBER_NOT_BETWEEN: number((low, high) => `hors de ${low} à ${high}`),
  NUMBER_EQUAL_TO: number((low) => `égal à ${low}`),
  NUMBER_NOT_EQUAL_TO: number((low) => `différent de ${low}`),
  NUMBER_GREATER_THAN: number((low) => `supérieur à ${low}`),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((low) => `supérieur ou égal à ${low}`),
  NUMBER_LESS_THAN: number((low) => `inférieur à ${low}`),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((low) => `inférieur ou égal à ${low}`),
  TEXT_IS_VALID_EMAIL: () => 'Saisissez une adresse e-mail, par exemple compta@dupont.fr.',
  TEXT_IS_VALID_URL: () => 'Saisissez une adresse web.',
  TEXT_CONTAINS: ([text = '']) => `Saisissez un texte qui contient « ${text} ».`,
  TEXT_DOES_NOT_CONTAIN: ([text = '']) => `Saisissez un texte qui ne contient pas « ${text} ».`,
  TEXT_EQUAL_TO: ([text = '']) => `Saisissez « ${text} ».`,
}

export const words = {
  fileName: 'Classeur de facturation',
  /** A strict rule refused what was typed. */
  refused: (cell: string, text: string, asks: string): string =>
    `La cellule ${cell} n’accepte pas « ${text} ». ${asks}`.trim(),
  refusedPaste: (cell: string, asks: string): string =>
    `Rien n’a été collé : la cellule ${cell} n’accepte pas cette valeur. ${asks}`.trim(),
  notUndone: 'Cette modification de lignes ou de colonnes ne peut plus être annulée : le classeur a changé depuis.',
  notDone: 'Cette action n’est pas possible ici.',
  tooManyRowsDeleted: 'Une feuille garde au moins une ligne sous ses titres.',
  scriptFailed: (name: string): string => `Le script s’est arrêté sur une erreur (${name}).`,
  sum: (sum: string, count: number): string => `Somme : ${sum} · ${count} valeurs`,
  count: (count: number): string => `${count} cellules remplies`,
} as const
