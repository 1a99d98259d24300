/** The one door outside: the clock, the terminal, the arguments' folder, and the files of the clause library and the council. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LibraryFile } from './provisions/library.ts'

export interface World {
  /** Folder that relative paths start from. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Today as an ISO date; `SOURCE_DATE_EPOCH` stands in for the clock when it is set. */
  readonly today: () => string
  /** Results. */
  readonly out: (text: string) => void
  /** Messages. */
  readonly err: (text: string) => void
  readonly isTerminal: boolean
  /** The bytes of a file. Throws what Node throws. */
  readonly read: (path: string) => Uint8Array
  readonly library: () => readonly LibraryFile[]
  /** A file of `data/`, as text. */
  readonly data: (name: string) => string
  readonly dataBytes: (name: string) => Uint8Array
  /** Where the worked examples stand. */
  readonly examples: string
}

/** The world of a real run. The library and data are the package's own unless CONCORDAT_HOME names another folder. */
export function realWorld(): World {
  const home = process.env.CONCORDAT_HOME ?? packageFolder()
  const cwd = process.cwd()
  return {
    cwd,
    env: process.env,
    today: () => {
      const epoch = process.env.SOURCE_DATE_EPOCH
      const now = epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
      return now.toISOString().slice(0, 10)
    },
    out: text => void process.stdout.write(`${text}\n`),
    err: text => void process.stderr.write(`${text}\n`),
    isTerminal: Boolean(process.stderr.isTTY),
    read: path => readFileSync(resolve(cwd, path)),
    library: () => libraryFiles(join(home, 'templates')),
    data: name => readFileSync(join(home, 'data', name), 'utf8'),
    dataBytes: name => readFileSync(join(home, 'data', name)),
    examples: join(home, 'data', 'intake'),
  }
}

/** The folder that holds `templates/` and `data/`, above the bundle or the source, whichever runs. */
const packageFolder = (): string => dirname(dirname(fileURLToPath(import.meta.url)))

/** Every template file, with forward slashes. */
export function libraryFiles(root: string): LibraryFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(md|yaml)$/.test(entry.name))
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      return { path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }
    })
}
