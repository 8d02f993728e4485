/** Every export of this file becomes a global function of the script: menus, triggers and the sidebar find them by name. */
import { showMenu } from './google/menu.ts'

export function onOpen(): void {
  showMenu()
}
