/**
 * A script that the build wrote in; what it gives out. Beside `x.cjs` the build keeps what V8 made of it, so that a run need
 * not compile it again: `x.check.code` for the command `check` alone, which is read faster, and `x.code` for every command.
 * V8 refuses the code of another version or machine, and compiles the script afresh.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

const loaded = new Map<string, Script>()

/**
 * Runs a script of the build: one function expression, in ASCII letters alone.
 * @returns the function
 */
export function runBuiltScript(file: URL): unknown {
  const path = fileURLToPath(file)
  const code = [codeFileOf(path, process.argv[2]), codeFileOf(path)].find(kept => existsSync(kept))
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(code ? { cachedData: readFileSync(code) } : {}),
  })
  loaded.set(path, script)
  return script.runInThisContext()
}

/**
 * V8's code of each script that ran here, with all functions used so far, by the file it belongs in. For the build.
 * @param command the one command that was run, if it was one
 */
export const codeOfScripts = (command?: string): ReadonlyMap<string, Buffer> =>
  new Map([...loaded].map(([path, script]) => [codeFileOf(path, command), script.createCachedData()]))

const codeFileOf = (path: string, command?: string) =>
  path.replace(/\.cjs$/, command && /^[a-z]+$/.test(command) ? `.${command}.code` : '.code')
