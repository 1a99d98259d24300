/** The rules about staff, information, governance, objectives, checklists, ending, old law and conflicting answers, put together. */
import type { Rule } from './rule.ts'

export const peopleRules: readonly Rule[] = []
