/** The real library, law and council, as the rules see them. */
import { ruleSettings } from '../../src/commands/rule-settings.ts'
import { settings as loaded } from './settings.ts'

export const settings = ruleSettings(loaded)
export const asAt = '2026-11-22'
