import type { Address, Buyer, Seller } from '@tabellion/shared/invoicing'
import { countryName, formatSiren, formatSiret, parseSiren, parseSiret } from '@tabellion/shared/party'
import { type Block, space, stack, textBlock } from '../page.ts'
import { body, small, strong } from './writing.ts'

export function siretText(siret: string): string {
  const read = parseSiret(siret)
  return read.ok ? formatSiret(read.value) : siret
}
function sirenText(siren: string): string {
  const read = parseSiren(siren)
  return read.ok ? formatSiren(read.value) : siren
}

export function addressLines(address: Address): readonly string[] {
  return [
    address.line1,
    ...(address.line2 === undefined ? [] : [address.line2]),
    [address.postcode, address.city].filter((part) => part !== '').join(' '),
    ...(address.country === 'FR' ? [] : [(countryName(address.country) ?? address.country).toUpperCase()]),
  ].filter((line) => line.trim() !== '')
}

/** Who: what stands above the name, then names, address, contacts, identifiers. */
export function sellerBlock(seller: Seller, above: Block, width: number): Block {
  const names = seller.tradingName === undefined ? [] : [seller.name]
  const contacts = [seller.phone, seller.email, seller.website].filter((contact) => contact !== undefined)
  const identifiers = [
    `SIRET ${siretText(seller.siret)}`,
    ...(seller.vatNumber === undefined ? [] : [`TVA ${seller.vatNumber}`]),
  ]
  return stack([
    above,
    textBlock(seller.tradingName ?? seller.name, strong, width),
    ...[...names, ...addressLines(seller.address)].map((line) => textBlock(line, body, width)),
    space(1.6),
    ...contacts.map((contact) => textBlock(contact, small, width)),
    space(contacts.length > 0 ? 1.6 : 0),
    ...identifiers.map((identifier) => textBlock(identifier, small, width)),
  ])
}

/** To whom, as it shows through the window of an envelope; in small type when it would not fit there. */
export function recipientBlock(buyer: Buyer, width: number, room: number): Block {
  const set = (name: typeof strong, rest: typeof body): Block =>
    stack([
      textBlock(buyer.name, name, width),
      ...(buyer.contact === undefined ? [] : [textBlock(buyer.contact, rest, width)]),
      ...addressLines(buyer.address).map((line) => textBlock(line, rest, width)),
    ])
  const block = set(strong, body)
  return block.height <= room ? block : set({ ...small, weight: 'semibold', ink: 'ink' }, { ...small, ink: 'ink' })
}

/** What identifies the buyer, under the window. */
export function buyerIdentifiers(buyer: Buyer, width: number): Block {
  const number =
    buyer.siret !== undefined
      ? `SIRET ${siretText(buyer.siret)}`
      : buyer.siren !== undefined
        ? `SIREN ${sirenText(buyer.siren)}`
        : undefined
  const parts = [number, buyer.vatNumber === undefined ? undefined : `TVA ${buyer.vatNumber}`].filter(
    (part) => part !== undefined,
  )
  return textBlock(parts.join(' · '), small, width)
}
