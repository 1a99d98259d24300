/** The answers of an intake in, its agreement as a numbered document out, with what rules found where answers conflict. */
import type { Document } from '../document/nodes.ts'
import { type Numbering, numberDocument } from '../document/number.ts'
import { brokenReferences } from '../document/references.ts'
import { type Finding, InternalError } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { asRecorded } from '../intake/as-recorded.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { findGaps } from '../intake/gaps.ts'
import { conflictingPaths, isConflict } from '../intake/rules/conflicting-paths.ts'
import { conflictRules, otherRules, runRules } from '../intake/rules/run-rules.ts'
import { isForSignature } from '../pack/for-signature.ts'
import { assembleAgreement, type Edition, instrumentOf } from '../provisions/assemble.ts'
import { conflictsAmong } from '../provisions/conflicts.ts'
import { editionNow, labelForSignature, relabelled } from '../provisions/edition.ts'
import { ruleSettings } from './rule-settings.ts'
import type { Loaded } from './settings.ts'

export interface MadeAgreement {
  readonly document: Document
  readonly numbering: Numbering
}

export interface FreshAgreement extends MadeAgreement {
  /** What rules found where answers conflict, so that the agreement prints neither. */
  readonly conflicts: readonly Finding[]
}

/** The edition of everything made of an intake in one run. An agreement's own, which its text decides, is in its properties. */
export const editionOf = ({ intake, stateOf }: Answers, asAt: string): Edition =>
  editionNow(intake, instrumentOf(deriveConditions(intake, stateOf)), intake.intake_date ?? asAt)

/**
 * Assembles and numbers the agreement of an intake that has been read. Of answers that conflict, it prints none, and what
 * is recorded as done after `asAt` it does not recite.
 * @param ruled what every rule found in these answers, where somebody wants to know that anyway
 * @param found what else a pack is judged by, which decides whether the text is for signature: what reading said, and what is
 *   wrong with attachments
 */
export function makeAgreement(
  settings: Loaded,
  given: Answers,
  asAt: string,
  ruled?: readonly Finding[],
  found: readonly Finding[] = [],
): FreshAgreement {
  const conflicts = ruled?.filter(isConflict) ?? runRules(given, ruleSettings(settings), asAt, conflictRules)
  const marks = conflictsAmong(conflictingPaths(conflicts))
  const answers = asRecorded(given, asAt)
  const made = assembleAgreement(settings, answers, editionOf(answers, asAt), marks)
  const document = inItsState(made.document, answers, settings, () => [
    ...found,
    ...findGaps(answers, made.conditions),
    ...(ruled ?? [...conflicts, ...runRules(given, ruleSettings(settings), asAt, otherRules)]),
  ])
  const numbering = numberDocument(document)
  const [broken] = brokenReferences(document, numbering)
  if (broken)
    throw new InternalError(`A clause refers to "${broken.target}", which this agreement does not hold.`)
  return { document, numbering, conflicts }
}

/** A draft calls itself the text for signature once nothing stands in the way of signing that very text. */
function inItsState(
  document: Document,
  answers: Answers,
  { library }: Loaded,
  findAll: () => readonly Finding[],
): Document {
  const label = labelForSignature(document.properties.version)
  if (label === undefined || !isForSignature(answers, document, findAll)) return document
  return relabelled(document, label, library.cover.notice)
}
