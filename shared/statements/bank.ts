/** A bank or payment service, as far as its files and pages tell. */
export type BankId =
  | 'bnp-paribas'
  | 'credit-agricole'
  | 'societe-generale'
  | 'lcl'
  | 'credit-mutuel'
  | 'cic'
  | 'caisse-epargne'
  | 'banque-populaire'
  | 'la-banque-postale'
  | 'boursobank'
  | 'fortuneo'
  | 'hello-bank'
  | 'axa-banque'
  | 'bred'
  | 'ccf'
  | 'monabanq'
  | 'n26'
  | 'revolut'
  | 'qonto'
  | 'shine'
  | 'wise'
  | 'paypal'
  | 'stripe'
  | 'sumup'

/** Names and hosts by which a file names its bank. The narrower first: Hello bank! is BNP's, LCL was Crédit Lyonnais. */
const SIGNS: readonly (readonly [BankId, RegExp])[] = [
  ['hello-bank', /hello\s?bank/],
  ['boursobank', /bourso(?:bank|rama)/],
  ['fortuneo', /fortuneo/],
  ['monabanq', /monabanq/],
  ['cic', /\bcic\.fr\b|credit industriel et commercial|\bcic\b (?:banque|filbanque|est|ouest|lyonnaise)/],
  ['credit-mutuel', /creditmutuel\.fr|credit mutuel/],
  ['caisse-epargne', /caisse[- ]d?.?epargne/],
  ['banque-populaire', /banque ?populaire/],
  ['la-banque-postale', /banque ?postale/],
  ['societe-generale', /societe ?generale|particuliers\.(?:sg|societegenerale)\.fr|\bsg\.fr\b/],
  ['credit-agricole', /credit[- ]?agricole/],
  ['lcl', /\blcl\.fr\b|\blcl\b|credit lyonnais/],
  ['bnp-paribas', /bnp ?paribas|mabanque\.bnpparibas/],
  ['axa-banque', /axa ?banque/],
  ['bred', /\bbred\.fr\b|\bbred banque/],
  ['ccf', /\bccf\.fr\b|hsbc\.fr|hsbc continental/],
  ['n26', /\bn26\b/],
  ['revolut', /revolut/],
  ['qonto', /qonto/],
  ['shine', /\bshine\.fr\b/],
  ['wise', /\bwise\.com\b|transferwise/],
  ['paypal', /paypal\.com/],
  ['stripe', /dashboard\.stripe\.com/],
  ['sumup', /sumup\.(?:com|fr)/],
]

/** The bank that a refused file names, so that the refusal can say what to download there. Looks at its beginning only. */
export function bankNamedIn(text: string): BankId | undefined {
  const plain = text
    .slice(0, 20_000)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]|&(?:#\d+|[a-z]+);/g, (found) => /^&([a-z])(?:acute|grave|circ);$/.exec(found)?.[1] ?? '')
    .toLowerCase()
  return SIGNS.find(([, sign]) => sign.test(plain))?.[0]
}
