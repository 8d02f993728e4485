import { readSupplierInvoice } from '@tabellion/shared/documents'
import { toCii } from '@tabellion/shared/documents/cii'
import { situations } from '@tabellion/shared/documents/fixtures'
import { utf8Bytes } from '@tabellion/shared/kernel'
import { expect, test } from 'vitest'
import { arithmeticSentence, receptionSentences } from './reception.ts'
import { say } from './sentences.ts'

const document = situations['franchise-business']
const xml = document ? toCii(document) : ''

test.each([
  [
    'rien qu’une image',
    'ÿØ',
    'ce fichier n’est ni un PDF ni du XML. Choisissez la facture telle que vous l’avez reçue de votre plateforme.',
  ],
  [
    'un numéro absent',
    xml.replace('<ram:ID>F2026-0042</ram:ID>', ''),
    'il manque à cette facture le numéro (BT-1). Demandez à votre fournisseur de vous l’envoyer de nouveau.',
  ],
  [
    'un autre fichier',
    '<Order/>',
    'ce fichier XML n’est pas une facture (il commence par « Order »). Choisissez le fichier de la facture.',
  ],
])('%s : %s', (_, file, sentence) => {
  const read = readSupplierInvoice(utf8Bytes(file))
  expect(read.ok ? 'lu' : say(receptionSentences, read.problem)).toBe(sentence)
})
test('a wrong sum names both amounts', () => {
  const read = readSupplierInvoice(
    utf8Bytes(xml.replace('<ram:DuePayableAmount>1200.00', '<ram:DuePayableAmount>1250.00')),
  )
  expect(read.ok && read.value.arithmetic.map(arithmeticSentence)).toEqual([
    'le net à payer est de 1\u202f250,00\u00a0€, les autres montants de la facture donnent 1\u202f200,00\u00a0€. Vérifiez avant de payer.',
  ])
})
