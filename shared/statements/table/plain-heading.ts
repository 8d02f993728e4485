/** Accented letters lost on the way (`D�bit`, `Cr3�dit`, `Libell`): what is left of the word → the word. */
const DAMAGED: Readonly<Record<string, string>> = {
  dbit: 'debit',
  crdit: 'credit',
  libell: 'libelle',
  opration: 'operation',
  oprations: 'operations',
  rfrence: 'reference',
  dtail: 'detail',
  dtails: 'details',
  numro: 'numero',
  catgorie: 'categorie',
  bnficiaire: 'beneficiaire',
  mtteur: 'emetteur',
  metteur: 'emetteur',
  intitul: 'intitule',
  dsignation: 'designation',
  tat: 'etat',
  criture: 'ecriture',
  pointe: 'pointee',
  complmentaires: 'complementaires',
  simplifi: 'simplifie',
  mthode: 'methode',
  dbut: 'debut',
  entre: 'entree',
  entres: 'entrees',
  dpense: 'depense',
  dpenses: 'depenses',
  dpt: 'depot',
  excution: 'execution',
}

/** Of those, the ones that mean something by themselves. */
const ALSO_WORDS = new Set(['tat', 'entre', 'entres', 'pointe', 'metteur', 'dpt'])

/** Lower case without accents, one blank between words; camelCase and snake_case are parted. */
export function plainHeading(heading: string): string {
  const parted = heading.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/_/g, ' ')
  const isDamaged = /[^\p{Script=Latin}\p{Script=Common}]|[\p{Cc}\ufffd]/u.test(parted)
  const plain = parted
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  const words = plain.split(/\s+/).map((word) => {
    const letters = word.replace(/[^a-z]/g, '')
    return Object.hasOwn(DAMAGED, letters) && (isDamaged || !ALSO_WORDS.has(letters))
      ? (DAMAGED[letters] ?? word)
      : word
  })
  return words
    .join(' ')
    .replace(/[’\u0060´]/g, "'")
    .replace(/[^a-z\d/'()+ -]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
