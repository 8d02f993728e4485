import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zlibSync } from 'fflate'
import { root } from '../root.ts'

// assets/fonts/Inter-*.ttf → shared/documents/pdf/fonts/*.generated.ts: text that any bundler and the bare runtime can carry.
// Deflated, because two fonts as plain base64 would weigh 45 kB more in Code.js.
for (const weight of ['Regular', 'SemiBold']) {
  const file = `assets/fonts/Inter-${weight}.ttf`
  const packed = Buffer.from(zlibSync(readFileSync(join(root, file)), { level: 9 })).toString('base64')
  const target = `shared/documents/pdf/fonts/inter-${weight.toLowerCase()}.generated.ts`
  const text = `// Generated from ${file} by scripts/fonts/embed.ts: the TrueType file, deflated (zlib), in base64.\nexport const inter${weight}: string =\n  '${packed}'\n`
  writeFileSync(join(root, target), text)
  console.log(`${target}  ${text.length.toLocaleString('en')} bytes`)
}
