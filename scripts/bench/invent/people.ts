import { about, type Chance, type Client, capitals, type Person, plain, someOf, type Way } from './shapes.ts'

/** Names made of syllables: none is in any list, so nothing can be learnt from them by heart. */
const HEADS = 'B Br C Ch Cr D Dr F Fl G Gr J K L M N P Pl R S St T Tr V W Z'.split(' ')
const HEARTS = 'a e i o u ou an on in au é oi eu'.split(' ')
const JOINTS = 'b d g l ll m n nn r rr s ss t v z ch rt lm nd rc'.split(' ')
const ENDS = ['ard', 'el', 'et', 'ier', 'in', 'on', 'eau', 'ac', 'ou', 'ès', 'ain', 'ot', 'as', 'ec', 'ieu', 'o', 'a']

function word(chance: Chance, syllables = chance.int(1, 2)): string {
  let made = chance.pick(HEADS)
  for (let index = 1; index < syllables; index += 1) made += chance.pick(HEARTS) + chance.pick(JOINTS)
  return `${made}${chance.pick(HEARTS)}${chance.pick(JOINTS)}${chance.pick(ENDS)}`
}

const FIRST_NAMES =
  'Adèle Alban Alix Amaury Anselme Apolline Ariane Aymeric Bastien Blanche Brieuc Capucine Clovis Corentin Côme Diane Éléonore Eudes Fanny Flavien Gaspard Gwendal Hortense Ismaël Jeanne Joris Kenza Léandre Lilian Lou Maud Melvin Nino Octave Perrine Quentin Rachid Rose Salomé Sixtine Tiphaine Ulysse Victor Yaël Zélie'.split(
    ' ',
  )
const FORMS = ['SARL', 'SAS', 'SASU', 'EURL', 'SELARL', 'SCOP', 'SNC', 'GIE', 'SCI', 'EARL', 'SA']
const TRADES = [
  'Ateliers',
  'Bureau',
  'Charpentes',
  'Couverture',
  'Cabinet',
  'Ferronnerie',
  'Garage',
  'Jardins',
  'Laverie',
  'Menuiserie',
  'Optique',
  'Pâtisserie',
  'Saveurs',
  'Verrerie',
  'Agence',
]
const TAILS = [
  'Conseil',
  'Habitat',
  'Ingénierie',
  'Développement',
  'Communication',
  'Logistique',
  'Patrimoine',
  'Traiteur',
  'Expertise',
  'Distribution',
  'Formation',
  'Énergies',
  'Voyages',
  'Services',
  'France',
]
const PLACES = ['du Port', 'des Halles', 'du Moulin', 'de la Gare', 'des Arceaux', 'du Vieux Pont']
const BODIES = ['Mairie de', 'Commune de', 'Ville de', 'Collège', 'Lycée', 'CCAS de', 'EHPAD', 'Université de']
const CLUBS = ['Association', 'Club', 'Comité', 'Chorale', 'Amicale', 'Cercle', 'Syndicat des copropriétaires']

