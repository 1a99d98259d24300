/** What every step of a merge is given: who signs its marks, and where it says what it did. */
import type { Report } from './edits.ts'
import type { Line } from './lines.ts'
import type { Signature } from './merge-words.ts'

export interface Merging {
  readonly signature: Signature
  readonly report: Report
}

/** Merges the lines of a cell as those of a document are merged. */
export type MergeLines = (
  base: readonly Line[],
  theirs: readonly Line[],
  ours: readonly Line[],
  merging: Merging,
) => readonly Line[]
