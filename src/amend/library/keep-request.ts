/** What keeping an older wording is given: three printings of one agreement, and what is known of the library then and now. */
import type { Block, Document } from '../../document/nodes.ts'

export interface KeepRequest {
  /** What the Word file was generated as, and what the answers give with today's library. */
  readonly base: Document
  readonly ours: Document
  /** What the older answers give with today's library; undefined where they are lost. */
  readonly reprinted?: Document
  /** Whether a template, or a defined term by the id of its definition, is another than the base was made with. */
  readonly isMoved: (key: string) => boolean
  /** Whether an answer is certain to be what it was when the base was made, by its path. */
  readonly isUnchanged: (path: string) => boolean
  /**
   * What of the agreement's conditions turned since the base was made, each as words that go on after "whether". What an older
   * template made of them nobody can know.
   */
  readonly turned: readonly string[]
  /** Whether the older library had it at all. */
  readonly wasKnown: (key: string) => boolean
  /** Whether today's library has it. */
  readonly isKnown: (key: string) => boolean
  /** The ids of the definitions that some words use, by today's library. */
  readonly usedIn: (words: string) => ReadonlySet<string>
}

/** Which wording of a provision or a definition stands; no blocks where none does. */
export interface Choice {
  readonly use: 'base' | 'ours'
  readonly blocks: readonly Block[]
  /** Why the new wording stands, or why nobody can tell whether the older one still fits. */
  readonly why?: string
}
