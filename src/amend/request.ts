/** What the documents of an amendment are made from: two versions of one agreement, the council's settings, who and when. */
import type { HouseStyle } from '../document/house-style.ts'
import type { Document } from '../document/nodes.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { conflictingPaths } from '../intake/rules/conflicting-paths.ts'
import type { Settings } from '../provisions/assemble.ts'
import { type Conflicts, conflictsAmong } from '../provisions/conflicts.ts'

/** One version of an agreement, without open tracked changes. */
export interface Version {
  readonly document: Document
  /** The answers it was made from, where they are still known. */
  readonly answers?: Answers
  /** Its text was read from a file with no base, so nobody knows which of its words were answers. */
  readonly isAsTyped?: boolean
  /** What `concordat check` says of those answers, for the change in readiness. */
  readonly findings?: readonly Finding[]
}

/** How the clause library moved on between two versions. */
export interface LibraryMoves {
  /** Whether a template by its file, or a defined term by the id of its definition, is another now. */
  readonly isMoved: (key: string) => boolean
  /** What the older answers give with today's library; undefined where they are lost. */
  readonly reprinted?: Document
}

export interface AmendmentRequest {
  readonly before: Version
  /** The version that is to be, with any edits that were kept. */
  readonly after: Version & { readonly answers: Answers }
  /** Left out where nothing of the library moved. */
  readonly library?: LibraryMoves
  readonly settings: Settings & { readonly style: HouseStyle }
  /** Whose tracked changes the redline shows. */
  readonly author: string
  /** ISO date of those changes. */
  readonly date: string
}

/** The answers of a version that conflict, so that its documents print neither. */
export const conflictsIn = ({ findings = [] }: Partial<Version>): Conflicts =>
  conflictsAmong(conflictingPaths(findings))
