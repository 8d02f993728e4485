import { fail, ok, type Result, sha256Hex, utf8Bytes } from '@tabellion/shared/kernel'
import { asciiText, fromBase64Url, toBase64Url } from './base64url.ts'

/** Which way a block goes: requests to the sheet, answers to the extension. */
export type BlockKind = 'requests' | 'answers'

export type BlockProblem = {
  readonly code: 'no-block' | 'block-cut' | 'block-of-another-version' | 'block-goes-the-other-way'
}

const HEADS: Readonly<Record<BlockKind, string>> = { requests: 'DEMANDES', answers: 'RÉPONSES' }
const WIDTH = 76
/** A year of answers to `pull` is far below. */
const MOST_CHARACTERS = 4_000_000

/** The very messages of the web app, one a line, in letters that survive a mail, a chat or a file. */
export function blockOf(kind: BlockKind, messages: readonly string[]): string {
  const body = toBase64Url(utf8Bytes(messages.join('\n')))
  const lines = body.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? []
  return [`----- TABELLION 1 ${HEADS[kind]} -----`, ...lines, `----- FIN ${checkOf(body)} -----`, ''].join('\n')
}

/** As pasted or opened: what stands around the block, quote marks and line breaks within do not matter. */
export function readBlock(kind: BlockKind, pasted: string): Result<readonly string[], BlockProblem> {
  const text = pasted.slice(0, MOST_CHARACTERS)
  const head = /-{3,}\s*TABELLION\s+(\d+)\s+(DEMANDES|R[ÉE]PONSES)\s*-{3,}/i.exec(text.normalize('NFC'))
  if (!head) return fail({ code: 'no-block' })
  if (head[1] !== '1') return fail({ code: 'block-of-another-version' })
  if (/^d/i.test(head[2] ?? '') !== (kind === 'requests')) return fail({ code: 'block-goes-the-other-way' })
  const rest = text.normalize('NFC').slice(head.index + head[0].length)
  const foot = /-{3,}\s*FIN\s+([0-9a-f]{8})\s*-{3,}/i.exec(rest)
  if (!foot) return fail({ code: 'block-cut' })
  const body = rest.slice(0, foot.index).replace(/[^\w-]/g, '')
  const bytes = foot[1]?.toLowerCase() === checkOf(body) ? fromBase64Url(body) : undefined
  if (!bytes) return fail({ code: 'block-cut' })
  return ok(
    asciiText(bytes)
      .split('\n')
      .filter((line) => line !== ''),
  )
}

const checkOf = (body: string): string => sha256Hex(body).slice(0, 8)
