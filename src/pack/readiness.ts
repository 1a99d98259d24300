/** Findings in; out, whether the director may sign, and if not why not. */
import { type Finding, stages } from '../findings/finding.ts'

export interface Readiness {
  readonly isReady: boolean
  /** Full sentences, gravest first; empty when ready. */
  readonly reasons: readonly string[]
  /** The errors that stop signing. */
  readonly errors: readonly Finding[]
  /** How many questions that signing waits for have no answer. */
  readonly open: number
}

const isBySignOff = ({ stage = 'in_principle' }: Finding): boolean =>
  stages.indexOf(stage) <= stages.indexOf('sign_off')

/**
 * A pack is ready when no error and no open question stands at sign-off or before. A warning is for the director to weigh
 * and stops nothing.
 */
export function readinessOf(findings: readonly Finding[]): Readiness {
  const due = findings.filter(isBySignOff)
  const errors = due.filter(f => f.severity === 'error')
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
