/** What every paper of a pack is made from: the answers, the agreement of the same run, and what was found in them. */
import type { Document } from '../document/nodes.ts'
import type { Numbering } from '../document/number.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import type { ConditionName } from '../intake/condition-names.ts'
import type { Edition, Settings } from '../provisions/assemble.ts'

export interface PackInput {
  readonly settings: Settings
  readonly answers: Answers
  /** The agreement made in the same run, so that its numbers in the papers are those that its reader sees. */
  readonly agreement: { readonly document: Document; readonly numbering: Numbering }
  readonly conditions: Readonly<Record<ConditionName, boolean | undefined>>
  /** Everything that `concordat check` says of the intake. */
  readonly findings: readonly Finding[]
  readonly edition: Edition
  /** The day that counts as today, as an ISO date. */
  readonly asAt: string
}
