/** The rules about purpose, governance, conduct, ending, checklists, old law and answers that conflict, put together. */
import { boardRules } from './board.ts'
import { checklistRules } from './checklist-answers.ts'
import { checklistContradictionRules } from './checklist-contradictions.ts'
import { communitySafetyRules } from './community-safety.ts'
import { conductRules } from './conduct.ts'
import { conflictRules } from './conflicting-answers.ts'
import { endingRules } from './ending.ts'
import { headRules } from './heads.ts'
import { jointCommitteeRules } from './joint-committee.ts'
import { knownConflictRules } from './known-conflicts.ts'
import { namedScheduleRules } from './named-schedules.ts'
import { objectiveRules } from './objectives.ts'
import { quorumRules } from './quorum.ts'
import { replacedLawRules } from './replaced-law.ts'
import { reportingRouteRules } from './reporting-routes.ts'
import { representativeRules } from './representatives.ts'
import { reviewRules } from './reviews.ts'
import type { Rule } from './rule.ts'
import { serviceUserRules } from './service-users.ts'
import { toldOtherwiseRules } from './told-otherwise.ts'
import { votingRules } from './voting.ts'

export const governanceRules: readonly Rule[] = [
  ...objectiveRules,
  ...quorumRules,
  ...votingRules,
  ...boardRules,
  ...jointCommitteeRules,
  ...communitySafetyRules,
  ...reportingRouteRules,
  ...representativeRules,
  ...serviceUserRules,
  ...conductRules,
  ...knownConflictRules,
  ...endingRules,
  ...headRules,
  ...reviewRules,
  ...checklistRules,
  ...checklistContradictionRules,
  ...toldOtherwiseRules,
  ...replacedLawRules,
  ...namedScheduleRules,
  ...conflictRules,
]
