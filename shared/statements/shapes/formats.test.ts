import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']
const ofxRow = (day: string, amount: string, name: string, id: string): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>\n`
const ofxList = (account: string, list: string): string =>
  `<STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30004<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20260301<DTEND>20260331\n${list}</BANKTRANLIST></STMTRS></STMTTRNRS>\n`
const ofx = (...lists: readonly string[]): string =>
  `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1>\n${lists.join('')}</BANKMSGSRSV1></OFX>\n`
const ntry = (amount: string, sign: string, day: string, details: string, extra = ''): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><BkTxCd><Prtry><Cd>1</Cd></Prtry></BkTxCd>${extra}<NtryDtls>${details}</NtryDtls></Ntry>`
const tx = (label: string, amount = ''): string => `<TxDtls>${amount}<RmtInf><Ustrd>${label}</Ustrd></RmtInf></TxDtls>`
const camt = (...statements: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>${statements
    .map(
      (entries, at) =>
        `<Stmt><Id>${at}</Id><Acct><Id><IBAN>FR763000600001123456789018${at}</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries}</Stmt>`,
    )
    .join('')}</BkToCstmrStmt></Document>`

const shapes: readonly Shape[] = [
  {
    name: 'OFX with decimal commas and thousands',
    file: ofx(
      ofxList(
        '00012345678',
        ofxRow('20260302', '+1 450,00', 'VIR ATELIER', '1') + ofxRow('20260305', '-1.120,00', 'PRLV URSSAF', '2'),
      ),
    ),
    told: ['2026-03-02 1450.00 VIR ATELIER', '2026-03-05 -1120.00 PRLV URSSAF'],
  },
  {
    name: 'OFX of two accounts',
    file: ofx(
      ofxList('1', ofxRow('20260302', '450.00', 'VIR ATELIER', '1')),
      ofxList('2', ofxRow('20260305', '-120.00', 'PRLV URSSAF', '1')),
    ),
    told: rows,
  },
  {
    name: 'OFX without its last tags',
    file: ofx(ofxList('1', ofxRow('20260302', '450.00', 'VIR ATELIER', '1'))).replace(/<\/BANKTRANLIST>[\s\S]*/, ''),
    told: ['refused: truncated-file'],
  },
  {
    name: 'OFX cut inside a row',
    file: ofx(ofxList('1', ofxRow('20260302', '450.00', 'VIR ATELIER', '1'))).replace(/<FITID>[\s\S]*/, ''),
    told: ['refused: truncated-file'],
  },
  {
    name: 'OFX with an ampersand and angle brackets in a label',
    file: ofx(
      ofxList(
        '1',
        ofxRow('20260302', '450.00', 'VIR DUPONT & FILS < 3', '1') + ofxRow('20260305', '-120.00', 'PRLV URSSAF', '2'),
      ),
    ),
    told: ['2026-03-02 450.00 VIR DUPONT & FILS < 3', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'OFX of nothing',
    file: ofx(ofxList('1', '')),
    told: [],
  },
  {
    name: 'OFX 2 with attributes and one line',
    file: `<?xml version="1.0" encoding="UTF-8" standalone="no"?><?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><ACCTID>1</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260302120000.000[+1:CET]</DTPOSTED><TRNAMT>450.00</TRNAMT><FITID>1</FITID><NAME>VIR ATELIER</NAME></STMTTRN><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260305</DTPOSTED><TRNAMT>-120.00</TRNAMT><FITID>2</FITID><NAME>PRLV URSSAF</NAME></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
    told: rows,
  },
  {
    name: 'OFX of a card whose payment is pending',
    file: ofx(ofxList('1', ofxRow('20260302', '450.00', 'VIR ATELIER', '1'))).replace(
      '</STMTRS>',
      '<BANKTRANLISTP><DTASOF>20260331<STMTTRNP><TRNTYPE>POS<DTTRAN>20260330<TRNAMT>-12.00<NAME>SNCF</STMTTRNP></BANKTRANLISTP></STMTRS>',
    ),
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-03-30 -12.00 SNCF pending'],
  },
  {
    name: 'QIF with French decimals, two-digit years, splits',
    file: '!Type:Bank\nD02/03/26\nT1.450,00\nPVIR ATELIER\nSVentes\n$1.450,00\n^\nD15/03/26\nT-120,00\nPPRLV URSSAF\nLImpôts\n^\n',
    told: ['2026-03-02 1450.00 VIR ATELIER', '2026-03-15 -120.00 PRLV URSSAF'],
  },
  {
    name: 'QIF of two accounts',
    file: '!Account\nNCourant\nTBank\n^\n!Type:Bank\nD02/03/2026\nT450.00\nPVIR ATELIER\n^\n!Account\nNCarte\nTCCard\n^\n!Type:CCard\nD15/03/2026\nT-120.00\nPSNCF\n^\n',
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-03-15 -120.00 SNCF'],
  },
  {
    name: 'QIF with iso days',
    file: '!Type:Bank\nD2026-03-02\nT450.00\nPVIR ATELIER\n^\nD2026-03-05\nT-120.00\nPPRLV URSSAF\n^\n',
    told: rows,
  },
  {
    name: 'CAMT: a batch of three, amounts in TxAmt',
    file: camt(
      ntry(
        '450.00',
        'CRDT',
        '2026-03-02',
        ['A', 'B', 'C']
          .map((name) => tx(`FACTURE ${name}`, '<AmtDtls><TxAmt><Amt Ccy="EUR">150.00</Amt></TxAmt></AmtDtls>'))
          .join(''),
        '<AddtlNtryInf>VIREMENTS</AddtlNtryInf>',
      ),
    ),
    told: ['A', 'B', 'C'].map((name) => `2026-03-02 150.00 VIREMENTS | FACTURE ${name}`),
  },
  {
    name: 'CAMT: a batch whose parts are not told',
    file: camt(
      ntry(
        '450.00',
        'CRDT',
        '2026-03-02',
        '<Btch><NbOfTxs>3</NbOfTxs></Btch>',
        '<AddtlNtryInf>REMISE CB</AddtlNtryInf>',
      ),
    ),
    told: ['2026-03-02 450.00 REMISE CB'],
  },
  {
    name: 'CAMT: two accounts and a charge taken from a foreign payment',
    file: camt(
      ntry(
        '443.20',
        'CRDT',
        '2026-03-02',
        tx(
          'INV 12',
          '<AmtDtls><InstdAmt><Amt Ccy="USD">500.00</Amt></InstdAmt><TxAmt><Amt Ccy="EUR">450.00</Amt></TxAmt></AmtDtls><Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">6.80</TtlChrgsAndTaxAmt></Chrgs>',
        ),
      ),
      ntry('120.00', 'DBIT', '2026-03-05', tx('PRLV URSSAF')),
    ),
    told: ['2026-03-02 443.20 INV 12', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'CAMT: status in a code, as from version 8, pending and informational',
    file: camt(
      ntry('450.00', 'CRDT', '2026-03-02', tx('VIR ATELIER')).replace('<Sts>BOOK</Sts>', '<Sts><Cd>BOOK</Cd></Sts>') +
        ntry('12.00', 'DBIT', '2026-03-30', tx('SNCF')).replace('<Sts>BOOK</Sts>', '<Sts><Cd>PDNG</Cd></Sts>') +
        ntry('99.00', 'DBIT', '2026-03-30', tx('INFO')).replace('<Sts>BOOK</Sts>', '<Sts><Cd>INFO</Cd></Sts>'),
    ),
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-03-30 -12.00 SNCF pending'],
    problems: ['not-executed'],
  },
  {
    name: 'a table of a page copied with tabs',
    file: 'Date\tLibellé\tMontant\n2 mars 2026\tVIR ATELIER\t450,00 €\n5 mars 2026\tPRLV URSSAF\t-120,00 €\n',
    told: rows,
  },
  {
    name: 'a page under the name of a workbook',
    file: '<html><head><meta charset="utf-8"></head><body><table><tr><td>Date</td><td>Libellé</td><td>Montant</td></tr><tr><td>02/03/2026</td><td>VIR ATELIER</td><td>450,00</td></tr></table></body></html>',
    told: ['refused: foreign-file web-page'],
  },
  {
    name: 'a sheet of Excel 2003 in XML',
    file: '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>Date</Data></Cell></Row></Table></Worksheet></Workbook>',
    told: ['refused: foreign-file xml-spreadsheet'],
  },
  { name: 'blanks alone', file: ' \r\n\r\n\t', told: ['refused: empty-file'] },
  { name: 'a mark of byte order alone', file: '\ufeff', told: ['refused: empty-file'] },
  {
    name: 'the list of clients of a program',
    file: 'Nom;Adresse;Email;Téléphone\nATELIER MARTIN;1 rue du Quai;a@example.fr;0612345678\nDUPONT;2 rue du Quai;b@example.fr;0612345679\n',
    told: ['refused: foreign-file text'],
  },
  {
    name: 'an answer that is an error',
    file: '{"error":"session_expired"}',
    told: ['refused: foreign-file json'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
