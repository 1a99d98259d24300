/** The rules about scope, parties, dates, approvals, procurement, execution, subsidy, land and reorganisation, put together. */
import { adviceRules } from './advice.ts'
import { approvedTextRules } from './approved-text.ts'
import { bindingRules } from './binding.ts'
import { councilKindRules } from './council-kinds.ts'
import { dateRules } from './dates.ts'
import { declarationRules } from './declaration.ts'
import { executionRules } from './execution.ts'
import { executiveRules } from './executive-approval.ts'
import { landRules } from './land.ts'
import { partnerIdRules } from './partner-ids.ts'
import { typeRules } from './partnership-type.ts'
import { formRules } from './party-forms.ts'
import { nameRules } from './party-names.ts'
import { numberRules } from './party-numbers.ts'
import { powerRules } from './powers.ts'
import { bodyPowerRules } from './powers-of-bodies.ts'
import { procurementRules } from './procurement.ts'
import { exemptionRules } from './procurement-exemption.ts'
import { reorganisationRules } from './reorganisation.ts'
import { roleApprovalRules } from './role-approvals.ts'
import type { Rule } from './rule.ts'
import { scopeRules } from './scope.ts'
import { signingRules } from './signing-dates.ts'
import { subsidyRules } from './subsidy.ts'
import { writtenApprovalRules } from './written-approvals.ts'

export const partyRules: readonly Rule[] = [
  ...scopeRules,
  ...typeRules,
  ...nameRules,
  ...formRules,
  ...numberRules,
  ...councilKindRules,
  ...partnerIdRules,
  ...powerRules,
  ...bodyPowerRules,
  ...bindingRules,
  ...dateRules,
  ...signingRules,
  ...writtenApprovalRules,
  ...approvedTextRules,
  ...roleApprovalRules,
  ...executiveRules,
  ...adviceRules,
  ...declarationRules,
  ...procurementRules,
  ...exemptionRules,
  ...executionRules,
  ...subsidyRules,
  ...landRules,
  ...reorganisationRules,
]
