/** The files of `templates/` in, the clause library out, with every fault found in reading them. */
import { z } from 'zod'
import type { Finding, Outcome } from '../findings/finding.ts'
import { type DefinedTerm, readDefinitions, type TermFinder, termFinder } from './definitions.ts'
import { readTemplate, type Template } from './template.ts'
import { type Compiled, compileWording } from './wording/fill.ts'
import { fault, readChecked } from './yaml.ts'

export interface LibraryFile {
  /** Relative to `templates/`, with forward slashes. */
  readonly path: string
  readonly text: string
}
export interface Head {
  readonly head: string
  readonly title: string
}
export interface CoverText {
  readonly kind: string
  readonly subject: string
  readonly notice: string
}
export interface Library {
  readonly heads: readonly Head[]
  readonly cover: CoverText
  /** The agreement's provisions in order: clauses, then schedules, then execution. */
  readonly provisions: readonly Template[]
  readonly definitions: readonly DefinedTerm[]
  readonly terms: TermFinder
  /** Wording compiled once and kept. */
  readonly compile: (wording: string) => Compiled
}

const headFile = z.array(z.strictObject({ head: z.string(), title: z.string() }))
const coverFile = z.strictObject({ kind: z.string(), subject: z.string(), notice: z.string() })
const rooms = ['agreement/', 'schedules/', 'execution/']

/** Loads the library. Order within a room is the order of file names. */
export function loadLibrary(files: readonly LibraryFile[]): Outcome<Library> {
  const findings: Finding[] = []
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    findings.push(...outcome.findings)
    return outcome.value
  }
  const read = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const file = sorted.find(f => f.path === path)
    if (file) return keep(readChecked(file.text, `templates/${path}`, schema))?.data
    findings.push(
      fault('TPL-01', `templates/${path} is missing.`, {
        file: `templates/${path}`,
        start: { line: 1, column: 1 },
      }),
    )
    return undefined
  }
  const heads = read('agreement/parts.yaml', headFile)
  const cover = read('agreement/cover.yaml', coverFile)
  const properNames = read('proper-names.yaml', z.array(z.string()))
  const provisions = rooms.flatMap(room =>
    sorted
      .filter(f => f.path.startsWith(room) && f.path.endsWith('.md'))
      .flatMap(f => keep(readTemplate(`templates/${f.path}`, f.text)) ?? []),
  )
  const definitions = sorted
    .filter(f => f.path.startsWith('definitions/') && f.path.endsWith('.yaml'))
    .flatMap(f => keep(readDefinitions(`templates/${f.path}`, f.text)) ?? [])
  findings.push(...duplicates(provisions, definitions))
  if (findings.length > 0 || !heads || !cover || !properNames) return { findings }
  const compiled = new Map<string, Compiled>()
  const compile = (wording: string): Compiled => {
    const have = compiled.get(wording)
    if (have) return have
    const made = compileWording(wording)
    compiled.set(wording, made)
    return made
  }
  return {
    value: { heads, cover, provisions, definitions, terms: termFinder(definitions, properNames), compile },
    findings,
  }
}

function duplicates(provisions: readonly Template[], definitions: readonly DefinedTerm[]): Finding[] {
  const twice = <T extends { readonly file: string }>(list: readonly T[], key: (t: T) => string, what: string) => {
    const seen = new Map<string, T>()
    return list.flatMap(item => {
      const before = seen.get(key(item))
      seen.set(key(item), item)
      return before
        ? [fault('ANS-05', `The ${what} “${key(item)}” is used twice; first in ${before.file}.`, { file: item.file, start: { line: 1, column: 1 } })]
        : []
    })
  }
  return [
    ...twice(provisions, p => p.id, 'id'),
    ...twice(provisions.filter(p => p.form !== 'execution'), p => p.catalogue, 'catalogue number'),
    ...twice(definitions, d => d.term, 'defined term'),
    ...twice(definitions, d => d.id, 'definition id'),
  ]
}
