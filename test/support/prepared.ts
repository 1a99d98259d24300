/** What a build would prepare, made once for the tests of a process, so that each run need not check the library again. */
import { readFileSync } from 'node:fs'
import { hashOfText } from '../../src/provisions/hash.ts'
import { type LibraryFile, loadLibrary, wordings } from '../../src/provisions/library.ts'
import {
  hashOfSources,
  type Prepared,
  type PreparedFiles,
  readPrepared,
  writePrepared,
} from '../../src/provisions/prepared.ts'
import { compileWording, precompileWording } from '../../src/provisions/wording/compile.ts'
import { libraryFiles } from '../../src/world.ts'
import { home } from './home.ts'

let made: Prepared | undefined

export function prepared(): Prepared {
  if (made) return made
  const { script, pieces, yaml } = writeForBuild()
  const all = new Function(`return ${script}`)()()
  made = readPrepared(all, pieces, yaml)
  return made
}

const precompiled = new Map<string, string>()
function precompileOnce(wording: string): string {
  const known = precompiled.get(wording) ?? precompileWording(wording)
  precompiled.set(wording, known)
  return known
}

/** The files that a build would write of a library, with all that this process has read and parsed so far. */
export function writeForBuild(
  files: readonly LibraryFile[] = libraryFiles(`${home}templates`),
): PreparedFiles {
  const library = loadLibrary(files, compileWording).value!
  return writePrepared(library, hashOfSources(files, lawText()), precompileOnce)
}

const others = new WeakMap<readonly LibraryFile[], Prepared>()

/** The same for another library, as if it had been checked: for tests of what becomes of documents, not of the check. */
export function preparedFor(files: readonly LibraryFile[], law = lawText()): Prepared {
  const known = others.get(files) ?? prepareAnew(files, law)
  others.set(files, known)
  return known
}

function prepareAnew(files: readonly LibraryFile[], law: string): Prepared {
  const known = prepared()
  const library = loadLibrary(files, compileWording).value!
  const more = wordings(library)
    .map(({ wording }) => [hashOfText(wording), wording] as const)
    .filter(([hash]) => !known.wordings.has(hash))
    .map(([hash, wording]) => [hash, new Function(`return ${precompileWording(wording)}`)()] as const)
  return {
    ...known,
    sources: hashOfSources(files, law),
    wordings: new Map([...known.wordings, ...more]),
  }
}

const lawText = () => readFileSync(`${home}data/law.yaml`, 'utf8')
