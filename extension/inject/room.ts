import type { Guide } from '../reader/guide.ts'
import type { PageReading } from '../reader/page.ts'

/** What our scripts in one frame of a page share, in their own world: the page does not see it. */
export interface Room {
  /** Once the page has been read, and each time it is asked. */
  told(): Promise<PageReading | undefined>
  /** Is told what was read last, and each reading from now on. */
  follow(listen: (reading: PageReading, isNew: boolean) => void): void
  isFollowed?: boolean
  isLearning?: boolean
  /** The page as it would be read by this guide. */
  read(guide: Guide): PageReading | undefined
  /** What the next readings go by. */
  guide?: Guide
  /** Ends everything that stands in the page: told by the worker, or where the extension was updated and the worker is another's. */
  end(): void
  readonly signal: AbortSignal
}

/** The worker tells the scripts in pages of an origin to leave them. */
export const offFrom = (origin: string): string => `off ${origin}`

/** Our frame on the page tells the script that opened it. */
export interface FrameTold {
  readonly frame: 'here' | 'close'
}
export const isFrameTold = (message: unknown): message is FrameTold =>
  typeof message === 'object' && message !== null && 'frame' in message

declare global {
  /** Of this extension's world in the page, not of the page's own. */
  var tabellion: Room | undefined
  var tabellionCopy: (() => string) | undefined
}
