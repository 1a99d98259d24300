/** Two versions of a document in, one with every difference as a tracked change out. */
import { movedIds } from '../changes.ts'
import type { Block, Document } from '../nodes.ts'
import { numberDocument } from '../number.ts'
import { compareParts } from './blocks.ts'
import { compareCovers } from './covers.ts'
import { COVER, type GrainOf } from './grain.ts'
import type { Scene } from './scene.ts'

export interface Author {
  readonly author: string
  /** ISO date, or date and time. */
  readonly date: string
}

/**
 * Compares two versions that hold no tracked changes themselves. Accepting every change of the result gives the newer
 * version, rejecting every one the older. A reference whose number changed is a change of its own; a clause that moved is
 * deleted where it was and inserted where it is. A part of a coarser grain is not marked word by word.
 */
export function compareDocuments(
  before: Document,
  after: Document,
  { author, date }: Author,
  grainOf: GrainOf = () => 'words',
): Document {
  const scene: Scene = {
    deleted: { kind: 'deleted', author, date },
    inserted: { kind: 'inserted', author, date },
    before: numberDocument(before),
    after: numberDocument(after),
    moved: new Set(),
    isCoarse: false,
  }
  const compare = (scene: Scene): Document => ({
    ...after,
    cover: compareCovers(before.cover, after.cover, { ...scene, isCoarse: grainOf(COVER) !== 'words' }),
    body: compareBodies(before.body, after.body, scene, grainOf),
  })
  const marked = compare(scene)
  const moved = movedIds(marked.body)
  // References to what moved are only known for what they are once it is known what moved.
  return moved.size === 0 ? marked : compare({ ...scene, moved })
}

/** Clauses are compared with clauses, schedules with schedules and signatures with signatures, each in their own pages. */
function compareBodies(
  before: readonly Block[],
  after: readonly Block[],
  scene: Scene,
  grainOf: GrainOf,
): readonly Block[] {
  const [old, now] = [regionsOf(before), regionsOf(after)]
  return now.flatMap((blocks, at) => compareParts(old[at]!, blocks, scene, grainOf))
}

/** What stands before the schedules, the schedules, and what stands after them: without any, where the parties sign. */
function regionsOf(body: readonly Block[]): readonly (readonly Block[])[] {
  const isSchedule = (block: Block): boolean => block.type === 'schedule'
  const first = body.findIndex(isSchedule)
  if (first >= 0) {
    const end = body.findLastIndex(isSchedule) + 1
    return [body.slice(0, first), body.slice(first, end), body.slice(end)]
  }
  const signing = body.findIndex(({ type }) => type === 'executionBlock')
  const heading = body.findLastIndex(
    (block, at) => at < signing && block.type === 'heading' && block.level === 1,
  )
  const end = heading < 0 ? body.length : heading
  return [body.slice(0, end), [], body.slice(end)]
}
