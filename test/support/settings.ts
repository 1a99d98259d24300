/** The real clause library, law and council, loaded once for all tests of a process. */
import { loadSettings } from '../../src/commands/settings.ts'
import { realWorld } from '../../src/world.ts'
import { home } from './home.ts'
import { prepared } from './prepared.ts'

const loaded = await loadSettings({
  ...realWorld({ CONCORDAT_HOME: home }),
  // Without it, loading would prove the whole library first. `test/provisions/library.test.ts` does that.
  prepared: async () => prepared(),
})
if (!loaded.value) throw new Error(loaded.findings.map(f => `${f.place?.file}: ${f.message}`).join('\n'))

export const settings = loaded.value
