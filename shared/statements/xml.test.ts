import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childAt, decodeEntities, readXml, textAt } from './xml.ts'

const read = (source: string) => {
  const result = readXml(source)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

test('elements are known by their local name, with attributes, text and order', () => {
  const root = read('<?xml version="1.0"?><n:a xmlns:n="urn:x" n:k="1 &amp; 2"><n:b>un</n:b><c/><b>deux</b></n:a>')
  expect(root).toMatchObject({ name: 'a', attributes: { k: '1 & 2' } })
  expect(root.children.map(({ name, text }) => [name, text])).toEqual([
    ['b', 'un'],
    ['c', ''],
    ['b', 'deux'],
  ])
  expect(textAt(root, 'b')).toBe('un')
  expect(childAt(root, 'b', 'nothing')).toBeUndefined()
})

test('comments, CDATA, instructions and entities are what they are', () => {
  const root = read('<!DOCTYPE a [<!ENTITY x "y">]><a><!-- <b> --><![CDATA[<1 & 2>]]>&#233;&#xe9;&lt;<?p ?></a>')
  expect(root.text).toBe('<1 & 2>éé<')
})

test('a > inside an attribute closes nothing', () => {
  expect(read('<a k="1>2"><b/></a>').children).toHaveLength(1)
})

test('a text that stops is truncated, one that crosses its tags is damaged', () => {
  expect(readXml('<a><b>un</b>')).toMatchObject({ ok: false, problem: { code: 'truncated' } })
  expect(readXml('<a><b')).toMatchObject({ ok: false, problem: { code: 'truncated' } })
  expect(readXml('<a><b></a></b>')).toMatchObject({ ok: false, problem: { code: 'damaged' } })
  expect(readXml('bonjour')).toMatchObject({ ok: false, problem: { code: 'damaged' } })
  expect(readXml('<a>'.repeat(200))).toMatchObject({ ok: false, problem: { code: 'damaged' } })
})

test('entities that are not known stay as they are', () => {
  expect(decodeEntities('&eacute;&nope;&#0;&amp;amp;')).toBe('é&nope;&#0;&amp;')
})

test('no text makes it throw', () => {
  const markup = fc.string({ unit: fc.constantFrom(...'<>/="\'! ?-[]&;ab\n') })
  fc.assert(fc.property(markup, (text) => ['truncated', 'damaged', undefined].includes(outcome(text))))
})

const outcome = (text: string): string | undefined => {
  const result = readXml(text)
  return result.ok ? undefined : result.problem.code
}
