import { findBrowser } from './find-browser.ts'

/** A Firefox that is there. None is ever installed. */
export const findFirefox = (): string | undefined =>
  findBrowser({
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    usualPlaces: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  })
