/** An agreement that was made in, the files to write of it out: in Word, and what it was generated as. */
import { type Memory, remember } from '../document/memory.ts'
import { agreementName, sha256, versionName } from '../output/record.ts'
import type { OutputFile } from '../output/write-set.ts'
import { type WordingHashes, wordingHashes } from '../provisions/wording-hashes.ts'
import { renderDocx } from '../render/docx/index.ts'
import type { MadeAgreement } from './agreement.ts'
import type { Loaded } from './settings.ts'

/** What the Word file of an agreement carries of itself. `text` is the intake's, `after` the hash of the file that came back. */
export const memoryOf = (
  { document }: MadeAgreement,
  settings: Loaded,
  text: string,
  after?: string,
  wordings: WordingHashes = wordingHashes(settings),
): Memory =>
  remember(document, {
    templates: settings.templatesHash,
    intake: sha256(text),
    wordings,
    ...(after && { after }),
  })

/** What to say of the file's name where the agreement calls itself something else (0029). */
export const remarkOnName = ({ document }: MadeAgreement, { library }: Loaded): string | undefined =>
  document.cover.kind === library.cover.kind
    ? undefined
    : `${agreementName} holds a “${document.cover.kind}”: the answers say that it is not to be legally binding.`

/** The agreement in Word, and the memory under its hash. */
export const agreementFiles = (
  { document, numbering }: MadeAgreement,
  settings: Loaded,
  memory: Memory,
): readonly OutputFile[] => [
  { name: agreementName, bytes: renderDocx(document, numbering, settings.style, memory) },
  { name: versionName(memory.hash), bytes: new TextEncoder().encode(memory.text), own: true },
]
