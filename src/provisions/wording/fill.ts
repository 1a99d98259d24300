/** A template and the facts in, filled text with tokens out. The only place that compiles and runs Handlebars. */
import Handlebars from 'handlebars'
import { InternalError } from '../../findings/finding.ts'
import type { ConditionName } from '../../intake/condition-names.ts'
import { FactList, Leaf, self, type FactGroup } from '../facts.ts'
import { dropEmptied, empty, markBlocks, tokenClose, tokenOpen } from './marks.ts'
import { blockHelpers, inlineHelpers, parseSyntax } from './tree.ts'

/** What a token stands for once the Markdown is parsed. */
export type Token =
  | { readonly type: 'fact'; readonly leaf: Leaf; readonly text: string }
  | { readonly type: 'gap'; readonly of: Leaf | FactList }
  | { readonly type: 'undecided'; readonly condition: ConditionName }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'ref'; readonly target: string }
  | { readonly type: 'id'; readonly label: string }
  | { readonly type: 'at'; readonly line: number; readonly slug: string; readonly loop: readonly string[] }
  | { readonly type: 'table'; readonly caption: string; readonly widths: readonly number[] }
  | { readonly type: 'definitions' }

export interface Filled {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** What wording may ask of the world outside the intake. */
export interface Surroundings {
  readonly conditions: Readonly<Record<ConditionName, boolean | undefined>>
  readonly law: (id: string) => { readonly title: string; readonly isInForce: boolean } | undefined
  readonly role: (name: string) => string | undefined
  readonly priority: (id: string) => string | undefined
  readonly partner: (id: string) => FactGroup | undefined
}

export type Compiled = (facts: FactGroup, around: Surroundings) => Filled

interface Run {
  readonly tokens: Token[]
  readonly around: Surroundings
}
interface Options {
  readonly fn: (context: unknown, options?: { data?: unknown }) => string
  readonly inverse: (context: unknown) => string
  readonly hash: Readonly<Record<string, string>>
  readonly data: { readonly run: Run; readonly loop?: readonly string[]; readonly chosen?: string }
}

const put = (run: Run, token: Token): string => `${tokenOpen}${run.tokens.push(token) - 1}${tokenClose}`

const hasAnswer = (node: Leaf | FactList): boolean => node.state === 'answered'
const isOpen = (node: Leaf | FactList): boolean => node.state === 'missing' || node.state === 'disputed'

function leafOrList(node: unknown, helper: string): Leaf | FactList {
  if (node instanceof Leaf || node instanceof FactList) return node
  throw new InternalError(`A template gives "${helper}" something that is no answer.`)
}
const plainText = (given: unknown): string => (given instanceof Leaf ? given.text : String(given))

function print(node: unknown, run: Run): string {
  const leaf = leafOrList(node, 'print')
  if (isOpen(leaf)) return put(run, { type: 'gap', of: leaf })
  if (leaf instanceof FactList) return printList(leaf, undefined, run)
  return put(run, { type: 'fact', leaf, text: leaf.text })
}

function printList(list: FactList, field: string | undefined, run: Run): string {
  if (isOpen(list)) return put(run, { type: 'gap', of: list })
  if (list.items.length === 0) return put(run, { type: 'text', text: 'none' })
  const parts = list.items.map(item => print(field === undefined ? item : (item as FactGroup)[field], run))
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** A gap in the shape that the missing wording would have had, so that the text round it keeps its structure. */
function gapInShape(token: Token, options: Options): string {
  const mark = put(options.data.run, token)
  const shape = options.hash.shape ?? ''
  if (shape === '') return options.hash.ends ? `${mark}\n` : mark
  const at = put(options.data.run, {
    type: 'at',
    line: Number(options.hash.line ?? 1),
    slug: `open-${options.hash.line ?? 1}`,
    loop: options.data.loop ?? [],
  })
  return shape.endsWith('|') ? `${shape} ${at}${mark} |\n` : `${shape} ${at}${mark}\n`
}

/** The inside of an inline block on one line, keeping the line end that Handlebars left for it. */
const onOneLine = (inside: string): string => {
  const text = inside.replace(/\s*\n\s*/g, ' ').trim()
  return inside.endsWith('\n') ? `${text}\n` : text
}
const orEmpty = (inside: string): string => (inside === '' ? empty : inside)

function branch(test: boolean, context: unknown, options: Options): string {
  return orEmpty(test ? options.fn(context) : options.inverse(context))
}

const helpers: Readonly<Record<string, (this: unknown, ...given: never[]) => string>> = {
  print(node: unknown, options: Options) {
    return print(node, options.data.run)
  },
  at(line: number, slug: string, options: Options) {
    return put(options.data.run, { type: 'at', line: Number(line), slug, loop: options.data.loop ?? [] })
  },
  id(label: string, options: Options) {
    return put(options.data.run, { type: 'id', label })
  },
  ref(target: string, options: Options) {
    return put(options.data.run, { type: 'ref', target })
  },
  table(caption: string, options: Options) {
    const widths = (options.hash.widths ?? '').split(/\s+/).filter(Boolean).map(Number)
    return put(options.data.run, { type: 'table', caption, widths })
  },
  definitions(options: Options) {
    return put(options.data.run, { type: 'definitions' })
  },
  quantity(node: unknown, unit: string, options: Options) {
    const leaf = leafOrList(node, 'quantity') as Leaf
    if (isOpen(leaf)) return `${print(leaf, options.data.run)} ${unit}s`
    return `${print(leaf, options.data.run)} ${leaf.value === 1 ? unit : `${unit}s`}`
  },
  list(node: unknown, ...rest: unknown[]) {
    const options = rest.pop() as Options
    const list = leafOrList(node, 'list')
    if (list instanceof FactList) return printList(list, rest[0] as string | undefined, options.data.run)
    return print(list, options.data.run)
  },
  law(given: unknown, options: Options) {
    if (given instanceof Leaf && !hasAnswer(given)) return print(given, options.data.run)
    const id = plainText(given)
    const title = options.data.run.around.law(id)?.title
    return put(options.data.run, { type: 'text', text: title ?? id })
  },
  role(name: string, options: Options) {
    const title = options.data.run.around.role(name)
    if (title === undefined) throw new InternalError(`A template names the role "${name}", which data/council.yaml lacks.`)
    return put(options.data.run, { type: 'text', text: title })
  },
  priority(given: unknown, options: Options) {
    if (given instanceof Leaf && !hasAnswer(given)) return print(given, options.data.run)
    const id = plainText(given)
    return put(options.data.run, { type: 'text', text: options.data.run.around.priority(id) ?? id })
  },
  when(condition: ConditionName, options: Options) {
    const value = options.data.run.around.conditions[condition]
    if (value === undefined) return gapInShape({ type: 'undecided', condition }, options)
    return branch(value, this, options)
  },
  yes(node: unknown, options: Options) {
    const leaf = leafOrList(node, 'yes') as Leaf
    if (isOpen(leaf)) return gapInShape({ type: 'gap', of: leaf }, options)
    return branch(leaf.value === true, this, options)
  },
  answered(node: unknown, options: Options) {
    return branch(hasAnswer(leafOrList(node, 'answered')), this, options)
  },
  choose(node: unknown, options: Options) {
    const leaf = leafOrList(node, 'choose') as Leaf
    if (isOpen(leaf)) return gapInShape({ type: 'gap', of: leaf }, options)
    const chosen = String(leaf.value)
    const inside = options.fn(this, { data: { ...options.data, chosen } })
    return orEmpty(options.hash.shape ? inside : onOneLine(inside.replaceAll(empty, '')))
  },
  case(...given: unknown[]) {
    const options = given.pop() as Options
    return given.includes(options.data.chosen) ? options.fn(this) : empty
  },
  each(node: unknown, options: Options) {
    const list = leafOrList(node, 'each')
    if (isOpen(list)) return gapInShape({ type: 'gap', of: list }, options)
    const items = list instanceof FactList ? list.items : []
    if (items.length === 0) return orEmpty(options.inverse(this))
    return items
      .map((item, i) => {
        const name = (item as Partial<FactGroup>)[self]?.id ?? String(i + 1)
        return options.fn(item, { data: { ...options.data, loop: [...(options.data.loop ?? []), name] } })
      })
      .join('')
  },
  partner(node: unknown, options: Options) {
    const leaf = leafOrList(node, 'partner') as Leaf
    if (isOpen(leaf)) return gapInShape({ type: 'gap', of: leaf }, options)
    const partner = options.data.run.around.partner(String(leaf.value))
    if (!partner) throw new InternalError(`No partner is known as "${leaf.value}".`)
    return orEmpty(options.fn(partner))
  },
  in_force(id: string, options: Options) {
    return branch(options.data.run.around.law(id)?.isInForce === true, this, options)
  },
} as Record<string, (this: unknown, ...given: never[]) => string>

const engine = Handlebars.create()
for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper as Handlebars.HelperDelegate)
const knownHelpers = Object.fromEntries(Object.keys(helpers).map(name => [name, true]))

/**
 * Compiles a provision's wording. Answers never become structure: each is a token until the Markdown is parsed.
 * @throws WordingError when the syntax is broken
 */
export function compileWording(wording: string): Compiled {
  const program = parseSyntax(markBlocks(wording))
  annotate(program.body)
  const run = engine.compile(program, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: knownHelpers as never,
  })
  return (facts, around) => {
    const tokens: Token[] = []
    const text = run(facts, { data: { run: { tokens, around } } })
    return { text: dropEmptied(text), tokens }
  }
}

