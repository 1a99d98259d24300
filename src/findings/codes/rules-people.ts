/** Codes for the rules across answers about staff, information and raising concerns. */
import type { CodeEntry } from './entry.ts'
import { informationRuleCodes } from './rules-people-information.ts'
import { staffRuleCodes } from './rules-people-staff.ts'

export const peopleRuleCodes = {
  ...staffRuleCodes,
  ...informationRuleCodes,
} as const satisfies Record<string, CodeEntry>
