/** Codes for the rules across answers about staff, information, governance, objectives, checklists, ending, old law and answers that conflict. */
import type { CodeEntry } from './entry.ts'

export const peopleRuleCodes = {} as const satisfies Record<string, CodeEntry>
