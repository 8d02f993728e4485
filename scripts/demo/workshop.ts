/** The add-on's workbook for the extension's stories, which may not enter the other shell. */
export type { Emulator, EmulatorState, WebAppServer } from '../../sheets-addon/emulator/index.ts'
export { client, done, rows, sale, workshop } from '../../sheets-addon/test/workshop.ts'
