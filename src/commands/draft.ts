/** `concordat draft`: intake files in, a partnership agreement in Word for each out. */
import type { World } from '../world.ts'
import { makeAgreement } from './agreement.ts'
import { agreementFiles, memoryOf } from './agreement-files.ts'
import { type WriteOptions, writeDocuments } from './write-documents.ts'

/** Drafts each intake and gives the exit code. */
export const draft = (world: World, files: readonly string[], options: WriteOptions): Promise<number> =>
  writeDocuments(world, files, options, (settings, { answers, text }) => {
    const made = makeAgreement(settings, answers, options.asAt)
    const memory = memoryOf(made, settings, text)
    return {
      files: agreementFiles(made, settings, memory),
      findings: [],
      record: { version: { model: memory.hash, label: made.document.properties.version } },
    }
  })
