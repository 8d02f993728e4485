import { expect, test } from 'vitest'
import { formulaFunctions, toEnglishXlsx } from './xlsx.ts'

test.each([
  ['=IF(F4="";"";ROUND(G4*I4*(1-J4);2))', 'IF(F4="","",ROUND(G4*I4*(1-J4),2))'],
  ['=SUM(1,5;A1)&"a;b,c"', 'SUM(1.5,A1)&"a;b,c"'],
  ['=SUBTOTAL(109;K4:K)', 'SUBTOTAL(109,K4:K$1048576)'],
  ['=SUMIFS(Paiements!D:D;Paiements!B:B;A4)', 'SUMIFS(Paiements!D:D,Paiements!B:B,A4)'],
  ["='Livre; des, recettes'!B2:C", "'Livre; des, recettes'!B2:C$1048576"],
  ['=SUM({1,5\\2;3\\4})', 'SUM({1.5,2;3,4})'],
  ['=maxifs(A:A;B:B;VRAI)', '_xlfn.MAXIFS(A:A,B:B,TRUE)'],
  ['=FILTER(A2:A;B2:B>0)', '_xlfn._xlws.FILTER(A2:A$1048576,B2:B$1048576>0)'],
  ['=Réglages!A1', "'Réglages'!A1"],
])('%s is %s in the file', (formula, expected) => {
  expect(toEnglishXlsx(formula)).toBe(expected)
})

test('the functions a formula calls are listed once, whatever their case', () => {
  expect(formulaFunctions('=iferror(SUM(A1;sum(B1));"IF(1)")&LOG10 (2)')).toEqual(['IFERROR', 'SUM', 'LOG10'])
})
