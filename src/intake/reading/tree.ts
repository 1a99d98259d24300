/** The intake file as read, before the schema is asked: scalars as typed, mappings and sequences, each with its span. */

/** A stretch of the file: offsets from its start, the end not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Scalar {
  readonly type: 'scalar'
  readonly text: string
  /** How it was typed. Only plain text can be cut by a comment or mean "not answered". */
  readonly style: 'plain' | 'quoted' | 'block'
  readonly span: Span
}
export interface Mapping {
  readonly type: 'mapping'
  readonly entries: readonly Entry[]
  readonly span: Span
}
export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Node
}
export interface Sequence {
  readonly type: 'sequence'
  readonly items: readonly Node[]
  readonly span: Span
}
export type Node = Scalar | Mapping | Sequence

/** The value under a key of a node that is a mapping; undefined for any other node. */
export const valueAt = (node: Node | undefined, key: string): Node | undefined =>
  node?.type === 'mapping' ? node.entries.find(entry => entry.key === key)?.value : undefined

/** The id an item of a list is known by, if it has one that was typed. */
export function typedId(item: Node): string | undefined {
  const id = valueAt(item, 'id')
  return id?.type === 'scalar' && id.text.trim() !== '' ? id.text.trim() : undefined
}
