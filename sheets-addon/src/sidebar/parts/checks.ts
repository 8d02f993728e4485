import { parseFrenchDay } from '@tabellion/shared/calendar'
import { readScaled } from '@tabellion/shared/ledger'
import { parsePostcode } from '@tabellion/shared/party'
import { readAddresses } from '../../mail/addresses.ts'
import type { Verdict } from './field.ts'

/** What several forms ask of a field: nothing to say when it is right. */
type Check = (text: string) => Verdict | undefined

const unless =
  (isRight: (text: string) => boolean, text: string): Check =>
  (given) =>
    isRight(given) ? undefined : { mood: 'bad', text }

export const emailCheck = unless((text) => readAddresses(text).ok, 'Une adresse comme compta@client.fr.')
/** A zero that a spreadsheet has eaten is the usual mistake: `1000` is Bourg-en-Bresse, 01000. */
export const postcodeCheck = unless((text) => parsePostcode(text) !== undefined, '5 chiffres, comme 01000.')
export const frenchDayCheck = unless(
  (text) => parseFrenchDay(text) !== undefined,
  'Une date qui existe, comme 15/03/2024.',
)
export const numberCheck = (places: number, example: string): Check =>
  unless((text) => readScaled(text, places).ok, `Un nombre, comme ${example}.`)
