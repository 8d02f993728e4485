/** Who trades: SIREN, SIRET, VAT number, IBAN and BIC with their keys; countries, postcodes and territories. */
export { countryName, isCountryCode, isEuMember, isFrench, readCountry } from './country.ts'
export { type Bic, formatIban, type Iban, maskedIban, parseBic, parseIban } from './iban.ts'
export type { IdentifierProblem } from './identifier.ts'
export { nearestName } from './nearest-name.ts'
export { formatSiren, formatSiret, parseSiren, parseSiret, type Siren, type Siret, sirenOf } from './siret.ts'
export { departementOf, parsePostcode, type Territory, territoryOf } from './territory.ts'
export { countryOfVatNumber, parseVatNumber, type VatNumber, vatNumberOf } from './vat-number.ts'
