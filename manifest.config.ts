/**
 * What Tabellion may touch, once. `npm run sync` writes it into package.json (the extension, which Plasmo reads there)
 * and sheets-addon/appsscript.json; the tests compare, the built manifests included.
 */

interface ExtensionManifest {
  readonly permissions: readonly string[]
  readonly optional_host_permissions: readonly string[]
  readonly web_accessible_resources: readonly {
    readonly resources: readonly string[]
    readonly matches: readonly string[]
    readonly use_dynamic_url: boolean
  }[]
  readonly content_security_policy: { readonly extension_pages: string }
  readonly minimum_chrome_version: string
  readonly browser_specific_settings: {
    readonly gecko: {
      readonly id: string
      readonly strict_min_version: string
      readonly data_collection_permissions: { readonly required: readonly string[] }
    }
  }
}

/** https://developers.google.com/apps-script/manifest */
interface AppsScriptManifest {
  readonly timeZone: 'Europe/Paris'
  readonly runtimeVersion: 'V8'
  readonly exceptionLogging: 'STACKDRIVER'
  readonly oauthScopes: readonly string[]
  readonly dependencies: {
    readonly enabledAdvancedServices: readonly {
      readonly userSymbol: string
      readonly serviceId: string
      readonly version: string
    }[]
  }
  readonly webapp: { readonly executeAs: 'USER_DEPLOYING'; readonly access: 'ANYONE_ANONYMOUS' }
}

/** The sheet's web app answers from the first host and redirects to the second; the third is the local demonstration. */
const sheetHosts = ['https://script.google.com', 'https://script.googleusercontent.com', 'http://127.0.0.1:*'] as const

const extensionPages = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "frame-src 'self'",
  `connect-src ${sheetHosts.join(' ')}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export const extension: {
  readonly displayName: string
  readonly description: string
  readonly version: string
  readonly manifest: ExtensionManifest
} = {
  displayName: 'Tabellion',
  description: 'Facturation des micro-entrepreneurs, dans leur feuille et à côté de leur banque',
  version: '0.1.0',
  manifest: {
    // activeTab reads the page on a click; scripting injects the reader; alarms retries the outbox. No host at install.
    permissions: ['storage', 'activeTab', 'scripting', 'alarms'],
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*'],
    // The frame on the bank's page, under an address made anew at each start: no page can ask whether it is installed.
    web_accessible_resources: [
      { resources: ['tabs/frame.html'], matches: ['https://*/*', 'http://127.0.0.1/*'], use_dynamic_url: true },
    ],
    content_security_policy: { extension_pages: extensionPages },
    minimum_chrome_version: '120',
    browser_specific_settings: {
      gecko: {
        id: 'tabellion@tabellion.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
}

export const appsScript: AppsScriptManifest = {
  timeZone: 'Europe/Paris',
  runtimeVersion: 'V8',
  // Our own bugs land in the owner's project, which nobody else reads.
  exceptionLogging: 'STACKDRIVER',
  // The narrowest that work: this file only, our menu and sidebar, mail out, files we made, our own triggers.
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.send_mail',
    'https://www.googleapis.com/auth/drive.file',
    'https://www.googleapis.com/auth/script.scriptapp',
  ],
  // DriveApp would ask for the whole Drive; the advanced service is content with drive.file.
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
  // The bridge authenticates each message itself (HMAC), as the owner of the file.
  webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' },
}
