/** Codes for the rules about purpose, governance, conduct, ending, checklists, old law and answers that conflict. */
import type { CodeEntry } from './entry.ts'

export const governanceRuleCodes = {} as const satisfies Record<string, CodeEntry>