/** Sends plain answers through `print`, and tells each block the shape its missing wording would have. */
function annotate(list: hbs.AST.Statement[]): void {
  for (const node of list) {
    if (node.type === 'MustacheStatement') {
      const mustache = node as hbs.AST.MustacheStatement
      const path = mustache.path as hbs.AST.PathExpression
      if (mustache.params.length > 0 || (path.parts.length === 1 && path.depth === 0 && path.original in inlineHelpers))
        continue
      mustache.params = [path]
      mustache.path = name('print', path)
    } else if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement
      if (!((block.path as hbs.AST.PathExpression).original in blockHelpers)) continue
      const shape = shapeOf(block.program.body)
      setHash(block, { shape, ends: endsLine(block.program.body), line: String(node.loc.start.line) })
      annotate(block.program.body)
      if (block.inverse) annotate(block.inverse.body)
    }
  }
}

const name = (original: string, like: hbs.AST.PathExpression): hbs.AST.PathExpression => ({
  ...like,
  data: false,
  depth: 0,
  parts: [original],
  original,
})

function setHash(block: hbs.AST.BlockStatement, values: Readonly<Record<string, string>>): void {
  block.hash = {
    type: 'Hash',
    loc: block.loc,
    pairs: Object.entries(values).map(([key, value]) => ({
      type: 'HashPair',
      loc: block.loc,
      key,
      value: { type: 'StringLiteral', loc: block.loc, value, original: value } as hbs.AST.StringLiteral,
    })),
  } as hbs.AST.Hash
}

/** Says whether the closing tag stands on a line of its own, so that the line end before it must be kept. */
function endsLine(body: readonly hbs.AST.Statement[]): string {
  const last = body.at(-1)
  const text = last?.type === 'ContentStatement' ? String((last as hbs.AST.ContentStatement).original) : ''
  return /\n[ \t]*$/.test(text) ? 'yes' : ''
}

/** The marker with which the first line of a block begins (`   1.`, `-`, `|`, `>`), or empty for wording within a line. */
function shapeOf(body: readonly hbs.AST.Statement[]): string {
  for (const node of body) {
    if (node.type === 'ContentStatement') {
      const text = String((node as hbs.AST.ContentStatement).original)
      if (text.trim() === '') continue
      const marker = /^(?:[ \t]*\n)*([ \t]*(?:1\.|-|\||>|##?))[ \t]/.exec(text)
      return marker ? marker[1]!.replace(/##?/, '') : ''
    }
    if (node.type === 'BlockStatement') return shapeOf((node as hbs.AST.BlockStatement).program.body)
    if (node.type === 'MustacheStatement') return ''
  }
  return ''
}
