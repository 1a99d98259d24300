/** Codes for the rules about purpose, governance, conduct, ending, checklists, old law and answers that conflict. */
import type { CodeEntry } from './entry.ts'
import { boardRuleCodes } from './rules-governance-board.ts'
import { endingRuleCodes } from './rules-governance-ending.ts'

export const governanceRuleCodes = {
  ...boardRuleCodes,
  ...endingRuleCodes,
} as const satisfies Record<string, CodeEntry>
