/**
 * A filled template, or a piece of one, in; the blocks that it was parsed to before out. Most of what a library says is
 * the same in every agreement, and whoever compares, writes or prints it again knows it by the object.
 */
import type { Block, Inline } from '../document/nodes.ts'
import type { DefinedTerm } from './definitions.ts'
import type { Template } from './template.ts'
import type { Filled, Token } from './wording/fill.ts'

/** So many fillings of one text are kept, such as those of a loop; the oldest go first. */
const KEPT = 3
/** More texts than the pieces of a template have. A run over many intakes begins again then. */
const MOST_TEXTS = 100

interface Filling {
  readonly tokens: readonly Token[]
  readonly parsed: unknown
}

/** By template or defined term, by text and level. */
const known = new WeakMap<object, Map<string, readonly Filling[]>>()

/** Gives what was parsed from the same text with the same answers in it at the same level, or else parses it. */
export function parsedBefore<T>(
  template: Template | DefinedTerm,
  { text, tokens }: Filled,
  level: number,
  parse: () => T,
): T {
  // What waits for an answer says who is to give it, and what is inserted is made anew: neither is known by its token.
  if (tokens.some(({ type }) => type === 'gap' || type === 'undecided' || type === 'insert')) return parse()
  const texts = known.get(template) ?? new Map<string, readonly Filling[]>()
  known.set(template, texts)
  const place = `${level} ${text}`
  const fillings = texts.get(place) ?? []
  const before = fillings.find(one => one.tokens.every((token, index) => saysSame(token, tokens[index]!)))
  if (before) return before.parsed as T
  const parsed = parse()
  if (texts.size >= MOST_TEXTS && fillings.length === 0) texts.clear()
  texts.set(place, [{ tokens, parsed }, ...fillings].slice(0, KEPT))
  return parsed
}

/** Whether two tokens put the same into a document. */
function saysSame(one: Token, other: Token): boolean {
  switch (one.type) {
    case 'fact':
      return other.type === 'fact' && one.text === other.text && one.leaf.path === other.leaf.path
    case 'at':
      return (
        other.type === 'at' &&
        one.line === other.line &&
        one.slug === other.slug &&
        isSameList(one.loop, other.loop)
      )
    case 'text':
      return other.type === 'text' && one.text === other.text
    case 'ref':
      return other.type === 'ref' && one.target === other.target
    case 'id':
      return other.type === 'id' && one.label === other.label
    case 'table':
      return other.type === 'table' && one.caption === other.caption && isSameList(one.widths, other.widths)
    default:
      return false
  }
}

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

/** A provision as it stands in an agreement, and what it was put together from. */
interface Whole {
  readonly title: string
  readonly children: readonly Block[]
  readonly blocks: readonly Block[]
}

/** Of each template the wholes that it last gave, the newest first. */
const wholes = new WeakMap<Template, readonly Whole[]>()

/** Gives the blocks that were put together from the very same ones, or else puts them together. */
export function wholeBefore(
  template: Template,
  title: readonly Inline[],
  children: readonly Block[],
  put: () => readonly Block[],
): readonly Block[] {
  const before = wholes.get(template) ?? []
  const heading = JSON.stringify(title)
  const found = before.find(one => one.title === heading && isSameList(one.children, children))
  if (found) return found.blocks
  const blocks = put()
  wholes.set(template, [{ title: heading, children, blocks }, ...before].slice(0, KEPT))
  return blocks
}
