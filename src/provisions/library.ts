/** The files of `templates/` in, the clause library out, with every fault found in reading them. */
import * as z from 'zod'
import type { Finding, Outcome } from '../findings/finding.ts'
import { catalogueFile, numbersOutside } from './catalogue.ts'
import { type DefinedTerm, readDefinitions, type TermFinder, termFinder } from './definitions.ts'
import { byPath, type LibraryFile, readProvisions, readTemplates } from './provision-files.ts'
import type { Template } from './template.ts'
import type { Compiled } from './wording/fill.ts'
import { fault, readChecked } from './yaml.ts'

export type { LibraryFile } from './provision-files.ts'

export interface Head {
  readonly head: string
  readonly title: string
}
export interface CoverText {
  readonly kind: string
  /** The kind of one that is not legally binding. */
  readonly kind_not_binding: string
  readonly subject: string
  readonly notice: string
}
export interface Library {
  readonly heads: readonly Head[]
  readonly cover: CoverText
  /** The agreement's provisions in order: clauses, then schedules, then execution. */
  readonly provisions: readonly Template[]
  /** The papers of the sign-off pack in order, and the words over each. */
  readonly papers: readonly Template[]
  readonly paperCover: PaperCover
  /** The parts of a deed or memorandum of variation, in order. */
  readonly variation: readonly Template[]
  readonly definitions: readonly DefinedTerm[]
  readonly terms: TermFinder
  /** Wording compiled once and kept. */
  readonly compile: (wording: string) => Compiled
}

export interface PaperCover {
  readonly subject: string
  readonly notice: string
}

const headFile = z.lazy(() => z.array(z.strictObject({ head: z.string(), title: z.string() })))
const coverFile = z.lazy(() =>
  z.strictObject({
    kind: z.string(),
    kind_not_binding: z.string(),
    subject: z.string(),
    notice: z.string(),
  }),
)
const paperCoverFile = z.lazy(() => z.strictObject({ subject: z.string(), notice: z.string() }))

const properNameFile = z.lazy(() => z.array(z.string()))

/** Makes wording ready to fill. */
export type Compile = (wording: string) => Compiled

/**
 * Loads the library. Order within a room is the order of file names.
 * @param compile how wording is compiled; what it gives is kept, so that each wording is compiled once
 */
export function loadLibrary(files: readonly LibraryFile[], compile: Compile): Outcome<Library> {
  const findings: Finding[] = []
  const sorted = [...files].sort(byPath)
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
  const paperCover = read('papers/cover.yaml', paperCoverFile)
  const properNames = read('proper-names.yaml', properNameFile)
  const catalogue = read('catalogue.yaml', catalogueFile)
  const provisions = keep(readProvisions(sorted)) ?? []
  const papers = keep(readTemplates(sorted, 'papers/')) ?? []
  const variation = keep(readTemplates(sorted, 'variation/')) ?? []
  const definitions = sorted
    .filter(f => f.path.startsWith('definitions/') && f.path.endsWith('.yaml'))
    .flatMap(f => keep(readDefinitions(`templates/${f.path}`, f.text)) ?? [])
  findings.push(
    ...duplicates([...provisions, ...papers, ...variation], definitions),
    ...misplaced(provisions, papers),
    ...(catalogue ? numbersOutside(catalogue, [...provisions, ...papers, ...variation], sorted) : []),
  )
  if (findings.length > 0 || !heads || !cover || !paperCover || !properNames) return { findings }
  return {
    value: {
      heads,
      cover,
      provisions,
      papers,
      paperCover,
      variation,
      definitions,
      terms: termFinder(definitions, properNames),
      compile: once(compile),
    },
    findings,
  }
}

function once(compile: Compile): Compile {
  const known = new Map<string, Compiled>()
  return wording => {
    const have = known.get(wording)
    if (have) return have
    const made = compile(wording)
    known.set(wording, made)
    return made
  }
}

/** Every piece of wording in the library, with the file and line it stands on. */
export function wordings(library: Pick<Library, 'provisions' | 'papers' | 'variation' | 'definitions'>) {
  return [
    ...[...library.provisions, ...library.papers, ...library.variation].flatMap(p => [
      { wording: p.wording, file: p.file, firstLine: p.firstLine },
      { wording: p.title, file: p.file, firstLine: 2 },
    ]),
    ...library.definitions.map(d => ({ wording: d.text, file: d.file, firstLine: d.line })),
    ...coverWordings.map(wording => ({ wording, file: 'templates/agreement/cover.yaml', firstLine: 1 })),
  ]
}

/** The answers that stand on a cover, the agreement's or a variation's. */
export const coverWordings = ['{{name}}', '{{reference}}', '{{term.start}}', '{{agreement_date}}'] as const

/** Papers outside their room, and what is no paper inside it. */
const misplaced = (provisions: readonly Template[], papers: readonly Template[]): Finding[] =>
  [...provisions.filter(p => p.form === 'paper'), ...papers.filter(p => p.form !== 'paper')].map(({ file }) =>
    fault('TPL-01', 'Templates of the form “paper”, and no others, stand in templates/papers/.', {
      file,
      start: { line: 1, column: 1 },
    }),
  )

function duplicates(provisions: readonly Template[], definitions: readonly DefinedTerm[]): Finding[] {
  const twice = <T extends { readonly file: string }>(
    list: readonly T[],
    key: (t: T) => string,
    what: string,
  ) => {
    const seen = new Map<string, T>()
    return list.flatMap(item => {
      const before = seen.get(key(item))
      seen.set(key(item), item)
      return before
        ? [
            fault('ANS-05', `The ${what} “${key(item)}” is used twice; first in ${before.file}.`, {
              file: item.file,
              start: { line: 1, column: 1 },
            }),
          ]
        : []
    })
  }
  return [
    ...twice(provisions, p => p.id, 'id'),
    ...twice(
      provisions.filter(p => p.form !== 'execution'),
      p => p.catalogue,
      'catalogue number',
    ),
    ...twice(definitions, d => d.term, 'defined term'),
    ...twice(definitions, d => d.id, 'definition id'),
  ]
}
