// npm run bench -- documents: milliseconds and bytes of a document's file, in the runtime that Apps Script has.
import vm from 'node:vm'
import { pngLogo, situations, tradeDocument, tradeDocuments } from '@tabellion/shared/documents/fixtures'
import type { RenderOptions } from '@tabellion/shared/documents/pdf'
import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { build } from 'esbuild'
import { scriptOptions } from '../addon/options.ts'
import { root } from '../root.ts'

export interface PageFigure {
  readonly what: string
  readonly milliseconds: number
  readonly bytes?: number
}

type Render = (document: IssuedDocument, options?: RenderOptions) => Uint8Array

/** Each figure is the median of `rounds` fresh contexts: what one execution of the script would take. */
export async function pageFigures(rounds = 7): Promise<readonly PageFigure[]> {
  const entry = "export { renderDocument } from '@tabellion/shared/documents/pdf'"
  const { outputFiles } = await build({ ...scriptOptions, stdin: { contents: entry, resolveDir: root } })
  const script = new vm.Script(outputFiles?.[0]?.text ?? '')
  const measured = Array.from({ length: rounds }, () => oneExecution(script))
  return (measured[0] ?? []).map((figure, index) => ({
    ...figure,
    milliseconds: median(measured.map((figures) => figures[index]?.milliseconds ?? 0)),
  }))
}

function oneExecution(script: vm.Script): readonly PageFigure[] {
  const context = vm.createContext({})
  const figures: PageFigure[] = []
  const timed = <Result>(what: string, times: number, work: () => Result): Result => {
    const start = performance.now()
    const result = work()
    const milliseconds = (performance.now() - start) / times
    figures.push({ what, milliseconds, ...(result instanceof Uint8Array ? { bytes: result.length } : {}) })
    return result
  }
  timed('loading the renderer', 1, () => script.runInContext(context))
  const drawn: Render = vm.runInContext('__t.renderDocument', context)
  const render: Render = (document, options) => Uint8Array.from(drawn(document, options))
  const usual = tradeDocument('craftsman', 'standard')
  const xml = `<xml>${'<line>19,60</line>'.repeat(480)}</xml>`
  timed('first document of an execution', 1, () => render(usual))
  const all = (options?: RenderOptions): void => {
    for (const { document } of tradeDocuments) render(document, options)
  }
  all()
  timed(`each further document (mean of ${tradeDocuments.length})`, tradeDocuments.length, all)
  timed('the same with a Factur-X attachment of 9 kB', tradeDocuments.length, () =>
    all({ attachment: { xml, description: 'Factur-X' } }),
  )
  const long = situations['sixty-four-lines'] ?? usual
  timed('64 lines on three pages', 1, () => render(long))
  const logo = pngLogo(600, 160)
  timed('first with a transparent logo, 600 × 160', 1, () => render(usual, { logo }))
  timed('next with that logo', 1, () => render(usual, { logo }))
  figures.push({ what: 'usual document', milliseconds: 0, bytes: render(usual).length })
  figures.push({
    what: 'usual document, Factur-X',
    milliseconds: 0,
    bytes: render(usual, { attachment: { xml, description: 'Factur-X' } }).length,
  })
  return figures
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

export const pagesTable = (figures: readonly PageFigure[]): string =>
  [
    '| what | ms | bytes |',
    '| --- | ---: | ---: |',
    ...figures.map(
      ({ bytes, milliseconds, what }) =>
        `| ${what} | ${milliseconds ? milliseconds.toFixed(1) : ''} | ${bytes === undefined ? '' : bytes.toLocaleString('en')} |`,
    ),
  ].join('\n')
