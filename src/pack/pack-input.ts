/** What every paper of a pack is made from: the answers, the agreement of the same run, and what was found in them. */
import type { Document } from '../document/nodes.ts'
import type { Numbering } from '../document/number.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import type { ConditionName } from '../intake/condition-names.ts'
import type { Settings } from '../provisions/assemble.ts'

/** What a pack is asked for with. */
export interface PackRequest {
  readonly settings: Settings
  readonly answers: Answers
  /** The agreement made in the same run, so that its numbers in the papers are those that its reader sees. */
  readonly agreement: { readonly document: Document; readonly numbering: Numbering }
  /** Everything that `concordat check` says of the intake. */
  readonly findings: readonly Finding[]
  /** The day that counts as today, as an ISO date. */
  readonly asAt: string
}

/** What the papers are printed from: the answers hold nothing that is recorded as done after that day. */
export interface PackInput extends PackRequest {
  readonly conditions: Readonly<Record<ConditionName, boolean | undefined>>
}
