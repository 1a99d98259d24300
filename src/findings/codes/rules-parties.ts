/** Codes for the rules across answers about scope, parties, dates, approvals, procurement, execution, subsidy, land and reorganisation. */
import type { CodeEntry } from './entry.ts'
import { approvalRuleCodes } from './rules-parties-approvals.ts'
import { dateRuleCodes } from './rules-parties-dates.ts'
import { scopeRuleCodes } from './rules-parties-scope.ts'

export const partyRuleCodes = {
  ...scopeRuleCodes,
  ...dateRuleCodes,
  ...approvalRuleCodes,
} as const satisfies Record<string, CodeEntry>
