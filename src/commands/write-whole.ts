/** A set of files written to its end: Ctrl-C waits for it, and whoever pressed it is told of what was written. */
import type { Outcome } from '../findings/finding.ts'
import { type OutputFile, type SetRecord, type Written, writeSet } from '../output/write-set.ts'
import type { World } from '../world.ts'

/** Writes the files into the folder `name` of the output folder, with a record of them. */
export const writeWhole = (
  world: World,
  out: string,
  name: string,
  files: readonly OutputFile[],
  record: SetRecord,
): Promise<Outcome<readonly Written[]>> =>
  world.undisturbed(async () => {
    const result = await writeSet(world.path(out), name, files, record)
    world.noteWritten((result.value ?? []).filter(({ how }) => how !== 'unchanged').map(({ path }) => path))
    return result
  })
