import { layoutDocument } from './layout-1/layout.ts'

/**
 * Every layout a document may have been issued with. A released one never changes: its golden digests are compared, never
 * updated, and a new look is a new number (architecture §3, « Layouts are versions »).
 */
export const layouts = {
  1: { released: false, layout: layoutDocument },
} as const

export type LayoutNumber = keyof typeof layouts
export const latestLayout = (): LayoutNumber => 1

export const isLayoutNumber = (number: number): number is LayoutNumber => Object.hasOwn(layouts, number)
