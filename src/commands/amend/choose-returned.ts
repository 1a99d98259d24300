/**
 * What `--from` names and an intake in; the Word file to amend from out. Where it names a folder, the file is told by the
 * reference that it carries, and one that carries none by its own name or its folder's.
 */
import { basename, join } from 'node:path'
import { isFolder, wordFilesIn } from '../../batch/files.ts'
import type { Finding, Outcome } from '../../findings/finding.ts'
import { readReference } from '../../returned/read.ts'
import type { World } from '../../world.ts'
import { folderName, type ReadIntake } from '../write-documents.ts'

/** Chooses the file; says so where there is none, or more than one. */
export function chooseReturned(world: World, from: string, { file, answers }: ReadIntake): Outcome<string> {
  if (!isFolder(from, world.cwd)) return { value: from, findings: [] }
  const folder = folderName(file, answers)
  const all = [join(from, folder), from].flatMap(place => wordFilesIn(place, world.cwd))
  const { reference } = answers.intake
  const carrying = all.filter(name => referenceIn(world, name) === reference)
  const named = all.filter(name => referenceIn(world, name) === undefined && isNamedFor(name, folder))
  const [chosen, ...others] = carrying.length > 0 ? carrying : named
  if (chosen === undefined) return { findings: [noneReturned(file, from)] }
  if (others.length > 0) return { findings: [severalReturned(file, [chosen, ...others])] }
  return { value: chosen, findings: [] }
}

/** The intake as it was, where `--before` names a folder of them: the one of the same name. */
export const chooseBefore = (world: World, before: string, file: string): string =>
  isFolder(before, world.cwd) ? join(before, basename(file)) : before

/** Whether a file's name holds the name that the partnership's folder has. */
const isNamedFor = (name: string, folder: string): boolean => basename(name).toLowerCase().includes(folder)

const references = new WeakMap<World, Map<string, string | undefined>>()

/** The reference a Word file carries; read once in a run, for every intake asks. */
function referenceIn(world: World, name: string): string | undefined {
  const known = references.get(world) ?? new Map<string, string | undefined>()
  references.set(world, known)
  if (!known.has(name)) known.set(name, readIfThere(world, name))
  return known.get(name)
}

function readIfThere(world: World, name: string): string | undefined {
  try {
    return readReference(world.read(name), name)
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
