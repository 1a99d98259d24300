/** The rules about finance, the accountable body, grants, section 75 and risk, put together. */
import type { Rule } from './rule.ts'

export const moneyRules: readonly Rule[] = []
