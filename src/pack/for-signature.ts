/** Answers and their agreement in; out, whether that text waits for nothing but signatures. */
import { contentHash } from '../document/content-hash.ts'
import type { Document } from '../document/nodes.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import type { Intake } from '../intake/schema.ts'
import { lapsedApprovals } from './lapsed-approvals.ts'
import { readinessOf } from './readiness.ts'

/**
 * Whether the agreement is for signature: every director has declared, the approvals were given to this very text, and no
 * question and no error stands at sign-off or before. What goes on from a text that was signed is declared and approved anew.
 * @param answers what is recorded by now: nothing dated in the future
 * @param findAll everything that the pack is judged by; asked last, for it takes a while
 */
export function isForSignature(
  answers: Answers,
  document: Document,
  findAll: () => readonly Finding[],
): boolean {
  return (
    isDeclared(answers) &&
    lapsedApprovals(answers, contentHash(document)).length === 0 &&
    readinessOf(findAll()).isReady
  )
}

/** Whether every director has declared, and director and Legal have approved, since the last text was signed. */
function isDeclared({ intake }: Answers): boolean {
  const { declaration, approvals } = intake
  const signed = lastSigning(intake)
  const isGiven = (of: { readonly date?: string | undefined } | undefined): boolean =>
    of?.date !== undefined && (signed === undefined || of.date > signed)
  return [declaration, ...(declaration?.others ?? []), approvals?.director, approvals?.legal].every(isGiven)
}

/** The day on which the agreement was signed, or last varied. */
const lastSigning = ({ agreement_date, amendments = [] }: Intake): string | undefined =>
  [agreement_date, ...amendments.map(({ signed_on }) => signed_on)]
    .filter(date => date !== undefined)
    .sort()
    .at(-1)
