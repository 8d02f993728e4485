/** What a new sheet's rows and columns measure, in pixels, as in Google Sheets. */
export const ROW_HEIGHT = 21
export const COLUMN_WIDTH = 100
