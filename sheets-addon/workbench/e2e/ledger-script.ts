/** A small script of its own: a ledger to try the grid on, and a memory of the events it received. */
import type { Bundle } from '../../emulator/index.ts'

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Essai')
    .addItem('Dire bonjour', 'sayHello')
    .addItem('Poser des questions…', 'askTwice')
    .addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('Autres').addItem('Échouer', 'fail').addItem('Faire un document', 'makeFile'))
    .addItem('Ouvrir le volet', 'openSidebar')
    .addItem('Ouvrir un dialogue', 'openDialog')
    .addToUi();
}
function remember(event) { PropertiesService.getScriptProperties().setProperty('event', JSON.stringify(event)); }
function onEdit(e) {
  remember({ range: e.range.getA1Notation(), value: e.value, oldValue: e.oldValue });
}
function changed(e) { if (e.changeType !== 'EDIT') remember({ change: e.changeType }); }
function sayHello() { SpreadsheetApp.getActiveSpreadsheet().toast('Ligne ' + SpreadsheetApp.getActiveSpreadsheet().getActiveCell().getRow(), 'Bonjour', 5); }
function askTwice() {
  var ui = SpreadsheetApp.getUi(), sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Ventes');
  sheet.getRange('C4').setValue(sheet.getRange('C4').getValue() + '+');
  if (ui.alert('Première', 'Continuer ?', ui.ButtonSet.YES_NO) !== ui.Button.YES) return;
  var answer = ui.prompt('Seconde', 'Votre nom ?', ui.ButtonSet.OK_CANCEL);
  sheet.getRange('C5').setValue(answer.getResponseText());
  ui.alert('Fini', 'Merci, ' + answer.getResponseText() + '.', ui.ButtonSet.OK);
}
function fail() { throw new Error('le disque est plein'); }
function makeFile() {
  var pdf = Utilities.newBlob('%PDF-1.4\\n%%EOF', 'application/pdf', 'F2026-0001.pdf');
  var file = Drive.Files.create({ name: 'F2026-0001.pdf', mimeType: 'application/pdf' }, pdf);
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Ventes').getRange('L4').setFormula('=HYPERLINK("https://drive.google.com/file/d/' + file.id + '/view";"PDF")');
  MailApp.sendEmail({ to: 'compta@dupont.example', subject: 'Facture F2026-0001', body: 'Bonjour,\\n\\nVoici la facture.', attachments: [pdf] });
}
function openSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('volet').setTitle('Volet')); }
function openDialog() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutputFromFile('volet').setWidth(320).setHeight(180), 'Dialogue'); }
function double(text) { return JSON.stringify(JSON.parse(text) * 2); }
function refuse() { throw new Error('pas maintenant'); }
function nothing() {}

