import { expect, test } from 'vitest'
import { readXml } from './xml-node.ts'
import { select, textAt } from './xml-path.ts'

const root = (xml: string) => {
  const read = readXml(xml)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

test('elements, prefixes, attributes, entities, CDATA, comments and instructions are read', () => {
  const node = root(
    '\ufeff<?xml version="1.0"?><!-- c --><a:r xmlns:a="urn:a" xmlns="urn:d"><b x=\'1\' a:y = "&lt;&#233;&#x20AC;">t&amp;<![CDATA[<&>]]>u</b><?pi?><c/></a:r>',
  )
  expect([node.name, node.namespace]).toEqual(['r', 'urn:a'])
  expect(node.children.map(({ attributes, name, namespace, text }) => [name, namespace, attributes, text])).toEqual([
    ['b', 'urn:d', { x: '1', y: '<é€' }, 't&<&>u'],
    ['c', 'urn:d', {}, ''],
  ])
})
test.each([
  ['nothing', ''],
  ['text alone', 'abc'],
  ['an element left open', '<a><b></b>'],
  ['elements crossed', '<a><b></a></b>'],
  ['two roots', '<a/><b/>'],
  ['text after the root', '<a/>x'],
  ['an unknown entity', '<a>&eacute;</a>'],
  ['a bare ampersand', '<a>R&D</a>'],
  ['an unknown prefix', '<x:a/>'],
  ['an attribute without quotes', '<a b=c/>'],
  ['a closing without opening', '</a>'],
])('%s is broken, with the place', (_, xml) => {
  const read = readXml(xml)
  expect(read).toMatchObject({ ok: false, problem: { code: 'broken-xml', at: expect.any(Number) } })
})
test('a document type is refused before it can define anything', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'
  expect(readXml(bomb)).toEqual({ ok: false, problem: { code: 'xml-with-doctype' } })
})
test('a path keeps what its condition says, and falls back', () => {
  const node = root('<r><a k="1">x</a><a k="2">y</a><p><t>VAT</t><v>7</v></p><p><t>OTH</t><v>8</v></p></r>')
  expect(textAt(node, 'a[@k=2]')).toBe('y')
  expect(textAt(node, 'p[t=VAT]/v')).toBe('7')
  expect(textAt(node, 'z|p/v')).toBe('7')
  expect(select(node, 'p/v').map(({ text }) => text)).toEqual(['7', '8'])
  expect(textAt(node, 'z')).toBeUndefined()
})
