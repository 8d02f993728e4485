import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

test.each([
  ['one letter wrong', 'Dupond', 'Dupont'],
  ['two letters swapped', 'Duopnt', 'Dupont'],
  ['one letter missing', 'Brasserie du Ponnt', 'Brasserie du Pont'],
  ['two letters of a long word', 'Braserie du Ponnant', 'Brasserie du Ponant'],
  ['a slip in each word', 'Menuisrie Durnad', 'Menuiserie Durand'],
  ['no accent', 'Evenements Leo', 'Événements Léo'],
  ['an article for another', 'Brasserie de Ponant', 'Brasserie du Ponant'],
  ['no article', 'Mairie Lyon', 'Mairie de Lyon'],
  ['words joined', 'Menuiserie Legoff', 'Menuiserie Le Goff'],
  ['words swapped', 'Martin Jeanne', 'Jeanne Martin'],
  ['no legal form', 'Dupont', 'Dupont SARL'],
  ['a legal form too many', 'SARL Dupont', 'Dupont'],
  ['another legal form', 'Dupont S.A.S.', 'Dupont EURL'],
  ['a sign for a word', 'Dupont-Martin SCI', 'Dupont Martin'],
  ['only the start', 'Brasserie', 'Brasserie du Ponant'],
  ['only the family name', 'Ponant', 'Brasserie du Ponant'],
  ['a trade too many', 'Durand Fils', 'Durand'],
])('%s: « %s » is probably « %s »', (_, typed, meant) => {
  expect(nearestName(typed, ['Atelier des Halles SAS', meant, 'Zoé Quentin EI'])).toBe(meant)
})
test.each([
  ['Dupont SARL', 'Brasserie du Ponant'],
  ['Dupont SARL', 'Martin SARL'],
  ['SARL', 'Martin SARL Nord'],
  ['Dupont', 'Durant'],
  ['Martin', 'Martinelli et Fils Menuiserie'],
  ['Martinez', 'Martin'],
  ['Martin', 'Martinez'],
  ['Bernard', 'Renard'],
  ['Brasserie du Pont', 'Brasserie du Ponant'],
  ['Brasserie du Port', 'Librairie du Port'],
  ['Paul Durand', 'Pierre Durand'],
  ['Martin Plomberie et Chauffage', 'Martin'],
  ['Du', 'Brasserie du Ponant'],
  ['', 'Martin'],
  ['EI', 'Martin EI'],
])('« %s » is not « %s »', (typed, known) => {
  expect(nearestName(typed, [known])).toBeUndefined()
})
