/** The rules about purpose, governance, conduct, ending, checklists, old law and answers that conflict, put together. */
import type { Rule } from './rule.ts'

export const governanceRules: readonly Rule[] = []
