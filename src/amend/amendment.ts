/** Two versions of one agreement: what the documents of an amendment are made from, and what is made. */
import type { HouseStyle } from '../document/house-style.ts'
import type { Document } from '../document/nodes.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import type { Settings } from '../provisions/assemble.ts'

/** One version of an agreement, without open tracked changes. */
export interface Version {
  readonly document: Document
  /** The answers it was made from, where they are still known. */
  readonly answers?: Answers
}

export interface AmendmentRequest {
  readonly before: Version
  /** The version that is to be, with any edits that were kept. */
  readonly after: Version & { readonly answers: Answers }
  readonly settings: Settings & { readonly style: HouseStyle }
  /** Whose tracked changes the redline shows. */
  readonly author: string
  /** ISO date of those changes. */
  readonly date: string
}

/** A Word file to be written. */
export interface AmendmentFile {
  readonly name: string
  readonly document: Document
  readonly bytes: Uint8Array
}

export interface Amendment {
  /** False when both versions read the same: then there is nothing to write, and no variation is needed. */
  readonly isChanged: boolean
  /** Before against after, with every difference as a tracked change. */
  readonly marked: Document
  /** Redline, schedule of changes and, of a signed agreement, the instrument of variation. */
  readonly files: readonly AmendmentFile[]
  readonly findings: readonly Finding[]
}
