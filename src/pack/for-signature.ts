/** Answers and their agreement in; out, whether that text waits for nothing but signatures. */
import { contentHash } from '../document/content-hash.ts'
import type { Document } from '../document/nodes.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { lapsedApprovals } from './lapsed-approvals.ts'
import { readinessOf } from './readiness.ts'

/**
 * Whether the agreement is for signature: every director has declared, the approvals were given to this very text, and no
 * question and no error stands at sign-off or before.
 * @param answers what is recorded by now: nothing dated in the future
 * @param findAll finds the gaps and what the rules say; asked last, for it takes a while
 */
export function isForSignature(
  answers: Answers,
  document: Document,
  findAll: () => readonly Finding[],
): boolean {
  const { declaration, approvals, agreement_date } = answers.intake
  if (agreement_date !== undefined || declaration?.date === undefined) return false
  if ((declaration.others ?? []).some(({ date }) => date === undefined)) return false
  if (approvals?.director?.date === undefined || approvals.legal?.date === undefined) return false
  if (lapsedApprovals(answers, contentHash(document)).length > 0) return false
  return readinessOf(findAll()).isReady
}
