/** The real library, law and council, as the rules see them. Loaded once for all tests of a file. */
import { ruleSettings } from '../../src/commands/rule-settings.ts'
import { loadSettings } from '../../src/commands/settings.ts'
import { realWorld } from '../../src/world.ts'

const loaded = await loadSettings({ ...realWorld(), prepared: async () => undefined })

export const settings = ruleSettings(loaded.value!)
export const asAt = '2026-11-22'
