import type { DocumentContent } from '@tabellion/shared/invoicing'
import { parseSiren, parseSiret, parseVatNumber } from '@tabellion/shared/party'
import { type Found, found, isBlank, setting } from './problems.ts'

/** BG-4: names, keys, and the tax number that the categories of the lines call for. */
export function sellerProblems({ seller, vatGroups }: DocumentContent): Found[] {
  const problems: Found[] = []
  const required = [
    ['Prénom et nom', seller.name],
    ['Adresse', seller.address.line1],
    ['Code postal', seller.address.postcode],
    ['Ville', seller.address.city],
    ['Pays', seller.address.country],
  ] as const
  for (const [name, text] of required)
    if (isBlank(text)) problems.push(found({ code: 'missing-party-text' }, setting(name)))

  if (!parseSiren(seller.siren).ok) problems.push(found({ code: 'wrong-siren', text: seller.siren }, setting('SIRET')))
  if (!parseSiret(seller.siret).ok) problems.push(found({ code: 'wrong-siret', text: seller.siret }, setting('SIRET')))
  else if (!seller.siret.startsWith(seller.siren))
    problems.push(found({ code: 'siret-of-another', text: seller.siret, siren: seller.siren }, setting('SIRET')))

  const { vatNumber } = seller
  if (vatNumber === undefined) {
    // A franchise seller's exempt lines are content with BT-32, its sales abroad are not (BR-AE-02, CGI art. 286 ter).
    const needed = vatGroups.some(({ vat }) => vat.category !== 'O' && !(vat.category === 'E' && seller.franchise))
    if (needed) problems.push(found({ code: 'missing-vat-number' }, setting('N° TVA')))
  } else if (!parseVatNumber(vatNumber).ok) {
    problems.push(found({ code: 'wrong-vat-number', text: vatNumber }, setting('N° TVA')))
  } else if (vatNumber.startsWith('FR') && vatNumber.slice(4) !== seller.siren) {
    problems.push(found({ code: 'vat-number-of-another', text: vatNumber, siren: seller.siren }, setting('N° TVA')))
  }
  return problems
}
