import { readFileSync } from 'node:fs'
import { jsPDF } from 'jspdf'
import { expect, test } from 'vitest'
import { face, type Weight } from './fonts.ts'
import { isCovered } from './text.ts'

const weights: readonly Weight[] = ['regular', 'semibold']
const files = { regular: 'Inter-Regular', semibold: 'Inter-SemiBold' } as const
const advanceOf = (weight: Weight, character: string): number =>
  face(weight).advance(face(weight).glyph(character.codePointAt(0) ?? 0))

test.each(weights)('the embedded %s is the file in assets/fonts', (weight) => {
  const file = readFileSync(new URL(`../../../assets/fonts/${files[weight]}.ttf`, import.meta.url))
  expect(Buffer.from(face(weight).file, 'latin1').equals(file)).toBe(true)
})

test.each(weights)('the widths of the %s are those jsPDF writes into the file', (weight) => {
  const pdf = new jsPDF()
  pdf.addFileToVFS('a.ttf', face(weight).file)
  pdf.addFont('a.ttf', 'a', 'normal')
  pdf.setFont('a', 'normal')
  for (const character of 'AWil0€é«œ\u202f\u00a0’–Łễ²')
    expect(pdf.getStringUnitWidth(character, { doKerning: false } as never)).toBeCloseTo(
      advanceOf(weight, character) / 1000,
      6,
    )
})

test.each(weights)('figures of the %s all have the same width', (weight) => {
  expect(new Set([...'0123456789'].map((digit) => advanceOf(weight, digit))).size).toBe(1)
})

test('letters of the languages of our users, typographic signs and units are there in both weights', () => {
  const needed =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿÄÖßñÑáíóúãõåøłŁśźżąęćńčšžřďťňůěŞşğİıȘșȚțŐőŰű' +
    'ẾếỆệỗộơưđĐ0123456789€%‰°²³½¼¾×÷±≤≥≈−–—…’‘“”«»·•→←№™©®§†@&#/\\()[]{}<>|~^_`\'"!?.,;:*+-=\u00a0\u202f\u2009CO₂m⁴Ωμπ'
  expect([...needed].filter((character) => !isCovered(character))).toEqual([])
})

test('letters that would leave a hole are kerned', () => {
  const { glyph, kern } = face('semibold')
  const between = (pair: string): number => kern(glyph(pair.charCodeAt(0)), glyph(pair.charCodeAt(1)))
  expect(between('To')).toBeLessThan(-50)
  expect(between('AV')).toBeLessThan(-50)
  expect(between('nn')).toBe(0)
})
