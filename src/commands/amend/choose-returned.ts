/**
 * What `--from` names and an intake in; the Word file to amend from out. Where it names a folder, the file is told by the
 * reference that it carries (where neither has one yet, by the partnership's name), and one that says neither by its own name.
 */
import { basename, join } from 'node:path'
import { isFolder, wordFilesIn } from '../../batch/patterns.ts'
import { type Identity, standsWhole } from '../../document/identity.ts'
import type { Finding, Outcome } from '../../findings/finding.ts'
import { readIdentity } from '../../returned/read.ts'
import type { World } from '../../world.ts'
import { folderName, type ReadIntake } from '../write-documents.ts'

/** Chooses the file; says so where there is none, or more than one. */
export function chooseReturned(world: World, from: string, { file, answers }: ReadIntake): Outcome<string> {
  if (!isFolder(from, world.cwd)) return { value: from, findings: [] }
  const folder = folderName(file, answers)
  const all = [join(from, folder), from].flatMap(place => wordFilesIn(place, world.cwd))
  const { reference, name: called } = answers.intake
  const carrying = all.filter(name => {
    const said = identityIn(world, name)
    if (reference !== undefined) return said?.reference === reference
    return called !== undefined && said?.reference === undefined && said?.name === called
  })
  const named = all.filter(name => isUnclaimed(identityIn(world, name)) && isNamedFor(name, folder))
  const [chosen, ...others] = carrying.length > 0 ? carrying : named
  if (chosen === undefined) return { findings: [noneReturned(file, from)] }
  if (others.length > 0) return { findings: [severalReturned(file, [chosen, ...others])] }
  return { value: chosen, findings: [] }
}

/** The intake as it was, where `--before` names a folder of them: the one of the same name. */
export const chooseBefore = (world: World, before: string, file: string): string =>
  isFolder(before, world.cwd) ? join(before, basename(file)) : before

/** Whether a file's name holds the name that the partnership's folder has. */
const isNamedFor = (name: string, folder: string): boolean =>
  standsWhole(basename(name).toLowerCase(), folder)

/** Whether a file does not say whose it is. One without a reference yet is told by its name, as its folder was. */
const isUnclaimed = (said: Identity | undefined): boolean => said?.reference === undefined

const identities = new WeakMap<World, Map<string, Identity | undefined>>()

/** Whose agreement a Word file says that it is; read once in a run, for every intake asks. */
function identityIn(world: World, name: string): Identity | undefined {
  const known = identities.get(world) ?? new Map<string, Identity | undefined>()
  identities.set(world, known)
  if (!known.has(name)) known.set(name, readIfThere(world, name))
  return known.get(name)
}

function readIfThere(world: World, name: string): Identity | undefined {
  try {
    return readIdentity(world.read(name), name)
  } catch {
    // What cannot be read is told of where it is chosen by its name.
    return undefined
  }
}

const noneReturned = (file: string, from: string): Finding => ({
  code: 'BACK-21',
  severity: 'error',
  message: `No Word file in ${from} belongs to the partnership of ${file}, so nothing was written for it.`,
  hint: 'Put the agreement that came back there, or name it with --from.',
})

const severalReturned = (file: string, names: readonly string[]): Finding => ({
  code: 'BACK-22',
  severity: 'error',
  message: `${names.length} Word files belong to the partnership of ${file}: ${names.join(', ')}.`,
  hint: 'Name the one to start from with --from, or move the others away.',
})
