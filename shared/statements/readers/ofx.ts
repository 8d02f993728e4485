import { fail, ok, type Result } from '@tabellion/shared/kernel'
import type { StatementProblem } from '../problem.ts'
import type { Format, Reading } from '../statement.ts'
import { gatherOfx } from './ofx-gather.ts'
import { forEachTag } from './ofx-tags.ts'
import type { Reader } from './reader.ts'

/** OFX 1 (SGML), OFX 2 (XML) and OFC, its ancestor in Money: the same tags, closed or not. https://financialdataexchange.org/ofx */
export const ofx: Reader = {
  recognises: (text) => {
    const head = text.slice(0, 4_000)
    return (
      /<OF[XC]>|<OF[XC]\s|^\s*OFXHEADER|<\?OFX/i.test(head) || /<STMTTRN>[\s\S]*<TRNAMT>/i.test(text.slice(0, 20_000))
    )
  },
  read: (text) => readOfx(text),
}

function readOfx(text: string): Result<Reading, StatementProblem> {
  const root = /<(OF[XC])[\s>]/i.exec(text)?.[1]?.toUpperCase()
  const format: Format = root === 'OFC' ? 'ofc' : 'ofx'
  const lineAt = lineCounter(text)
  const gathering = gatherOfx(format, lineAt)
  forEachTag(text, gathering.visit)
  const isCut = root === undefined ? gathering.isOpen() : !text.toUpperCase().includes(`</${root}>`)
  if (isCut) return fail({ code: 'truncated-file', format, line: lineAt(text.length) })
  const { sawList, ...gathered } = gathering.finish()
  if (!sawList) return fail({ code: 'damaged-file', format })
  const version = /VERSION\s*[:=]\s*"?(\d{3})/i.exec(text.slice(0, 1_000))?.[1]
  const dialect = format === 'ofc' ? 'OFC' : `OFX ${version ?? (text.startsWith('<?xml') ? '2' : '1')}`
  return ok({ format, dialect, ...gathered })
}

/** The line of a place in the text; places come in order, so that each line is counted once. */
function lineCounter(text: string): (place: number) => number {
  let line = 1
  let counted = 0
  return (place) => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < place; next = text.indexOf('\n', counted)) {
      line += 1
      counted = next + 1
    }
    return line
  }
}
