import { join, relative } from 'node:path'
import { buildAddon } from './build-addon.ts'
import { browsers, buildExtension } from './build-extension.ts'
import { buildInstaller, installerFile } from './build-installer.ts'
import { root } from './root.ts'
import { zipFolder } from './zip.ts'

/** Everything that is handed to stores and users: the add-on's dist, the page that installs it, both extensions and their zips. */
const { files } = await buildAddon()
console.log(`sheets-addon/dist: ${Object.keys(files).join(', ')}`)
await buildInstaller()
console.log(`${installerFile}: installs and updates without a terminal`)
for (const browser of browsers) {
  const folder = await buildExtension(browser)
  const zip = join(root, `extension/build/tabellion-${browser}.zip`)
  zipFolder(folder, zip)
  console.log(`${relative(root, folder)}\n${relative(root, zip)}`)
}
