/** Every export of this file becomes a global function of the script: menus, triggers and the sidebar find them by name. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('Tabellion').addToUi()
}