const PERSONS: Way<(person: Person) => string>[] = [
  { id: 'title-first', w: 3, f: ({ civ, first, last }) => `${civ} ${first} ${last}` },
  { id: 'title-last', w: 3, f: ({ civ, first, last }) => `${civ} ${last} ${first}` },
  { id: 'last-first', w: 4, f: ({ first, last }) => `${last} ${first}` },
  { id: 'first-last', w: 4, f: ({ first, last }) => `${first} ${last}` },
  { id: 'couple', w: 2, f: ({ first, last }) => `M OU MME ${last} ${first}` },
  { id: 'couple-alone', w: 1, f: ({ last }) => `MME OU M ${last}` },
  { id: 'initial', w: 2, f: ({ first, last }) => `${last} ${first[0]}` },
  { id: 'initial-dot', w: 1, f: ({ first, last }) => `${first[0]}. ${last}` },
  { id: 'cut', w: 1, f: ({ first, last }) => `${last} ${first.slice(0, 4)}` },
  { id: 'whole-title', w: 1, f: ({ civ, first, last }) => `${civ === 'M' ? 'MONSIEUR' : 'MADAME'} ${last} ${first}` },
  { id: 'glued', w: 0.5, f: ({ first, last }) => `${last}${first}` },
]
const COMPANIES: (Way<(client: Client) => string> & { readonly info: string })[] = [
  { id: 'core', w: 5, info: 'full', f: ({ core }) => core },
  { id: 'form-first', w: 4, info: 'full', f: ({ core, form }) => `${form} ${core}`.trim() },
  { id: 'form-last', w: 3, info: 'full', f: ({ core, form }) => `${core} ${form}`.trim() },
  { id: 'with-town', w: 1, info: 'full', f: ({ core, city }) => `${core} ${capitals(city)}` },
  { id: 'society', w: 0.6, info: 'full', f: ({ core }) => `SOCIETE ${core}` },
  { id: 'and', w: 0.6, info: 'full', f: ({ core }) => core.replace(/ et /g, ' & ') },
  { id: 'cut-18', w: 1.5, info: 'partial', f: ({ core }) => capitals(core).slice(0, 18) },
  { id: 'cut-12', w: 0.8, info: 'partial', f: ({ core }) => capitals(core).slice(0, 12) },
  { id: 'glued', w: 0.6, info: 'partial', f: ({ core }) => capitals(core).replace(/[ '-]/g, '') },
  { id: 'account', w: 0.6, info: 'full', f: ({ core }) => `${core} COMPTE COURANT` },
  {
    id: 'short-words',
    w: 0.8,
    info: 'partial',
    f: ({ core }) =>
      capitals(core)
        .split(' ')
        .map((part, index) => (index > 0 && part.length > 6 ? part.slice(0, 4) : part))
        .join(' '),
  },
]

export type People = ReturnType<typeof inventPeople>

/** One seller's neighbourhood: how many share a surname, how firms call themselves, how banks write both. */
export function inventPeople(chance: Chance) {
  const surnames = Array.from({ length: chance.int(14, 70) }, () =>
    chance.weighted([
      [word(chance), 8],
      [`Le ${word(chance)}`, 0.6],
      [`De ${word(chance)}`, 0.4],
      [`${word(chance)}-${word(chance, 1)}`, 0.6],
    ]),
  )
  const brands = Array.from({ length: chance.int(16, 60) }, () => word(chance))
  const towns = Array.from({ length: 12 }, () => word(chance, 2))
  const firsts = chance.sample(FIRST_NAMES, chance.int(12, 36))
  const patterns: [(draw: Chance) => string, number][] = [
    [(draw) => `${draw.pick(TRADES)} ${draw.pick(surnames)}`, about(chance, 4)],
    [(draw) => `${draw.pick(brands)} ${draw.pick(TAILS)}`, about(chance, 5)],
    [(draw) => draw.pick(brands), about(chance, 1.5)],
    [(draw) => `${draw.pick(surnames)} et ${draw.pick(surnames)}`, about(chance, 0.8)],
    [(draw) => `${draw.pick(surnames)} et Fils`, about(chance, 0.6)],
    [(draw) => `${draw.pick(TRADES)} ${draw.pick(PLACES)}`, about(chance, 0.8)],
    [(draw) => `${draw.pick(brands)}${draw.pick(['tec', 'lab', 'pro', 'web', 'bat'])}`, about(chance, 1)],
    [(draw) => `L’Atelier de ${draw.pick(brands)}`, about(chance, 0.5)],
    [(draw) => draw.letters(draw.int(3, 4)), about(chance, 0.4)],
  ]
  const person = (draw: Chance): Person => ({
    civ: draw.pick(['M', 'MME']),
    first: draw.pick(firsts),
    last: draw.pick(surnames),
  })
  const legal = (draw: Chance, core: string, form: string): string =>
    draw.weighted([
      [core, 4],
      [`${core} ${form}`, 3],
      [`${form} ${core}`, 3],
      [capitals(core), 1],
    ])
  const aliases = (draw: Chance): string =>
    draw.weighted([
      [`${draw.pick(surnames)} HOLDING`, 3],
      [`FINANCIERE ${draw.pick(brands)}`, 2],
      [`GROUPE ${draw.pick(brands)}`, 2],
      [`${draw.pick(brands)} ${draw.pick(TAILS)}`, 3],
      ['AFFACTURAGE DE FRANCE', 0.6],
    ])
  const institutions = [`CAF ${capitals(towns[0] ?? '')}`, `CPAM ${capitals(towns[1] ?? '')}`, 'FRANCE TRAVAIL'].concat(
    ['MUTUELLE DES ARTISANS', 'ASSURANCES REUNIES', 'DGFIP REMBOURSEMENT', 'AGIRC ARRCO', 'SNCF VOYAGEURS'],
    `SCI ${capitals(brands[0] ?? '')}`,
    `RECTORAT DE ${capitals(towns[2] ?? '')}`,
  )
  const names = {
    person,
    tradeName: (draw: Chance, { first, last }: Person) =>
      draw.weighted([
        [`${first} ${last}`, 4],
        [`${draw.pick(TRADES)} ${last}`, 2],
      ]),
    client(kind: string, draw: Chance): Client {
      const city = draw.pick(towns)
      const siren = `${draw.int(3, 9)}${draw.digits(8)}`
      if (kind === 'person') {
        const { civ, first, last } = person(draw)
        const name = draw.weighted([
          [`${first} ${last}`, 4],
          [`${last} ${first}`, 2],
          [`${civ} ${first} ${last}`, 1],
        ])
        return { person: { civ, first, last }, name, core: `${first} ${last}`, form: '', city }
      }
      if (kind === 'public' || kind === 'association') {
        const core = `${draw.pick(kind === 'public' ? BODIES : CLUBS)} ${draw.pick(kind === 'public' ? towns : brands)}`
        return { core, form: '', name: core, city, ...(draw.bool(0.7) && { siren }) }
      }
      if (kind === 'foreign') {
        const core = `${word(draw)} ${draw.pick(['Trading', 'Media', 'Holding', 'Design', 'Labs'])}`
        const form = draw.pick(['Ltd', 'GmbH', 'Srl', 'BV', 'SL', 'Inc'])
        return { core, form, name: `${core} ${form}`, city, foreign: true }
      }
      const core = draw.weighted(patterns)(draw)
      const form = draw.pick(FORMS)
      return { core, form, name: legal(draw, core, form), city, siren }
    },
    alias(client: Client, draw: Chance) {
      if (client.kind === 'public') {
        const core = draw.pick([`TRESORERIE ${capitals(client.city)}`, `SGC ${capitals(client.city)}`, 'DRFIP PAIERIE'])
        return { name: core, core, kind: 'treasury' }
      }
      if (client.person) return { name: 'relative', person: person(draw), kind: 'relative' }
      const core = capitals(aliases(draw))
      return { name: core, core, form: draw.bool(0.3) ? 'SAS' : '', kind: 'other' }
    },
    institution: (draw: Chance) => draw.pick(institutions),
  }
  const persons = someOf(chance, PERSONS, 7)
  return {
    names,
    towns,
    surnames,
    nameStyles: {
      person: persons.map(({ f }) => f),
      company: [({ core, form }: Client) => `${core} ${form}`.trim(), ({ core }: Client) => core],
      companyW: chance.sample(COMPANIES, 8).map((way) => ({ ...way, w: about(chance, way.w) })),
    },
    stranger: (draw: Chance) => plain(draw.pick(persons).f(person(draw))),
  }
}
