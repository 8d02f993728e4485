import type { Day } from '@tabellion/shared/calendar'
import type { CellRef, Severity } from '@tabellion/shared/kernel'
import { parsePostcode, parseSiren, parseSiret, parseVatNumber, sirenOf } from '@tabellion/shared/party'
import { eInvoicingBinds } from '@tabellion/shared/regulation'
import type { Buyer } from './document.ts'
import type { Client } from './input.ts'
import type { DraftFinding, DraftProblem } from './problems.ts'

/** The client as printed, with what is missing or wrong in their row. BG-7; C. com. art. L441-9. */
export function buyerOf(
  client: Client,
  on: Day,
): { readonly buyer: Buyer; readonly findings: readonly DraftFinding[] } {
  const findings: DraftFinding[] = []
  const say = (column: string, problem: DraftProblem, severity: Severity = 'blocking'): void => {
    const at: CellRef = { tab: 'clients', row: client.row, column }
    findings.push({ ...problem, severity, at })
  }
  const { name, address } = client
  if (client.type === undefined) say('type', { code: 'missing-client-type', client: name })
  if (address.line1 === '') say('address', { code: 'missing-address', client: name })
  // Abroad, a city is enough: not every country has postcodes.
  if (address.postcode === '' && address.country === 'FR') say('postcode', { code: 'missing-postcode', client: name })
  // A zero that a spreadsheet ate: the letter, and the VAT of an overseas département, would go astray.
  if (address.postcode !== '' && address.country === 'FR' && parsePostcode(address.postcode) === undefined)
    say('postcode', { code: 'wrong-client-postcode', client: name, text: address.postcode }, 'fix')
  if (address.city === '') say('city', { code: 'missing-city', client: name })

  // The key of a French number is French law; from the day it is compulsory a wrong one blocks.
  const wrongNumber: Severity =
    address.country === 'FR' && client.type === 'business' && eInvoicingBinds('client-siren', on) ? 'blocking' : 'fix'
  const siret = client.siret === '' ? undefined : parseSiret(client.siret)
  if (siret && !siret.ok) say('siret', { code: 'wrong-client-siret', client: name, text: client.siret }, wrongNumber)
  const siren = client.siren === '' ? undefined : parseSiren(client.siren)
  if (siren && !siren.ok) say('siren', { code: 'wrong-client-siren', client: name, text: client.siren }, wrongNumber)
  const vatNumber = client.vatNumber === '' ? undefined : parseVatNumber(client.vatNumber)
  // Without the buyer's VAT number there is no reverse charge and no exempt supply (CGI ann. II art. 242 nonies A, I-4°).
  if (client.type === 'eu' && vatNumber === undefined)
    say('vatNumber', { code: 'missing-client-vat-number', client: name })
  if (vatNumber && !vatNumber.ok) {
    say(
      'vatNumber',
      { code: 'wrong-client-vat-number', client: name, text: client.vatNumber },
      client.type === 'eu' ? 'blocking' : 'fix',
    )
  }

  const knownSiren = siren?.ok ? siren.value : siret?.ok ? sirenOf(siret.value) : undefined
  const email = client.accountingEmail || client.email
  const buyer: Buyer = {
    type: client.type ?? 'business',
    name,
    address,
    ...(client.contact === '' ? {} : { contact: client.contact }),
    ...(client.deliveryAddress === '' ? {} : { deliveryAddress: { ...address, line1: client.deliveryAddress } }),
    ...(knownSiren === undefined ? {} : { siren: knownSiren }),
    ...(siret?.ok ? { siret: siret.value } : {}),
    ...(vatNumber?.ok ? { vatNumber: vatNumber.value } : {}),
    ...(email === '' ? {} : { email }),
    ...(client.phone === '' ? {} : { phone: client.phone }),
  }
  return { buyer, findings }
}
