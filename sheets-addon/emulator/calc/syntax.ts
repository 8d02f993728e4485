import type { CellValue } from './cell-value.ts'
import type { Rectangle } from './references.ts'

export type BinaryOperator = '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^'

/** A formula, read. */
export type Node =
  | { readonly kind: 'literal'; readonly value: CellValue }
  /** An argument left empty: `IF(A1;;1)`. */
  | { readonly kind: 'missing' }
  | ReferenceNode
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '%'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Node[] }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Node[])[] }

export interface ReferenceNode {
  readonly kind: 'reference'
  readonly sheet: string | undefined
  readonly rectangle: Rectangle
  /** One cell, written `A1`: it is read at once; `A1:A1` is a range. */
  readonly single: boolean
  /** It lies in the row of its formula: `rectangle` is where that was when it was read, see `rectangleFor`. */
  readonly ownRow?: true
}

/** The node and all below it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'unary':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'call':
      return node.arguments
    case 'array':
      return node.rows.flat()
    default:
      return []
  }
}
