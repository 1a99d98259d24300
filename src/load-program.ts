/** The program: the script of a build where this file was built, and the source where it was not. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runBuiltScript } from './built-script.ts'
import { setPace } from './pace.ts'

export type Program = typeof import('./program.ts')

type ProgramScript = (require: NodeJS.Require, module: { exports: unknown }, url: string) => void

/**
 * Loads the program, which then waits to be started.
 * @param script where the build puts the script; where there is none, the source is loaded
 */
export async function loadProgram(script = new URL('./program.cjs', import.meta.url)): Promise<Program> {
  if (!existsSync(script)) return import('./program.ts')
  setPace()
  const module = { exports: {} as Program }
  const run = runBuiltScript(script) as ProgramScript
  const require = createRequire(script)
  const requireLater = (name: string) =>
    seldom.has(name) ? new Proxy({}, { get: (_, key) => require(name)[key] }) : require(name)
  run(Object.assign(requireLater, require), module, script.href)
  return module.exports
}

/** Modules of Node's that packages ask for at the start and hardly a run uses: loaded when something in them is wanted. */
const seldom = new Set(['node:child_process'])
