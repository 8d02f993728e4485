import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  drafts,
  jpegLogo,
  kinds,
  lifeDocument,
  lives,
  pngLogo,
  presets,
  quotes,
  situations,
  tradeDocument,
} from '@tabellion/shared/documents/fixtures'
import { type RenderOptions, renderDocument } from '@tabellion/shared/documents/pdf'
import type { IssuedDocument, PrintedDocument } from '@tabellion/shared/invoicing'
import { type Bitmap, composed, halved, palettePng, parsePpm } from './pictures/bitmap.ts'
import { extensionSheet } from './pictures/extension.ts'
import { paneSheets } from './pictures/panes.ts'
import { unpaidPapers } from './pictures/unpaid-papers.ts'
import { root } from './root.ts'

// npm run pictures: every trade preset × kind of document, then the awkward cases, at 110 dpi on contact sheets.
// build/pictures/ has them in full; docs/pictures/ has the reduced sheets that are committed. Look at them. Some of them only:
// npm run pictures -- quotes unpaid

const DPI = 110
const REDUCED_DPI = 38
/** A page that the guide has one read. */
const READING_DPI = 66
const MOST_BYTES = 400_000

/** The pages of a PDF as poppler draws them. */
function rasterize(pdf: Uint8Array, dpi: number): readonly Bitmap[] {
  const folder = mkdtempSync(join(tmpdir(), 'tabellion-pictures-'))
  try {
    writeFileSync(join(folder, 'document.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', String(dpi), join(folder, 'document.pdf'), join(folder, 'page')])
    const pages = execFileSync('pdfinfo', [join(folder, 'document.pdf')], { encoding: 'utf8' })
    const count = Number(/^Pages:\s+(\d+)/m.exec(pages)?.[1])
    const digits = String(count).length
    return Array.from({ length: count }, (_, index) =>
      parsePpm(readFileSync(join(folder, `page-${String(index + 1).padStart(digits, '0')}.ppm`))),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Shown = {
  /** All pages instead of the first. */
  readonly whole?: boolean
} & ({ readonly document: PrintedDocument; readonly options?: RenderOptions } | { readonly pdf: Uint8Array })

const names = process.argv.slice(2)
const wanted = (name: string): boolean => names.length === 0 || names.includes(name)

function sheet(name: string, rows: readonly (readonly Shown[])[]): void {
  if (!wanted(name)) return
  const pictures = (dpi: number): Bitmap =>
    composed(
      rows.map((row) =>
        row.flatMap((shown) => {
          const pages = rasterize('pdf' in shown ? shown.pdf : renderDocument(shown.document, shown.options), dpi)
          return shown.whole ? pages : pages.slice(0, 1)
        }),
      ),
      24,
    )
  write(`build/pictures/${name}.png`, pictures(DPI))
  // Drawn at twice its size, so that the halved letters keep their weight.
  write(`docs/pictures/${name}.png`, halved(pictures(2 * REDUCED_DPI)))
}

function write(file: string, bitmap: Bitmap): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  const png = palettePng(bitmap)
  if (file.startsWith('docs/') && png.length > MOST_BYTES) throw new Error(`${file} would be ${png.length} bytes`)
  writeFileSync(join(root, file), png)
  console.log(`${file}  ${bitmap.width} × ${bitmap.height}  ${png.length.toLocaleString('en')} bytes`)
}

if (spawnSync('pdftoppm', ['-v']).error) {
  console.error('pdftoppm is missing: install poppler (Debian: apt-get install poppler-utils) and run this again.')
  process.exit(3)
}

sheet('quotes', [Object.values(quotes).map((document) => ({ document, whole: true }))])

sheet(
  'documents',
  kinds.map((kind) => presets.map((preset) => ({ document: tradeDocument(preset, kind) }))),
)
const row = (life: (typeof lives)[number]): readonly Shown[] =>
  presets.map((preset) => ({ document: lifeDocument(preset, life) }))
sheet('documents-credits', lives.filter((life) => life.startsWith('credit')).map(row))
sheet('documents-balances', [
  ...lives.filter((life) => !life.startsWith('credit')).map(row),
  presets.map((preset) => ({ document: tradeDocument(preset, 'standard'), options: { duplicate: true } })),
])
const situation = (name: string): IssuedDocument => {
  const document = situations[name]
  if (document === undefined) throw new Error(`no situation ${name}`)
  return document
}
const wide = pngLogo(600, 160)
const square = pngLogo(400, 400)
sheet('documents-special', [
  [
    { document: tradeDocument('creative', 'standard'), options: { logo: square } },
    { document: tradeDocument('consultant', 'balance'), options: { logo: wide, duplicate: true } },
    { document: drafts['draft-vat'] ?? situation('vat-standard') },
    { document: situation('consumer-paid-by-card') },
    { document: situation('eu-service') },
    { document: situation('vat-allowances-two-rates') },
  ],
  [
    { document: situation('very-long-texts'), whole: true },
    { document: situation('sixty-four-lines'), options: { logo: jpegLogo }, whole: true },
  ],
  [
    { document: situation('with-text-lines') },
    { document: situation('reunion-service') },
    { document: situation('taxed-and-exempt') },
    { document: situation('replaces-a-credited-invoice') },
    { document: situation('public-buyer') },
    { document: situation('direct-debit') },
  ],
])

if (wanted('invoice')) {
  const [page] = rasterize(renderDocument(tradeDocument('craftsman', 'standard'), { logo: wide }), DPI)
  if (page) write('docs/pictures/invoice.png', page)
}

// What is said of an unpaid invoice: the letters to a business, a consumer and a public body, then the whole file of a job.
if (wanted('unpaid')) {
  const { file, letters, notice } = unpaidPapers()
  const [business = [], consumer = [], administration = []] = letters.map((each) => each.map((pdf) => ({ pdf })))
  sheet('unpaid', [
    [...business, ...consumer],
    [...administration, { pdf: notice, whole: true }],
    [{ pdf: file, whole: true }],
  ])
  const reading = (pages: readonly Bitmap[]): Bitmap => halved(composed([pages], 24))
  write('docs/pictures/formal-notice.png', reading(rasterize(notice, 2 * READING_DPI).slice(0, 2)))
  const pages = rasterize(file, 2 * READING_DPI)
  write('docs/pictures/unpaid-file.png', reading([...pages.slice(0, 1), ...pages.slice(-1)]))
}

await paneSheets(wanted)
if (wanted('extension')) await extensionSheet()
