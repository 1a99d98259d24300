/** Codes for the rules across answers about finance, the accountable body, grants, section 75 and risk. */
import type { CodeEntry } from './entry.ts'
import { financeRuleCodes } from './rules-money-finance.ts'
import { grantRuleCodes } from './rules-money-grant.ts'
import { riskRuleCodes } from './rules-money-risk.ts'

export const moneyRuleCodes = {
  ...financeRuleCodes,
  ...grantRuleCodes,
  ...riskRuleCodes,
} as const satisfies Record<string, CodeEntry>
