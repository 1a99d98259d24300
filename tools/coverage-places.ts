/** A place named for a requirement in; where it is and which test shows it out, or nothing when there is no such place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { commandLine } from '../src/command-line.ts'
import type { Loaded } from '../src/commands/settings.ts'
import { codes } from '../src/findings/codes.ts'
import { readingIds } from '../src/intake/readings.ts'
import { fieldAt } from '../src/intake/schema.ts'
import { realWorld } from '../src/world.ts'

/** Something that meets a requirement. */
export interface Place {
  /** What kind of thing, for the page: `rule`, `clause`, `question`. */
  readonly kind: 'rule' | 'wording' | 'question' | 'command' | 'file' | 'reading'
  /** As printed, with a link. */
  readonly where: string
  /** Paths of tests, or of cases that a test reads. Empty when nothing shows it. */
  readonly shown: readonly string[]
}

const home = fileURLToPath(new URL('..', import.meta.url))
const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => ending.test(name))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
const read = (path: string): string => readFileSync(join(home, path), 'utf8')

const tests = filesIn('test', /\.ts$/).map(path => ({ path, text: read(path) }))
const goldens = filesIn('test', /\.txt$/).map(path => ({ path, text: read(path) }))
const cases = [...filesIn('test/bad', /\.yaml$/), ...filesIn('test/good', /\.yaml$/)]
const answered = filesIn('data/intake', /\.yaml$/).map(path => parse(read(path)) as unknown)
const commands = commandLine(realWorld(), () => {}).commands.map(c => c.name())

/** The test that takes every answer out of the complete examples, one by one. */
const leafTest = 'test/intake/each-leaf.slow.test.ts'
const exampleTest = 'test/data/examples.test.ts'

/** What a function gave before, by its first argument: the files do not change while the page is written. */
function remembered<R, A extends readonly unknown[]>(
  work: (key: string, ...rest: A) => R,
): (key: string, ...rest: A) => R {
  const known = new Map<string, R>()
  return (key, ...rest) => {
    if (!known.has(key)) known.set(key, work(key, ...rest))
    return known.get(key)!
  }
}

/** Finds the place that a pointer names. */
export const findPlace = remembered(placeAt)

const dataIn = remembered((path): unknown => parse(read(path)))

function placeAt(pointer: string, { library }: Loaded): Place | undefined {
  const [path = '', inside] = pointer.split('#')
  if (/^[A-Z][A-Z0-9]*-\d\d$/.test(pointer)) return pointer in codes ? rulePlace(pointer) : undefined
  if (/^Z\d+$/.test(pointer)) return readingPlace(pointer)
  if (pointer.startsWith('concordat ')) return commandPlace(pointer)
  if (path.includes('/') || path.endsWith('.md')) return filePlace(path, inside)
  const provision = [...library.provisions, ...library.papers].find(p => p.id === pointer)
  if (provision) return wordingPlace(provision.title, provision.file)
  return fieldAt(pointer) ? questionPlace(pointer) : undefined
}

const rulePlace = (code: string): Place => ({
  kind: 'rule',
  where: `[\`${code}\`](findings.md)`,
  shown: [
    cases.find(c => c.startsWith(`test/bad/${code}-`)),
    cases.find(c => c.startsWith(`test/good/${code}-`)),
  ].filter(found => found !== undefined),
})

const readingPlace = (id: string): Place => ({
  kind: 'reading',
  where: `${id} below`,
  shown: [id in readingIds ? 'test/intake/rules/readings.test.ts' : 'test/data/interpretations.test.ts'],
})

function commandPlace(typed: string): Place | undefined {
  const name = typed.split(' ')[1]!
  if (!commands.includes(name)) return undefined
  return { kind: 'command', where: `\`${typed}\``, shown: firstTest(text => text.includes(`run('${name}'`)) }
}

function filePlace(path: string, inside: string | undefined): Place | undefined {
  if (!existsSync(join(home, path)) || (inside !== undefined && entriesAt(path, inside) === undefined))
    return undefined
  // A test names a data file by its name, with its ending or without.
  const name = path.startsWith('data/')
    ? path
        .split('/')
        .at(-1)!
        .replace(/\.yaml$/, '')
    : path.split('/').at(-1)!
  return { kind: 'file', where: `[\`${path}\`](../${path})`, shown: firstTest(text => text.includes(name)) }
}

/** Wording is shown by the accepted documents in which it prints. */
function wordingPlace(title: string, file: string): Place {
  const plain = title.replace(/\{\{.*?\}\}/g, '').trim()
  const shown = goldens.filter(({ text }) => text.split('\n').some(line => line.endsWith(plain)))
  return {
    kind: 'wording',
    where: `[${title.replaceAll(/[{}]/g, '')}](../${file})`,
    shown: shown.slice(0, 1).map(({ path }) => path),
  }
}

/** A question that must be answered is shown by taking its answer away; another by an example that answers it. */
function questionPlace(path: string): Place {
  const entry = fieldAt(path)!
  const isAnswered = answered.some(intake => hasAnswer(path.split('.'), intake))
  const isGroup = entry.field.kind === 'group' || entry.field.kind === 'list'
  const test = !isAnswered ? [] : entry.need.isOptional || isGroup ? [exampleTest] : [leafTest]
  return {
    kind: 'question',
    where: `[\`${path}\`](intake.md)`,
    shown: isAnswered ? test.filter(t => existsSync(join(home, t))) : firstTest(text => text.includes(path)),
  }
}

function hasAnswer([part, ...rest]: readonly string[], here: unknown): boolean {
  if (part === undefined) return here !== undefined
  const below = (here as Record<string, unknown> | null | undefined)?.[part.replace('[]', '')]
  if (below === undefined) return false
  return part.endsWith('[]')
    ? Array.isArray(below) && below.some(item => hasAnswer(rest, item))
    : hasAnswer(rest, below)
}

const firstTest = (test: (text: string) => boolean): readonly string[] =>
  tests
    .filter(({ path, text }) => path.endsWith('.test.ts') && test(text))
    .slice(0, 1)
    .map(({ path }) => path)

/** The first accepted document in which some words of a data file print. */
export const goldenWith = remembered((words): readonly string[] =>
  goldens
    .filter(({ text }) => words !== '' && text.includes(words))
    .slice(0, 1)
    .map(({ path }) => path),
)

/** One of a list that the Code gives: its words and, in a data file, the number it answers to. */
export interface Entry {
  readonly asks: string
  readonly code?: string
}

/** The entries of a list, in order: the choices of a question, or what a data file holds at `file#key.key`. */
export function entriesOf(pointer: string): readonly Entry[] | undefined {
  const [path = '', inside = ''] = pointer.split('#')
  if (path.includes('/')) return existsSync(join(home, path)) ? entriesAt(path, inside) : undefined
  const choices = fieldAt(pointer)?.field.choices
  return choices && Object.values(choices).map(asks => ({ asks }))
}

function entriesAt(path: string, inside: string): readonly Entry[] | undefined {
  const keys = inside === '' ? [] : inside.split('.')
  const found = keys.reduce<unknown>(
    (here, key) => (here as Record<string, unknown> | undefined)?.[key],
    dataIn(path),
  )
  return Array.isArray(found) ? found.map(asEntry) : undefined
}

function asEntry(value: unknown): Entry {
  if (typeof value === 'string') return { asks: value }
  const { ask, text, title, department, code, type } = value as Record<string, string | undefined>
  return { asks: ask ?? text ?? title ?? department ?? type ?? '', ...(code === undefined ? {} : { code }) }
}

export const exists = (path: string): boolean => existsSync(join(home, path))
