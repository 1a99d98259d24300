/** Findings in; out, whether the director may sign, and if not why not. */
import { type Finding, stages } from '../findings/finding.ts'
import { isConflict } from '../intake/rules/conflicting-paths.ts'

export interface Readiness {
  readonly isReady: boolean
  /** Full sentences, gravest first; empty when ready. */
  readonly reasons: readonly string[]
  /** The errors and conflicts that stop signing. */
  readonly errors: readonly Finding[]
  /** How many questions that signing waits for have no answer. */
  readonly open: number
}

const isBySignOff = ({ stage = 'in_principle' }: Finding): boolean =>
  stages.indexOf(stage) <= stages.indexOf('sign_off')

/**
 * A pack is ready when no error, no open question and no conflict stands at sign-off or before. Any other warning is for
 * the director to weigh and stops nothing. Where answers conflict the agreement holds a mark, which nobody can sign.
 */
export function readinessOf(findings: readonly Finding[]): Readiness {
  const due = findings.filter(isBySignOff)
  const errors = due.filter(f => f.severity === 'error' || isConflict(f))
  const open = due.filter(f => f.severity === 'gap').length
  const reasons = [
    ...new Set(errors.map(f => f.message)),
    ...(open > 0
      ? [
          `${open} ${open === 1 ? 'question that signing waits for has' : 'questions that signing waits for have'} no answer.`,
        ]
      : []),
  ]
  return { isReady: reasons.length === 0, reasons, errors, open }
}
