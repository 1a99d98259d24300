/** An intake as text and a world in; the intake out with what that world's library makes of it written beside each approval, as approved. */
import { makeAgreement } from '../../src/commands/agreement.ts'
import { loadSettings } from '../../src/commands/settings.ts'
import { contentHash } from '../../src/document/content-hash.ts'
import { readAnswers } from '../../src/intake/read.ts'
import type { World } from '../../src/world.ts'
import { today } from './world.ts'

export async function approvedIn(world: World, text: string): Promise<string> {
  const settings = (await loadSettings(world)).value!
  const { value } = readAnswers({ file: 'approved.yaml', bytes: new TextEncoder().encode(text) })
  const hash = contentHash(makeAgreement(settings, value!, today).document)
  return text.replace(/\bcontent_hash: [0-9a-f]{16}\b/g, `content_hash: ${hash}`)
}
