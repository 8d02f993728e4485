/** The menu of the spreadsheet. */
export function showMenu(): void {
  SpreadsheetApp.getUi().createMenu('Tabellion').addToUi()
}
