/** What a build would prepare, made once for the tests of a file, so that each run need not check the library again. */

import { loadLibrary } from '../../src/provisions/library.ts'
import { type Prepared, readPrepared, writePrepared } from '../../src/provisions/prepared.ts'
import { compileWording, precompileWording } from '../../src/provisions/wording/compile.ts'
import { libraryFiles } from '../../src/world.ts'
import { home } from './home.ts'

let made: Prepared | undefined

export function prepared(): Prepared {
  if (made) return made
  const library = loadLibrary(libraryFiles(`${home}templates`), compileWording).value!
  const { module, json } = writePrepared(library, precompileWording)
  const wordings = new Function(module.replace('export const wordings =', 'return'))()
  made = readPrepared({ wordings }, json)
  return made
}
