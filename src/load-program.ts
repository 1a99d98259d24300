/** The program: the script of a build where this file was built, and the source where it was not. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { runBuiltScript } from './built-script.ts'

export type Program = typeof import('./program.ts')

type ProgramScript = (require: NodeJS.Require, module: { exports: unknown }, url: string) => void

/**
 * Loads the program, which then waits to be started.
 * @param script where the build puts the script; where there is none, the source is loaded
 */
export async function loadProgram(script = new URL('./program.cjs', import.meta.url)): Promise<Program> {
  if (!existsSync(script)) return import('./program.ts')
  optimiseLate()
  const module = { exports: {} as Program }
  const run = runBuiltScript(script) as ProgramScript
  run(createRequire(script), module, script.href)
  return module.exports
}

/**
 * Most runs are over within a second, and what V8 spends on optimising functions that are hot for half of one is lost.
 * This lets a function do some nine times more work first; a run over many intakes still gets there at once.
 * Kept code fits only a process with the same flags, so the build comes by here as well.
 */
function optimiseLate(): void {
  // Told in a number of bytes of bytecode by the versions of V8 in these; others may take another unit.
  const [major] = process.versions.node.split('.').map(Number)
  if (major! <= 24) setFlagsFromString('--interrupt-budget=1200000')
}
