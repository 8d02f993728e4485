import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { assumptionSentence, rowSentence, statementSentence } from './french.ts'
import { readStatements } from './read.ts'
import { transactionsOf } from './transactions.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const read = (file: string) => readStatements(readFileSync(join(fixtures, file)), { today: day('2026-03-31') })

test('each refusal says what the file is and what to do, in whole French sentences', () => {
  const sentences = readdirSync(join(fixtures, 'refused')).map((file) => {
    const result = read(`refused/${file}`)
    return result.ok ? `${file} was read` : `${file}: ${statementSentence(result.problem)}`
  })
  for (const sentence of sentences) expect(sentence).toMatch(/: [A-ZÉ].*\.$/)
  expect(sentences).toMatchInlineSnapshot(`
    [
      "accounts.json: Ce fichier contient des données JSON, pas un relevé de banque. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "either-order.csv: Dans ce fichier CSV, rien ne dit si « 03/04/2025 » commence par le jour ou par le mois. Indiquez-le, ou téléchargez le même relevé en CSV ou en OFX.",
      "either-order.qif: Dans ce fichier QIF, rien ne dit si « 03/04/2025 » commence par le jour ou par le mois. Indiquez-le, ou téléchargez le même relevé en CSV ou en OFX.",
      "empty.csv: Ce fichier est vide. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "fec.txt: Ce fichier est un export d’écritures comptables (journal, grand livre ou FEC), pas un relevé de banque. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "invoice.xml: Ce fichier est une facture électronique, pas un relevé de banque. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "invoices.csv: Ce fichier est une liste de factures ou d’échéances, pas un relevé de banque. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "letter.docx: Ce fichier est un document de traitement de texte, pas un relevé. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "letter.txt: Ce fichier ne contient aucune liste d’opérations avec une date et un montant. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "libreoffice.ods: Ce fichier est un classeur LibreOffice, Numbers ou Excel binaire. Enregistrez-le en .xlsx ou en CSV. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "locked-excel.xlsx: Ce classeur est protégé par un mot de passe. Ouvrez-le, enregistrez-le sans mot de passe (ou en CSV), puis recommencez.",
      "login-page.csv: Ce fichier est la page de connexion de la banque : la session avait expiré pendant le téléchargement. Reconnectez-vous, puis recommencez. Sur le site de BNP Paribas, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV.",
      "mail.eml: Ce fichier est un e-mail, pas un relevé. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "old-excel.xls: Ce fichier est un ancien classeur Excel (.xls). Enregistrez-le en .xlsx ou en CSV. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "only-bad-rows.csv: Aucune des 2 lignes de ce fichier CSV n’a pu être lue. La première : ligne 2 : « 31/02/2026 » n’est pas une date ; l’opération « VIR GALERIE DU QUAI » n’a pas été reprise.",
      "picture.csv: Ce fichier est une image, pas un relevé. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "pictures.zip: Ce fichier est une image, pas un relevé. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "statement.pdf: Ce fichier est un PDF : un relevé à lire, sans les données des opérations. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated-amount.csv: Ce fichier CSV est incomplet : il s’arrête à la ligne 5. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated-cell.csv: Ce fichier CSV est incomplet : il s’arrête à la ligne 5. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated-cfonb.txt: Ce fichier CFONB 120 est incomplet : il s’arrête à la ligne 8. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated-in-quotes.csv: Ce fichier CSV est incomplet : il s’arrête avant sa fin. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated.ofx: Ce fichier OFX est incomplet : il s’arrête à la ligne 1. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated.qif: Ce fichier QIF est incomplet : il s’arrête à la ligne 2. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated.sta: Ce fichier MT940 est incomplet : il s’arrête à la ligne 13. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated.xlsx: Ce fichier ZIP est abîmé ou n’est pas un relevé. Rien n’en a été repris. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "truncated.xml: Ce fichier CAMT.053 est incomplet : il s’arrête avant sa fin. Rien n’en a été repris. Téléchargez-le de nouveau. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "web-page.csv: Ce fichier est une page web enregistrée, quel que soit son nom, pas un relevé. Sur le site de Crédit Agricole, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV ou Excel (.xlsx).",
    ]
  `)
})

test('each row left out is named with its reason, and each assumption shown', () => {
  const files = [
    'csv/rejected-rows.csv',
    'csv/balance-break.csv',
    'csv/unknown-headings.csv',
    'ofx/unsigned-deferred-card.ofx',
    'zip/two-camt-and-a-notice.zip',
    'csv/pending-and-declined.csv',
    'ofx/lost-tags-and-bad-rows.ofx',
    'qif/month-first-told-by-labels.qif',
  ]
  const sentences = files.flatMap((file) => {
    const result = read(file)
    return result.ok
      ? result.value.flatMap((statement) => [
          ...transactionsOf(statement).problems.map(rowSentence),
          ...statement.assumed.map(assumptionSentence),
        ])
      : []
  })
  expect(sentences).toMatchInlineSnapshot(`
    [
      "Ligne 3 : « 32/03/2026 » n’est pas une date ; l’opération « CB PAPETERIE LENOIR » n’a pas été reprise.",
      "Ligne 4 : « illisible » n’est pas un montant ; l’opération « PRLV ENERGIE VERTE » n’a pas été reprise.",
      "Ligne 5 : l’opération « PRLV NUAGE HEBERGEMENT » n’a pas de montant et n’a pas été reprise.",
      "Ligne 6 : « -1,234 » n’est pas un montant ; l’opération « FRAIS » n’a pas été reprise.",
      "Ligne 7 : « Fin de la liste » n’est pas une opération (ni date ni montant).",
      "Dates lues jour puis mois, à la française.",
      "Ligne 4 : le solde imprimé est 1 265,00 €, les opérations donnent 1 290,00 €. Il manque peut-être des lignes : vérifiez cette période.",
      "Dates lues jour puis mois, à la française.",
      "Titres de la ligne 1 compris ainsi : « Quand » = date, « Quoi donc » = libellé, « Parti » = débit, « Venu » = crédit et « Reste » = solde.",
      "Dates lues jour puis mois, à la française.",
      "Ligne 21 : « ACHAT CB PAPETERIE LENOIR 04.03.26 » est inscrite comme un encaissement de 42,10 €, mais c’est un achat. Elle ne sera rapprochée d’aucune facture.",
      "Ligne 28 : « ACHAT CB LE PHARE 05.03.26 » est inscrite comme un encaissement de 31,00 €, mais c’est un achat. Elle ne sera rapprochée d’aucune facture.",
      "« lisez-moi.txt », dans l’archive : ce fichier ne contient aucune liste d’opérations avec une date et un montant. Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.",
      "Ligne 5 : l’état est « ANNULÉ », l’argent n’a pas bougé ; l’opération « Virement à Nuage Hosting » n’a pas été reprise.",
      "Date prise dans « Date de début », car « Date de fin » est vide sur des lignes en attente.",
      "Ligne 34 : l’opération « SANS DATE » n’a pas de date et n’a pas été reprise.",
      "Ligne 39 : « 20260231 » n’est pas une date ; l’opération « 30 FEVRIER » n’a pas été reprise.",
      "Ligne 45 : « 8,4x » n’est pas un montant ; l’opération « ILLISIBLE » n’a pas été reprise.",
      "Ligne 51 : sans date de comptabilisation, la date de l’opération (18/03/2026) a été prise.",
      "Dates lues mois puis jour, d’après une date écrite dans un libellé.",
      "Devise non indiquée : EUR supposé.",
    ]
  `)
})
