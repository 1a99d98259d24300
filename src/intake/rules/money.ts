/** The rules about finance, the accountable body, grants, section 75 and risk, put together. */
import { accountableBodyRules } from './accountable-body.ts'
import { councilAsBodyRules } from './accountable-body-council.ts'
import { oneBodyRules } from './accountable-body-names.ts'
import { budgetModelRules } from './budget-model.ts'
import { contributionRules } from './contributions.ts'
import { approvalOfMoneyRules } from './finance-approvals.ts'
import { shareRules } from './finance-shares.ts'
import { totalRules } from './finance-totals.ts'
import { grantRules } from './grant.ts'
import { grantDurationRules } from './grant-duration.ts'
import { insuranceRules } from './insurance.ts'
import { moneyRecordRules } from './money-records.ts'
import { opportunityRules } from './opportunities.ts'
import { reserveRules } from './reserves.ts'
import { controlRules } from './risk-controls.ts'
import { riskDateRules } from './risk-dates.ts'
import { riskPrivacyRules } from './risk-privacy.ts'
import { registerRules } from './risk-register.ts'
import { scoreRules } from './risk-scores.ts'
import type { Rule } from './rule.ts'
import { section75Rules } from './section-75.ts'
import { section75MoneyRules } from './section-75-money.ts'
import { section75PartyRules } from './section-75-parties.ts'

export const moneyRules: readonly Rule[] = [
  ...shareRules,
  ...totalRules,
  ...contributionRules,
  ...budgetModelRules,
  ...approvalOfMoneyRules,
  ...moneyRecordRules,
  ...reserveRules,
  ...accountableBodyRules,
  ...councilAsBodyRules,
  ...oneBodyRules,
  ...grantRules,
  ...grantDurationRules,
  ...section75Rules,
  ...section75PartyRules,
  ...section75MoneyRules,
  ...scoreRules,
  ...controlRules,
  ...riskDateRules,
  ...registerRules,
  ...riskPrivacyRules,
  ...opportunityRules,
  ...insuranceRules,
]
