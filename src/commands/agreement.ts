/** One intake file in, its agreement as a document and as Word out, with every finding on the way. */
import type { Document } from '../document/nodes.ts'
import { type Numbering, numberDocument } from '../document/number.ts'
import { brokenReferences } from '../document/references.ts'
import { type Finding, InternalError } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { conflictingPaths } from '../intake/rules/conflicting-paths.ts'
import { conflictRules, runRules } from '../intake/rules/run-rules.ts'
import { assembleAgreement, type Edition, instrumentOf } from '../provisions/assemble.ts'
import { conflictsAmong } from '../provisions/conflicts.ts'
import { editionNow } from '../provisions/edition.ts'
import { ruleSettings } from './rule-settings.ts'
import type { Loaded } from './settings.ts'

export { readIntake, reasonUnread } from './read-intake.ts'

export interface MadeAgreement {
  readonly document: Document
  readonly numbering: Numbering
}

export interface FreshAgreement extends MadeAgreement {
  /** What rules found where answers conflict, so that the agreement prints neither. */
  readonly conflicts: readonly Finding[]
}

/** The edition of everything made of an intake in one run. */
export const editionOf = ({ intake, stateOf }: Answers, asAt: string): Edition =>
  editionNow(intake, instrumentOf(deriveConditions(intake, stateOf)), intake.intake_date ?? asAt)

/** Assembles and numbers the agreement of an intake that has been read. Of answers that conflict, it prints none. */
export function makeAgreement(settings: Loaded, answers: Answers, asAt: string): FreshAgreement {
  const conflicts = runRules(answers, ruleSettings(settings), asAt, conflictRules)
  const marks = conflictsAmong(conflictingPaths(conflicts))
  const { document } = assembleAgreement(settings, answers, editionOf(answers, asAt), marks)
  const numbering = numberDocument(document)
  const [broken] = brokenReferences(document, numbering)
  if (broken)
    throw new InternalError(`A clause refers to "${broken.target}", which this agreement does not hold.`)
  return { document, numbering, conflicts }
}
