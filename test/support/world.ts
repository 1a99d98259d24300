/** A world for tests: a temporary folder to stand in, a fixed day, and what the program says caught as text. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { runCommandLine } from '../../src/command-line.ts'
import { realWorld, type World } from '../../src/world.ts'
import { home } from './home.ts'
import { prepared } from './prepared.ts'

export { home }

export interface TestWorld extends World {
  /** Runs the command line in this world. What was said before is forgotten. */
  readonly run: (...argv: string[]) => Promise<number>
  /** What the last run printed as results and as messages. */
  readonly said: { out: string; err: string }
  /** Writes a file in the folder and gives its name. */
  readonly put: (name: string, text: string | Uint8Array) => string
  readonly bytesOf: (name: string) => Buffer
  readonly textOf: (name: string) => string
  /** Every file below a folder, sorted; empty when there is no such folder. */
  readonly filesIn: (name: string) => string[]
  readonly path: (...parts: string[]) => string
  readonly remove: () => void
}

/** The day that counts as today. */
export const today = '2026-11-22'

/**
 * Makes a world in a new folder.
 * @param changes what differs from a plain world: `env`, `isTerminal`, another `home` for the library
 */
export function testWorld(changes: Partial<World> & { readonly home?: string } = {}): TestWorld {
  const cwd = mkdtempSync(join(tmpdir(), 'concordat-test-'))
  const said = { out: '', err: '' }
  const path = (...parts: string[]) => resolve(cwd, ...parts)
  const { home: elsewhere, ...rest } = changes
  const world: TestWorld = {
    ...realWorld({ CONCORDAT_HOME: elsewhere ?? home }, cwd),
    prepared: async () => prepared(),
    today: () => today,
    isTerminal: false,
    out: text => {
      said.out += `${text}\n`
    },
    err: text => {
      said.err += `${text}\n`
    },
    ...rest,
    said,
    path,
    run: (...argv) => {
      said.out = ''
      said.err = ''
      return runCommandLine(world, argv)
    },
    put: (name, text) => {
      mkdirSync(dirname(path(name)), { recursive: true })
      writeFileSync(path(name), text)
      return name
    },
    bytesOf: name => readFileSync(path(name)),
    textOf: name => readFileSync(path(name), 'utf8'),
    filesIn: name =>
      existsSync(path(name))
        ? readdirSync(path(name), { recursive: true, withFileTypes: true })
            .filter(entry => !entry.isDirectory())
            .map(entry => join(entry.parentPath, entry.name).slice(path(name).length + 1))
            .sort()
        : [],
    remove: () => rmSync(cwd, { recursive: true, force: true }),
  }
  return world
}

/** A copy of the clause library and the council's data in a folder, to plant faults in. */
export function copyLibrary(folder: string): void {
  for (const name of ['templates', 'data']) cpSync(join(home, name), join(folder, name), { recursive: true })
}
