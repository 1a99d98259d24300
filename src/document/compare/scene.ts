/** What comparing needs to know besides the two things compared: who changes, and the numbers of both documents. */
import type { Change } from '../nodes.ts'
import { type Numbering, referenceText } from '../number.ts'

export interface Scene {
  readonly deleted: Change
  readonly inserted: Change
  readonly before: Numbering
  readonly after: Numbering
  /** Ids of blocks that stand elsewhere now, so that a reference to one leads to another place. */
  readonly moved: ReadonlySet<string>
  /** The id of the schedule that the things compared stand in. */
  readonly schedule?: string
  /** Paragraphs and rows that differ are replaced whole. */
  readonly isCoarse: boolean
}

/** What a reference prints and where it leads, as one text that differs when either does. */
export const referenceKey = (target: string, side: 'before' | 'after', scene: Scene): string =>
  `${target} ${referenceText(scene[side], target, scene.schedule) ?? ''}${scene.moved.has(target) ? side : ''}`
