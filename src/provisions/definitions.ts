/** The defined terms: their files in, typed entries out; and which of them an agreement's words use. */
import * as z from 'zod'
import type { Block, Inline } from '../document/nodes.ts'
import type { Outcome } from '../findings/finding.ts'
import { type ConditionName, conditionNames } from '../intake/condition-names.ts'
import { readChecked } from './yaml.ts'

const definitionFile = z.lazy(() =>
  z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      term: z.string().min(1),
      also: z.array(z.string().min(1)).default([]),
      when: z.enum(conditionNames).optional(),
      text: z.string().min(1),
    }),
  ),
)

export interface DefinedTerm {
  readonly id: string
  readonly term: string
  /** Other forms of the term, such as its plural. */
  readonly also: readonly string[]
  /** The condition under which alone the term may be used. */
  readonly when: ConditionName | undefined
  readonly text: string
  readonly file: string
  readonly line: number
}

/** The order of a dictionary, for `sort`. By hand, because Node takes 6 ms to load the rules of a language; terms are plain English. */
export function byTerm(one: { readonly term: string }, other: { readonly term: string }): number {
  const [a, b] = [letters(one), letters(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

const letters = ({ term }: { readonly term: string }): string =>
  term.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** Reads one file of definitions. */
export function readDefinitions(file: string, text: string): Outcome<readonly DefinedTerm[]> {
  const read = readChecked(text, file, definitionFile)
  if (!read.value) return { findings: read.findings }
  const lines = text.split('\n')
  const lineOf = (id: string) => lines.findIndex(line => line.endsWith(`id: ${id}`)) + 1
  return { value: read.value.data.map(e => ({ ...e, when: e.when, file, line: lineOf(e.id) })), findings: [] }
}

/** The search for defined terms in wording. Longer terms win: "Partnership Area" does not use "Partnership". */
export interface TermFinder {
  /** The ids of the terms a text uses. */
  readonly find: (text: string) => ReadonlySet<string>
  /** The ids of the terms that the library's own words in some blocks use. */
  readonly usedIn: (blocks: readonly Block[]) => ReadonlySet<string>
  /** The text with every defined term and proper name taken out. */
  readonly without: (text: string) => string
}

/**
 * Prepares the search for a set of terms. A term broken over two lines is still found; a term that is part of a proper
 * name ("Service" in "Disclosure and Barring Service") is not.
 */
export function termFinder(terms: readonly DefinedTerm[], properNames: readonly string[]): TermFinder {
  const idOf = new Map(terms.flatMap(t => [t.term, ...t.also].map(form => [plainForm(form), t.id] as const)))
  const forms = [...idOf.keys(), ...properNames].sort((a, b) => b.length - a.length)
  if (forms.length === 0) return { find: () => new Set(), usedIn: () => new Set(), without: text => text }
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${forms.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  )
  const find = (text: string): ReadonlySet<string> =>
    new Set([...text.matchAll(pattern)].flatMap(m => idOf.get(plainForm(m[0])) ?? []))
  // A block that stands in many agreements is searched once.
  const found = new WeakMap<Block, ReadonlySet<string>>()
  const usedIn = (blocks: readonly Block[]): ReadonlySet<string> =>
    new Set(blocks.flatMap(block => [...usedInOne(block)]))
  const usedInOne = (block: Block): ReadonlySet<string> => {
    const used = found.get(block) ?? searchOne(block)
    found.set(block, used)
    return used
  }
  const searchOne = (block: Block): ReadonlySet<string> =>
    block.type === 'clause' || block.type === 'schedule'
      ? usedIn([
          ...(block.title ? [{ type: 'para', children: block.title } as const] : []),
          ...block.children,
        ])
      : find(ownWords([block]))
  return {
    find,
    usedIn,
    without: text => text.replace(pattern, 'it'),
  }
}

const plainForm = (form: string): string => form.replace(/’/g, "'").replace(/\s+/g, ' ')
const asPattern = (s: string): string =>
  s
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/'/g, "['’]")
    .replace(/ /g, '\\s+')

/** The library's own words in blocks, one text a paragraph; answers are left out, for an answer cannot use a defined term. */
export function ownWords(blocks: readonly Block[]): string {
  const out: string[] = []
  const inlines = (list: readonly Inline[]): string =>
    list
      .map(i =>
        i.type === 'text'
          ? i.text
          : i.type === 'strong' || i.type === 'emphasis'
            ? inlines(i.children)
            : '\uFFFC',
      )
      .join('')
  const visit = (list: readonly Block[]): void => {
    for (const block of list) {
      switch (block.type) {
        case 'para':
        case 'heading':
          out.push(inlines(block.children))
          break
        case 'bullets':
          block.items.forEach(visit)
          break
        case 'table':
          out.push(...block.columns.map(c => c.title))
          for (const row of block.rows) for (const cell of row.cells) visit(cell.children)
          break
        case 'clause':
          if (block.title) out.push(inlines(block.title))
          visit(block.children)
          break
        case 'schedule':
          out.push(inlines(block.title))
          visit(block.children)
          break
        case 'executionBlock':
          visit(block.children)
          for (const line of block.lines) out.push(line.label, inlines(line.value))
          break
        case 'diagram':
          out.push(block.caption, ...block.steps.map(step => step.text))
          break
        default:
          visit(block.children)
      }
    }
  }
  visit(blocks)
  return out.join('\n')
}
