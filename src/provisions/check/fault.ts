/** What the checks share: a piece of wording with what the survey saw in it, and a finding at a spot of it. */
import type { Code } from '../../findings/codes.ts'
import type { Finding } from '../../findings/finding.ts'
import type { DefinedTerm } from '../definitions.ts'
import type { Template } from '../template.ts'
import type { Spot } from '../wording/tree.ts'
import type { Seen } from './survey.ts'

/** One piece of wording and what the survey saw in it. */
export interface Surveyed {
  readonly file: string
  /** Lines of the spot are counted from here. */
  readonly firstLine: number
  readonly provision: Template | undefined
  readonly definition: DefinedTerm | undefined
  readonly seen: readonly Seen[]
}

/** A finding at a spot of wording. */
export const faultAt = (
  code: Code,
  message: string,
  where: Pick<Surveyed, 'file' | 'firstLine'>,
  spot: Spot,
): Finding => ({
  code,
  severity: 'error',
  message: `${message}.`,
  owner: 'clause_owner',
  place: { file: where.file, start: { line: where.firstLine + spot.line - 1, column: spot.column } },
})
