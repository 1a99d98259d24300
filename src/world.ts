/** The one door outside: the clock, the terminal, the arguments' folder, and the files of the clause library and the council. */
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runBuiltScript } from './built-script.ts'
import { setLongPace } from './pace.ts'
import type { LibraryFile } from './provisions/library.ts'
import { type Prepared, readPrepared, readPreparedYaml } from './provisions/prepared.ts'

export interface World {
  /** Folder that relative paths start from. */
  readonly cwd: string
  /** How the file system finds a path that the user gave. */
  readonly path: (given: string) => string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Today as an ISO date; `SOURCE_DATE_EPOCH` stands in for the clock when it is set. */
  readonly today: () => string
  /** Results. */
  readonly out: (text: string) => void
  /** Messages. */
  readonly err: (text: string) => void
  /** Whether a person reads results and messages as they come. */
  readonly isTerminal: boolean
  /** The bytes of a file. Throws what Node throws. */
  readonly read: (path: string) => Uint8Array
  /** The first and last bytes of a file, or all of a small one. Throws what Node throws. */
  readonly readEnds: (path: string) => Uint8Array
  readonly library: () => readonly LibraryFile[]
  /** A file of `data/`, as text. */
  readonly data: (name: string) => string
  readonly dataBytes: (name: string) => Uint8Array
  /** What PDF pages are made with: our templates, and the four faces of the font. */
  readonly press: () => {
    /** Where Typst is; undefined where it is not installed. */
    readonly typst: string | undefined
    readonly template: string
    readonly stamps: string
    readonly fonts: readonly Uint8Array[]
  }
  /** The font's faces as files, for pictures. */
  readonly fontFiles: () => readonly string[]
  /** A picture that the build drew, by the name of its drawing. */
  readonly picture?: (name: string) => Uint8Array | undefined
  /** What the build prepared, if this is a built program. */
  readonly prepared: () => Promise<Prepared | undefined>
  /** Of that, what was parsed of YAML files, for commands that print no wording. */
  readonly preparedYaml: () => Prepared['yaml'] | undefined
  /** Where the worked examples stand. */
  readonly examples: string
  /** Milliseconds since some moment, for rates and times left; never part of a document. */
  readonly elapsed: () => number
  /** Shows a line that the next one replaces, and that goes when anything else is said. For a terminal only. */
  readonly status: (line: string) => void
  /** How many characters such a line may have. */
  readonly width: () => number
  /** Has something done when Ctrl-C is pressed, instead of ending at once. Gives back how to take that back. */
  readonly onInterrupt: (stop: () => void) => () => void
  /** Does what is to be done on Ctrl-C; false when nothing is. */
  readonly interrupt: () => boolean
  /** Lets in a Ctrl-C that was pressed while the program was at work. */
  readonly heedInterrupt: () => Promise<void>
  /** Does work that Ctrl-C has to wait for, since half of it may not be left behind. */
  readonly undisturbed: <T>(work: () => Promise<T>) => Promise<T>
  /** Has something done at once, or when such work has ended. */
  readonly whenAtRest: (next: () => void) => void
  /** Remembers files that were written, so that whoever interrupts the run can be told of them. */
  readonly noteWritten: (paths: readonly string[]) => void
  /** Those files, in their order. */
  readonly written: () => readonly string[]
  /** Has the machine go about its work as for a run that takes long. */
  readonly expectLongRun: () => void
  /** Told each stage of a pack as it is done, for whoever measures. */
  readonly passed?: (stage: string) => void
  /** The program of a worker thread, if this is a built program. */
  readonly worker?: URL
}

