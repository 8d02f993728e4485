/** Gives the structure of this frame without its words and figures, for the user to look at and to send, if they will. */
import { skeletonOf } from '../learn/skeleton.ts'

globalThis.tabellionCopy = () => skeletonOf(document)
