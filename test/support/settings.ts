/** The real clause library, law and council, loaded once for the tests of a file. */
import { type Loaded, loadSettings } from '../../src/commands/settings.ts'
import { realWorld } from '../../src/world.ts'
import { home } from './home.ts'
import { prepared } from './prepared.ts'

export async function loadedSettings(): Promise<Loaded> {
  const loaded = await loadSettings({
    ...realWorld({ CONCORDAT_HOME: home }),
    prepared: async () => prepared(),
  })
  if (!loaded.value) throw new Error(loaded.findings.map(f => f.message).join('\n'))
  return loaded.value
}