function prepare(rows) {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  book.setSpreadsheetLocale('fr_FR');
  ScriptApp.newTrigger('changed').forSpreadsheet(book).onChange().create();
  var sheet = book.getSheets()[0].setName('Ventes');
  if (sheet.getMaxRows() < rows + 60) sheet.insertRowsAfter(sheet.getMaxRows(), rows + 60 - sheet.getMaxRows());
  var last = sheet.getMaxRows() - 3, names = ['Dupont SARL', 'Martin', 'Durand & Fils', 'Émile Zola'];
  sheet.setFrozenRows(3);
  sheet.getRange('A1').setValue("'Une ligne par vente.").setFontColor('#5b6275');
  sheet.getRange('A3:Z3').setBackground('#f6f7fb').setFontWeight('bold');
  var headings = ['À facturer', 'Client', 'Désignation', 'Quantité', 'Prix', 'Montant', 'Statut', 'Date', 'Détail', 'TVA', 'Nature', 'Note'];
  sheet.getRange(3, 1, 1, headings.length).setValues([headings]);
  sheet.getRange(4, 2, last, 2).setNumberFormat('@');
  sheet.getRange(4, 5, last, 2).setNumberFormat('#,##0.00');
  sheet.getRange(4, 8, last, 1).setNumberFormat('dd/mm/yyyy');
  sheet.getRange(4, 1, last, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
  sheet.getRange(4, 2, last, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(names, true).setAllowInvalid(true).build());
  sheet.getRange(4, 7, last, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Saisie', 'Facturé', 'Payé'], true).setAllowInvalid(false).build());
  sheet.getRange(4, 8, last, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(true).setHelpText('Date au format jj/mm/aaaa').build());
  var values = [];
  for (var row = 0; row < rows; row++) {
    values.push([row % 3 === 0, names[row % 4], 'Prestation ' + (row + 1), row % 5 + 1, 100 + row, '=D' + (row + 4) + '*E' + (row + 4), ['Saisie', 'Facturé', 'Payé'][row % 3], new Date(2026, row % 12, 1 + row % 28), 'détail ' + (row + 1), 0.2, 'BNC', '']);
  }
  sheet.getRange(4, 1, rows, headings.length).setValues(values);
  if (rows > 1000) sheet.getRange(4, 13, rows, 14).setValues(values.map(function (_, row) { return Array.from({ length: 14 }, function (_, column) { return 'v' + row + '-' + column; }); }));
  sheet.getRange('F2').setFormula('=SUBTOTAL(109;F4:F)').setNumberFormat('#,##0.00');
  sheet.getRange('I1:K1').shiftColumnGroupDepth(1);
  sheet.getColumnGroup(9, 1).collapse();
  sheet.setColumnWidth(3, 160);
  sheet.getRange('C6').setNote('À vérifier avec le client.');
  sheet.getRange('L5').setFormula('=HYPERLINK("#gid=' + sheet.getSheetId() + '&range=B8";"Voir")');
  sheet.getRange(4, 12, last, 1).protect().setDescription('écrit par le script').setWarningOnly(true);
  sheet.setConditionalFormatRules([
    SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$G4="Payé"').setFontColor('#1b6b3a').setBackground('#e8f5ec').setRanges([sheet.getRange('G4:G')]).build(),
  ]);
  var board = book.insertSheet('Tableau');
  board.getRange('A1:C5').setValues([['Mois', 'Facturé', 'Encaissé'], ['janv.', 1200, 900], ['févr.', 800, 1000], ['mars', 1500, 700], ['avr.', 600, 1400]]);
  board.getRange('B2:C5').setNumberFormat('#,##0 "€"');
  board.insertChart(board.newChart().setChartType(Charts.ChartType.COLUMN).addRange(board.getRange('A1:C5')).setNumHeaders(1).setPosition(7, 1, 0, 0).setOption('title', 'Facturé et encaissé').setOption('width', 560).setOption('height', 300).build());
  board.getRange('E1:G2').merge().setValue('Cellules fusionnées');
}
`

const sidebar = `<!doctype html><html lang="fr"><head><title>Volet</title></head><body>
<main><h1>Volet</h1>
<p>Essai du volet.</p>
<label>Nombre <input id="number" value="21"></label>
<button id="double">Doubler</button> <button id="refuse">Refuser</button> <button id="nothing">Rien</button>
<button id="close">Fermer ce volet</button> <a id="place" href="#gid=0&range=C9" target="_blank">Ligne 9</a>
<output id="out" aria-live="polite"></output></main>
<script>
const show = (text) => { document.getElementById('out').textContent = text };
const run = () => google.script.run.withSuccessHandler((value, user) => show(JSON.stringify(value) + ' ' + user)).withFailureHandler((error) => show(error.name + ': ' + error.message)).withUserObject('objet');
document.getElementById('double').onclick = () => run().double(document.getElementById('number').value);
document.getElementById('refuse').onclick = () => run().refuse();
document.getElementById('nothing').onclick = () => run().nothing();
document.getElementById('close').onclick = () => google.script.host.close();
</script></body></html>`

export const ledgerScript: Bundle = {
  code,
  html: { volet: sidebar },
  manifest: {
    timeZone: 'Europe/Paris',
    runtimeVersion: 'V8',
    oauthScopes: [
      'spreadsheets.currentonly',
      'script.container.ui',
      'script.send_mail',
      'drive.file',
      'script.scriptapp',
    ].map((scope) => `https://www.googleapis.com/auth/${scope}`),
    dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
  },
}
