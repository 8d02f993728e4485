import type { DocumentContent } from '@tabellion/shared/invoicing'
import { isCountryCode, parseSiren, parseSiret, parseVatNumber } from '@tabellion/shared/party'
import { buyerElectronicAddress, buyerSiren } from '../cii/electronic-address.ts'
import { isDomesticBusiness } from '../cii/frame.ts'
import { client, type Found, found, isBlank } from './problems.ts'

/** BR-FR-25. */
const MOST_ADDRESS = 125

/** BG-7: names, keys, and the address that a platform delivers to. */
export function buyerProblems(document: DocumentContent): Found[] {
  const { buyer } = document
  const problems: Found[] = []
  if (isBlank(buyer.name)) problems.push(found({ code: 'missing-party-text' }, client('name')))
  if (!isCountryCode(buyer.address.country))
    problems.push(found({ code: 'missing-party-text' }, client('country'), 'europe'))
  if (buyer.deliveryAddress && !isCountryCode(buyer.deliveryAddress.country))
    problems.push(found({ code: 'missing-party-text' }, client('deliveryAddress'), 'europe'))
  return [...problems, ...sirenProblems(document), ...vatNumberProblems(document), ...addressProblems(document)]
}

/** A wrong SIREN of a client is French law's business alone (door.md §5). */
function sirenProblems({ buyer }: DocumentContent): Found[] {
  const problems: Found[] = []
  const siren = buyerSiren(buyer)
  if (siren !== undefined && !parseSiren(siren).ok)
    problems.push(found({ code: 'wrong-siren', text: siren }, client('siren'), 'france'))
  if (buyer.siret !== undefined) {
    if (!parseSiret(buyer.siret).ok)
      problems.push(found({ code: 'wrong-siret', text: buyer.siret }, client('siret'), 'france'))
    else if (siren !== undefined && !buyer.siret.startsWith(siren))
      problems.push(found({ code: 'siret-of-another', text: buyer.siret, siren }, client('siret'), 'france'))
  }
  if (siren === undefined && isDomesticBusiness(buyer))
    problems.push(found({ code: 'missing-siren' }, client('siren'), 'france'))
  return problems
}

function vatNumberProblems({ buyer, vatGroups }: DocumentContent): Found[] {
  const { vatNumber } = buyer
  const abroad = buyer.type === 'eu'
  if (vatNumber === undefined) {
    // BR-IC-02; BR-AE-02 is content with a French SIREN, as under subcontracting. CGI ann. II art. 242 nonies A, I-4°.
    const needed = vatGroups.some(
      ({ vat }) => vat.category === 'K' || (vat.category === 'AE' && buyerSiren(buyer) === undefined),
    )
    return needed ? [found({ code: 'missing-vat-number' }, client('vatNumber'))] : []
  }
  if (!parseVatNumber(vatNumber).ok)
    return [found({ code: 'wrong-vat-number', text: vatNumber }, client('vatNumber'), abroad ? 'anyone' : 'france')]
  const siren = buyerSiren(buyer)
  return vatNumber.startsWith('FR') && siren !== undefined && vatNumber.slice(4) !== siren
    ? [found({ code: 'vat-number-of-another', text: vatNumber, siren }, client('vatNumber'), 'france')]
    : []
}

function addressProblems({ buyer }: DocumentContent): Found[] {
  const address = buyerElectronicAddress(buyer)
  if (address === undefined) {
    if (buyer.type === 'consumer') return [found({ code: 'consumer-without-email' }, client('email'), 'france')]
    // At home the missing SIREN is already said.
    return isDomesticBusiness(buyer) ? [] : [found({ code: 'missing-electronic-address' }, client('email'), 'france')]
  }
  const wrong =
    address.id.length > MOST_ADDRESS || (address.scheme === 'EM' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(address.id))
  return wrong ? [found({ code: 'wrong-email', text: address.id }, client('email'), 'france')] : []
}
