/** What a build would prepare, made once for the tests of a file, so that each run need not check the library again. */
import { readFileSync } from 'node:fs'
import { loadLibrary } from '../../src/provisions/library.ts'
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
  const wordings = new Function(`return ${script}`)()()
  made = readPrepared(wordings, pieces, yaml)
  return made
}

/** The files that a build would write. */
export function writeForBuild(): PreparedFiles {
  const files = libraryFiles(`${home}templates`)
  const library = loadLibrary(files, compileWording).value!
  const sources = hashOfSources(files, readFileSync(`${home}data/law.yaml`, 'utf8'))
  return writePrepared(library, sources, precompileWording)
}
