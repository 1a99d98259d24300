/** Two versions of a table in, one with every difference marked out: rows paired by id, then their cells. */
import { resolveBlocks } from '../changes.ts'
import type { Block, Row, Table } from '../nodes.ts'
import { align } from './align.ts'
import type { Scene } from './scene.ts'

/** Compares what stands in two cells; nothing when Word could not show it within one cell. */
export type CompareCells = (
  before: readonly Block[],
  after: readonly Block[],
  scene: Scene,
) => readonly Block[] | undefined

/** Whether anything in some blocks is marked. */
function isMarked(blocks: readonly Block[]): boolean {
  let found = false
  resolveBlocks(blocks, () => {
    found = true
    return 'keep'
  })
  return found
}

/** Compares two tables of the same columns. */
export function compareTables(before: Table, after: Table, scene: Scene, compareCells: CompareCells): Table {
  const rows = align(before.rows, after.rows, (a, b) => (a.id === b.id ? 1 : 0)).flatMap(
    (pair): readonly Row[] => {
      if (!pair.before) return [{ ...pair.after, change: scene.inserted }]
      if (!pair.after) return [{ ...pair.before, change: scene.deleted }]
      const { before: was, after: is } = pair
      const cells = is.cells.map((cell, at) => compareCells(was.cells[at]!.children, cell.children, scene))
      const isShown =
        cells.every(cell => cell !== undefined) && (!scene.isCoarse || cells.every(cell => !isMarked(cell)))
      return isShown
        ? [{ ...is, cells: cells.map((children, at) => ({ ...is.cells[at]!, children })) }]
        : [
            { ...was, change: scene.deleted },
            { ...is, change: scene.inserted },
          ]
    },
  )
  return { ...after, rows }
}
