/** `concordat draft`: intake files in, a partnership agreement in Word for each out. */
import { join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { futureRecords } from '../intake/as-recorded.ts'
import { readinessOf } from '../pack/readiness.ts'
import type { World } from '../world.ts'
import { makeAgreement } from './agreement.ts'
import { agreementFiles, memoryOf, remarkOnName } from './agreement-files.ts'
import { runBatch } from './batch/run-batch.ts'
import { makeScopeNote } from './outside-the-code.ts'
import { hangsOnAttachments, heedAttachments } from './pack-attachments.ts'
import { folderName, type WriteOptions, writingJob } from './write-documents.ts'

/** Drafts an intake's agreement. */
export const draftJob = writingJob<WriteOptions>({
  madeBy: ({ asAt }, asAtCounts) => (asAtCounts ? `draft as at ${asAt}` : 'draft'),
  // An intake that says when it was last changed dates its own draft. The day still counts for what is recorded as done by
  // then, and for whether a text that is declared ready may be signed.
  asAtCounts: ({ intake }, asAt) =>
    intake.intake_date === undefined ||
    intake.declaration?.date !== undefined ||
    futureRecords(intake, asAt).length > 0,
  make: async (settings, { file, answers, text, findings }, options, world) => {
    const folder = join(world.path(options.out), folderName(file, answers))
    const note = makeScopeNote(settings, answers, options.asAt, folder)
    if (note) return note
    const fresh = makeAgreement(settings, answers, options.asAt, undefined, findings)
    const { made, findings: attached } = await heedAttachments(world, settings, answers, fresh)
    const memory = memoryOf(made, settings, text)
    const remarks = [
      remarkOnName(made, settings),
      attached.length > 0 ? stillADraft(attached) : undefined,
    ].filter(remark => remark !== undefined)
    return {
      files: agreementFiles(made, settings, memory),
      findings: [],
      marked: made.conflicts,
      ...(hangsOnAttachments(answers) && { also: ['attachments'] }),
      record: { version: { model: memory.hash, label: made.document.properties.version } },
      ...(remarks.length > 0 && { remark: remarks.join('\n') }),
    }
  },
})

const stillADraft = (attached: readonly Finding[]): string =>
  `The agreement is a draft and not for signature yet: ${readinessOf(attached).reasons.join(' ')}`

/** Drafts each intake and gives the exit code. */
export const draft = (world: World, files: readonly string[], options: WriteOptions): Promise<number> =>
  runBatch(world, 'draft', draftJob, files, options)
