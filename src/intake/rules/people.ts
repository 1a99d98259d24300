/** The rules about staff, information and raising concerns, put together. */
import { adviserRules } from './adviser-asked.ts'
import { employmentRules } from './employment.ts'
import { basisRules } from './information-basis.ts'
import { conditionRules } from './information-conditions.ts'
import { contactRules } from './information-contacts.ts'
import { dutyRules } from './information-duties.ts'
import { impactRules } from './information-impact.ts'
import { keepingRules } from './information-keeping.ts'
import { protocolRules } from './information-protocol.ts'
import { regimeRules } from './information-regime.ts'
import { roleRules } from './information-roles.ts'
import { safeguardingConditionRules } from './information-safeguarding.ts'
import { sendingRules } from './information-sending.ts'
import { subjectRules } from './information-subjects.ts'
import { roleCheckRules } from './role-checks.ts'
import type { Rule } from './rule.ts'
import { safeguardingRules } from './safeguarding.ts'
import { secondmentIssueRules } from './secondment-issues.ts'
import { secondmentRules } from './secondments.ts'
import { transferRules } from './staff-transfer.ts'
import { volunteerRules } from './volunteers.ts'
import { whistleblowingRules } from './whistleblowing.ts'

export const peopleRules: readonly Rule[] = [
  ...employmentRules,
  ...adviserRules,
  ...transferRules,
  ...volunteerRules,
  ...safeguardingRules,
  ...roleCheckRules,
  ...secondmentIssueRules,
  ...secondmentRules,
  ...protocolRules,
  ...basisRules,
  ...conditionRules,
  ...safeguardingConditionRules,
  ...subjectRules,
  ...regimeRules,
  ...roleRules,
  ...impactRules,
  ...contactRules,
  ...sendingRules,
  ...keepingRules,
  ...dutyRules,
  ...whistleblowingRules,
]
