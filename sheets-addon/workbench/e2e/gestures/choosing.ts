import { expect } from 'vitest'
import type { Gesture } from './gesture.ts'

/** Boxes, lists and formulas. */
export const choosing: readonly Gesture[] = [
  {
    name: 'Space ticks a box',
    from: 'A5',
    hand: ({ press }) => press('Space'),
    leads: 'A5',
    cells: { A5: 'VRAI' },
    event: { range: 'A5', value: 'TRUE', oldValue: 'FALSE' },
  },
  {
    name: 'a click on a box ticks it',
    from: 'C9',
    hand: ({ cell }) => cell('A5').getByRole('checkbox').click(),
    leads: 'A5',
    cells: { A5: 'VRAI' },
    event: { range: 'A5', value: 'TRUE', oldValue: 'FALSE' },
  },
  {
    name: 'an empty box can be ticked',
    from: 'A30',
    hand: ({ press }) => press('Space'),
    leads: 'A30',
    cells: { A30: 'VRAI' },
    event: { range: 'A30', value: 'TRUE' },
  },
  {
    name: 'in a list, the first letters choose: accents and case do not matter',
    from: 'B5',
    hand: async ({ press, type }) => {
      await type('emi')
      await press('Enter')
    },
    leads: 'B6',
    cells: { B5: 'Émile Zola' },
    event: { range: 'B5', value: 'Émile Zola', oldValue: 'Martin' },
  },
  {
    name: 'in a list, Enter shows all values and arrows choose',
    from: 'G4',
    hand: async ({ page, press }) => {
      await press('Enter')
      expect(await page.getByRole('option').allTextContents()).toEqual(['Saisie', 'Facturé', 'Payé'])
      await press('ArrowDown', 'ArrowDown', 'Enter')
    },
    leads: 'G5',
    cells: { G4: 'Payé' },
    event: { range: 'G4', value: 'Payé', oldValue: 'Saisie' },
  },
  {
    name: 'in a list, a click on the arrow then on a value chooses',
    from: 'A4',
    hand: async ({ cell, page }) => {
      await cell('G4').locator('[data-list]').click()
      await page.getByRole('option', { name: 'Facturé' }).click()
    },
    leads: 'G4',
    cells: { G4: 'Facturé' },
    event: { range: 'G4', value: 'Facturé', oldValue: 'Saisie' },
  },
  {
    name: 'a name that the list does not have stays as typed, with a warning',
    from: 'B5',
    hand: async ({ cell, press, type }) => {
      await type('Nouveau client')
      await press('Enter')
      expect(await cell('B5').getAttribute('aria-invalid')).toBe('true')
    },
    leads: 'B6',
    cells: { B5: 'Nouveau client' },
    event: { range: 'B5', value: 'Nouveau client', oldValue: 'Martin' },
  },
  {
    name: 'what a strict list refuses is said where it was typed, and nothing changes',
    from: 'G5',
    hand: async ({ page, press, type }) => {
      await type('Perdu')
      await press('Enter')
      expect(await page.getByRole('alert').textContent()).toBe(
        'La cellule G5 n’accepte pas « Perdu ». Choisissez une valeur de la liste.',
      )
    },
    leads: 'G6',
    cells: { G5: 'Facturé' },
    event: null,
  },
  {
    name: 'a formula typed in the formula bar is computed',
    from: 'D5',
    hand: async ({ cell, page, press }) => {
      await page.getByLabel('Contenu de la cellule').fill('=1,5*2')
      await press('Enter')
      expect(await cell('D5').textContent()).toBe('3')
    },
    leads: 'D6',
    cells: { D5: '=1,5*2' },
    event: { range: 'D5', oldValue: '2' },
  },
  {
    name: 'while a formula is typed, a click points at a cell',
    from: 'D26',
    hand: async ({ cell, press, type }) => {
      await type('=')
      await cell('D5').click()
      await type('+')
      await cell('D6').click()
      await press('Enter')
    },
    leads: 'D27',
    cells: { D26: '=D5+D6' },
    event: { range: 'D26' },
  },
]
