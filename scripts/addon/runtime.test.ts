import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { buildAddon } from '../build-addon.ts'
import { buildSplit } from './annex.ts'
import { freeNames } from './free-names.ts'

/** `Code.js`, and each room of its annex as the function that it is evaluated as. */
let code = ''
let tree: ts.SourceFile
beforeAll(async () => {
  const [built, { rooms }] = await Promise.all([buildAddon(), buildSplit('sheets-addon/src/main.ts')])
  code = [built.code, ...rooms.map((room) => `(()=>{${room.code}})();`)].join('\n')
  tree = ts.createSourceFile('Code.js', code, ts.ScriptTarget.ES2022)
}, 120_000)

function nodes(where: (node: ts.Node) => boolean): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (where(node)) found.push(node.getText(tree).slice(0, 60))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

test('neither Code.js nor its annex holds syntax at which a push to Apps Script stops', () => {
  // Ground truth 21; clasp#907: class fields; React-Google-Apps-Script#236: 10n.
  expect(nodes(ts.isPrivateIdentifier)).toEqual([])
  expect(nodes(ts.isPropertyDeclaration)).toEqual([])
  expect(nodes(ts.isClassStaticBlockDeclaration)).toEqual([])
  expect(nodes(ts.isBigIntLiteral)).toEqual([])
})

test('neither calls a method newer than ES2022, and none later than 2020 but these', () => {
  const later = /\.(at|hasOwn|replaceAll)\(/g
  const newer =
    /\.(findLast|findLastIndex|toReversed|toSorted|toSpliced|groupBy|fromAsync|withResolvers|isWellFormed|toWellFormed)\(/g
  expect([...new Set(code.match(newer))]).toEqual([])
  expect([...new Set(code.match(later))].sort()).toEqual(['.at(', '.hasOwn(', '.replaceAll('])
})

/** What Apps Script lends: named in sheets-addon/src/google only. */
const services =
  /^(Charts|Drive|HtmlService|LockService|MailApp|PropertiesService|ContentService|ScriptApp|SpreadsheetApp|Utilities|console)$/
/** Asked for with `typeof` before any use, or left by the cuts of jsPDF (pages.test.ts). */
const guarded = [
  'PDFSecurity',
  'ShadingPattern',
  'TextEncoder',
  'TilingPattern',
  'atob',
  'decodeColorString',
  'encodeColorString',
  'putShadingPattern',
  'putTilingPattern',
  'self',
  'window',
]

test('both count on ECMAScript and on Google’s services, and on nothing of a browser or of Node', () => {
  const foreign = freeNames(code, 'lib.es2022.d.ts').filter((name) => !services.test(name))
  expect(foreign).toEqual(guarded)
}, 60_000)
