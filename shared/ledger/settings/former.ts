import { sha256Hex } from '@tabellion/shared/kernel'

/** Texts that were once the default of a setting, by the start of their SHA-256: only knowing them again matters. */
const FORMER: Readonly<Partial<Record<string, readonly string[]>>> = {
  'Texte de la mise en demeure': [
    'db5a4cd3f7aa56b9',
    '870ca7e9c1c6f5b0',
    '418b386b0ab3c955',
    'dcb18817d04f22c1',
    '559295a8fe5efe57',
  ],
  'Texte du recouvrement': ['5a3f1c857057d24d'],
  'Objet des avoirs': ['26063540ed8dd0b4'],
  'Texte des avoirs': ['7b4c31a07d6e13c5'],
}

/** Whether a cell holds, to the letter, what the setting said by itself in an earlier version: nobody chose it. */
export const isFormerDefault = (name: string, text: string): boolean =>
  FORMER[name]?.includes(sha256Hex(text).slice(0, 16)) ?? false
