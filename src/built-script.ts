/**
 * A script that the build wrote in; what it gives out. Beside `x.cjs` the build keeps what V8 made of it, so that a run need
 * not compile it again: `x.check.code` for the command `check` alone, which is read faster, and `x.code` for every command.
 * V8 refuses the code of another version or machine, and compiles the script afresh.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { quickCommand } from './pace.ts'

const loaded = new Map<string, Script>()

/**
 * Runs a script of the build: one function expression, in ASCII letters alone.
 * @returns the function
 */
export function runBuiltScript(file: URL): unknown {
  const path = fileURLToPath(file)
  const code = codeFileOf(path)
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(existsSync(code) ? { cachedData: readFileSync(code) } : {}),
  })
  loaded.set(path, script)
  return script.runInThisContext()
}

/** V8's code of each script that ran here, with all functions used so far, by the file it belongs in. For the build. */
export const codeOfScripts = (): ReadonlyMap<string, Buffer> =>
  new Map([...loaded].map(([path, script]) => [codeFileOf(path), script.createCachedData()]))

const codeFileOf = (path: string) => path.replace(/\.cjs$/, quickCommand ? `.${quickCommand}.code` : '.code')