/** The world of a real run. The library and data are the package's own unless CONCORDAT_HOME names another folder. */
export function realWorld(env: World['env'] = process.env, cwd?: string): World {
  const home = env.CONCORDAT_HOME ?? packageFolder()
  const path = (given: string) => (cwd === undefined ? given : resolve(cwd, given))
  const stops = new Set<() => void>()
  const written: string[] = []
  let underWay = 0
  const waiting: (() => void)[] = []
  const statusLine = showStatus()
  const worker = new URL('./worker.js', import.meta.url)
  return {
    cwd: cwd ?? process.cwd(),
    path,
    env,
    today: () => {
      const epoch = env.SOURCE_DATE_EPOCH
      const now = epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
      return now.toISOString().slice(0, 10)
    },
    out: text => {
      statusLine.clear()
      process.stdout.write(`${text}\n`)
    },
    err: text => {
      statusLine.clear()
      process.stderr.write(`${text}\n`)
    },
    isTerminal: Boolean(process.stdout.isTTY && process.stderr.isTTY),
    read: given => readFileSync(path(given)),
    readEnds: given => readEnds(path(given)),
    library: () => libraryFiles(join(home, 'templates')),
    data: name => readFileSync(join(home, 'data', name), 'utf8'),
    dataBytes: name => readFileSync(join(home, 'data', name)),
    press: () => ({
      typst: typstFile(),
      template: readFileSync(join(home, 'templates', 'pdf', 'pack.typ'), 'utf8'),
      stamps: readFileSync(join(home, 'templates', 'pdf', 'stamps.typ'), 'utf8'),
      fonts: faces.map(face => readFileSync(fontFile(face))),
    }),
    fontFiles: () => faces.map(fontFile),
    picture: name => {
      const file = built(`picture-${name}.png`)
      return existsSync(file) ? readFileSync(file) : undefined
    },
    prepared,
    preparedYaml: () => (existsSync(built('prepared-yaml.txt')) ? preparedYaml() : undefined),
    examples: join(home, 'data', 'intake'),
    // The usual clock is a module of its own, which takes some milliseconds to load.
    elapsed: () => process.uptime() * 1000,
    status: statusLine.show,
    width: () => (process.stderr.columns ?? 80) - 1,
    onInterrupt: stop => {
      stops.add(stop)
      return () => void stops.delete(stop)
    },
    interrupt: () => {
      const wanted = [...stops]
      // A second Ctrl-C finds nothing here and ends the program.
      stops.clear()
      for (const stop of wanted) stop()
      return wanted.length > 0
    },
    // Signals are looked for between two turns of Node's loop, so one turn has to begin and end.
    heedInterrupt: () => new Promise(resolve => setImmediate(() => setImmediate(resolve))),
    undisturbed: async work => {
      underWay++
      try {
        return await work()
      } finally {
        underWay--
        if (underWay === 0) for (const next of waiting.splice(0)) next()
      }
    },
    whenAtRest: next => {
      if (underWay === 0) next()
      else waiting.push(next)
    },
    noteWritten: paths => void written.push(...paths),
    written: () => written,
    expectLongRun: setLongPace,
    ...(existsSync(worker) ? { worker } : {}),
  }
}

const FIRST = 16 * 1024
const LAST = 64 * 1024

/** The first and last bytes of a file, or all of a small one. */
function readEnds(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const part = (from: number, length: number): Uint8Array => {
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, from))
    }
    if (size <= FIRST + LAST) return part(0, size === 0 ? 1 : size)
    const ends = [part(0, FIRST), part(size - LAST, LAST)]
    return Buffer.concat(ends)
  } finally {
    closeSync(file)
  }
}

/** One line on the terminal that replaces itself. */
function showStatus() {
  let isShown = false
  const put = (text: string) => process.stderr.write(`\r\u001B[K${text}`)
  return {
    show: (line: string) => {
      put(line)
      isShown = true
    },
    clear: () => {
      if (isShown) put('')
      isShown = false
    },
  }
}

/** The folder that holds `templates/` and `data/`, above the bundle or the source, whichever runs. */
const packageFolder = (): string => dirname(dirname(fileURLToPath(import.meta.url)))

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

/** Typst is a package with a native library for each kind of machine. */
function typstFile(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler')
  } catch {
    return undefined
  }
}

/** The font comes as a package, so that every machine prints with the same. Arimo has Arial's measures. */
const fontFile = (face: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/arimo/${face}/Arimo_${face}.ttf`)

/** A file that the build put beside the bundle. */
const built = (name: string): URL => new URL(`./${name}`, import.meta.url)

const preparedYaml = (): Prepared['yaml'] =>
  readPreparedYaml(readFileSync(built('prepared-yaml.txt'), 'latin1'))

/** A built program has `prepared.cjs`, two `.txt` files and some pictures beside it; run from source there are none. */
async function prepared(): Promise<Prepared | undefined> {
  const script = built('prepared.cjs')
  if (!existsSync(script)) return undefined
  const wordings = runBuiltScript(script) as () => Prepared['wordings']
  return readPrepared(
    wordings(),
    readFileSync(built('prepared-pieces.txt'), 'latin1'),
    readFileSync(built('prepared-yaml.txt'), 'latin1'),
  )
}

/** Every template file, with forward slashes. */
export function libraryFiles(root: string): LibraryFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(md|yaml)$/.test(entry.name))
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      return { path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }
    })
}
