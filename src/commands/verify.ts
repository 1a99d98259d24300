/** `concordat verify`: a folder of documents in, which of its files are as they were written said; nothing written. */
import { isFolder } from '../batch/patterns.ts'
import type { Finding } from '../findings/finding.ts'
import { toJson } from '../findings/report-json.ts'
import { hasRecordFile, type OutputRecord, recordName } from '../output/record.ts'
import { type FileState, verifyFolder } from '../output/verify-folder.ts'
import type { World } from '../world.ts'
import { exits } from './exits.ts'
import { counted, describe } from './speech.ts'

const states: readonly FileState[] = ['untouched', 'edited', 'missing', 'unreadable', 'foreign']

/** Says what became of each file of a folder. Gives 0 when every recorded file is untouched, else 1. */
export function verify(world: World, folder: string, options: { readonly json?: boolean }): number {
  const found = verifyFolder(world.path(folder))
  if (!found) {
    const missing = noRecord(world, folder)
    if (options.json) {
      const { findings } = toJson([missing])
      world.out(JSON.stringify({ version: 1, folder, record: null, files: [], findings }, null, 2))
    } else world.err(describe(world, [missing], new Map(), undefined))
    return exits.badIntake
  }
  const { record, files } = found
  const isWhole = files.every(f => f.state === 'untouched' || f.state === 'foreign')
  if (options.json) {
    const { program, reference, intake, templates, pack = null, stale = [] } = record
    world.out(
      JSON.stringify(
        {
          version: 1,
          folder,
          record: { program, reference, intake, templates, versions: versionsIn(record), pack, stale },
          files,
          findings: [],
        },
        null,
        2,
      ),
    )
    return isWhole ? exits.done : exits.badIntake
  }
  for (const { name, state, of } of files)
    world.out(`${state.padEnd(10)} ${name}${of === undefined ? '' : ` (of ${of}, an earlier version)`}`)
  const counts = states.map(state => [state, files.filter(f => f.state === state).length] as const)
  world.out(
    `\n${counted(files.length, 'file')}: ${counts
      .filter(([, n]) => n > 0)
      .map(([state, n]) => `${n} ${state}`)
      .join(', ')}.`,
  )
  world.out(`Written by ${record.program} from ${record.intake.file} (SHA-256 ${record.intake.sha256}).`)
  const versions = versionsIn(record)
  if (versions.length > 0)
    world.out(
      `${counted(versions.length, 'version')}, the latest last: ${versions.map(({ label, from }) => (from === undefined ? label : `${label} (amended from ${from})`)).join(', ')}.`,
    )
  for (const said of packLines(record)) world.out(said)
  return isWhole ? exits.done : exits.badIntake
}

/** Why nothing can be said of a folder: no record stands there, or one that nobody can read. */
function noRecord(world: World, folder: string): Finding {
  const isThere = hasRecordFile(world.path(folder))
  return {
    code: 'PACK-02',
    severity: 'error',
    ...(isThere
      ? {
          message: `${folder} holds a record of what was written there that cannot be read: it is damaged, or you may not open it.`,
          hint: `Put ${recordName} back from a copy, or run the command that wrote the folder again: what stands there is then left alone.`,
        }
      : {
          message: isFolder(folder, world.cwd)
            ? `${folder} holds no record of what was written there.`
            : `${folder} is no folder.`,
          hint: 'Give the folder of one partnership, such as out/nbc-p-2026-014.',
        }),
  }
}

/** Each version by its label, and the label of the one it was made from where that is on record. */
function versionsIn({
  versions = [],
}: OutputRecord): readonly { readonly label: string; readonly from?: string }[] {
  return versions.map(({ label, from }) => {
    if (!from) return { label }
    const before = versions.find(({ model }) => model === from.model)
    return { label, from: before?.label ?? 'a version that is not on record' }
  })
}

/** What is to be known of the pack in the folder. */
function packLines({ pack, versions, stale = [] }: OutputRecord): readonly string[] {
  const drafted = versions?.at(-1)?.model
  return [
    ...(pack
      ? [
          `The pack was ${pack.ready ? 'READY' : 'NOT READY'}; the agreement’s content hash is ${pack.agreement}.`,
        ]
      : []),
    ...(pack?.model !== undefined && drafted !== undefined && pack.model !== drafted
      ? [
          'The agreement was written anew after its pack, and now reads otherwise. Run concordat pack before anybody signs.',
        ]
      : []),
    ...stale.map(name => `${name} is of an earlier run and says nothing of what was written last.`),
  ]
}
