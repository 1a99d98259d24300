/** A compiled template and the facts in, filled text with tokens out. */
import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import { InternalError } from '../../findings/finding.ts'
import type { ConditionName } from '../../intake/condition-names.ts'
import { type FactGroup, FactList, Leaf, self } from '../facts.ts'
import { dropEmptied, empty, tokenClose, tokenOpen } from './marks.ts'

/** Blocks that are made, not worded: the definitions, the map of risks, a diagram by name. */
export interface Insert {
  readonly what: 'definitions' | 'heat_map' | 'diagram'
  readonly name?: string
}

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
  | ({ readonly type: 'insert' } & Insert)

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
  readonly hash: Readonly<Record<string, string>> & { readonly lead?: Leaf | FactList }
  readonly data: {
    readonly run: Run
    readonly loop?: readonly string[]
    readonly chosen?: string
    /** How many items of the loop are still to come. */
    readonly left?: number
  }
}

const put = (run: Run, token: Token): string => `${tokenOpen}${run.tokens.push(token) - 1}${tokenClose}`

const hasAnswer = (node: Leaf | FactList): boolean => node.state === 'answered'
const isOpen = (node: Leaf | FactList): boolean => node.state === 'missing' || node.state === 'disputed'
const isSetAside = (node: Leaf | FactList): boolean =>
  node.state === 'none' || node.state === 'not_applicable'

function leafOrList(node: unknown, helper: string): Leaf | FactList {
  if (node instanceof Leaf || node instanceof FactList) return node
  throw new InternalError(`A template gives "${helper}" something that is no answer.`)
}

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

/** Prints what an id stands for. An answer that is no known id is printed as it was typed. */
function printByName(given: unknown, nameOf: (id: string) => string | undefined, run: Run): string {
  if (!(given instanceof Leaf))
    return put(run, { type: 'text', text: nameOf(String(given)) ?? String(given) })
  if (!hasAnswer(given)) return print(given, run)
  return put(run, { type: 'fact', leaf: given, text: nameOf(given.text) ?? given.text })
}

/** A gap, or the reason for setting a question aside, in the shape of the wording that it replaces, so that the text round it keeps its structure. */
function inShape(token: Token, options: Options): string {
  const mark = put(options.data.run, token)
  const shape = options.hash.shape ?? ''
  if (shape === '') return options.hash.ends ? `${mark}\n` : mark
  const at = put(options.data.run, {
    type: 'at',
    line: Number(options.hash.line ?? 1),
    slug: `open-${options.hash.line ?? 1}`,
    loop: options.data.loop ?? [],
  })
  if (!shape.endsWith('|')) return `${shape} ${at}${mark}\n`
  const { lead } = options.hash
  return `${shape} ${at}${lead ? `${print(lead, options.data.run)} | ` : ''}${mark} |\n`
}

/** The inside of an inline block on one line, keeping the line end that Handlebars left for it. */
const onOneLine = (inside: string): string => {
  const text = inside.replace(/\s*\n\s*/g, ' ').trim()
  return inside.endsWith('\n') ? `${text}\n` : text
}
/** A block that closes on a line of its own leaves no line behind, so it needs no mark when it prints nothing. */
const orEmpty = (inside: string, options: Options): string =>
  inside === '' && !options.hash.ends ? empty : inside

/** What stands for wording whose question was set aside: the wording's own `{{else}}`, or else the reason as it was typed. */
function setAside(leaf: Leaf, context: unknown, options: Options): string {
  if (options.hash.otherwise) return orEmpty(options.inverse(context), options)
  return inShape({ type: 'fact', leaf, text: leaf.text }, options)
}

function branch(test: boolean, context: unknown, options: Options): string {
  return orEmpty(test ? options.fn(context) : options.inverse(context), options)
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
    return put(options.data.run, { type: 'insert', what: 'definitions' })
  },
  heat_map(options: Options) {
    return put(options.data.run, { type: 'insert', what: 'heat_map' })
  },
  diagram(name: string, options: Options) {
    return put(options.data.run, { type: 'insert', what: 'diagram', name })
  },
  stop(options: Options) {
    const { left } = options.data
    if (left === undefined) throw new InternalError('A template has {{stop}} outside {{#each}}.')
    return left === 0 ? '.' : left === 1 ? '; and' : ';'
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
    return printByName(given, id => options.data.run.around.law(id)?.title, options.data.run)
  },
  role(name: string, options: Options) {
    const title = options.data.run.around.role(name)
    if (title === undefined)
      throw new InternalError(`A template names the role "${name}", which data/council.yaml lacks.`)
    return put(options.data.run, { type: 'text', text: title })
  },
  priority(given: unknown, options: Options) {
    return printByName(given, options.data.run.around.priority, options.data.run)
  },
  when(condition: ConditionName, options: Options) {
    const value = options.data.run.around.conditions[condition]
    if (value === undefined) return inShape({ type: 'undecided', condition }, options)
    return branch(value, this, options)
  },
  yes(node: unknown, options: Options) {
    const leaf = leafOrList(node, 'yes') as Leaf
    if (isOpen(leaf)) return inShape({ type: 'gap', of: leaf }, options)
    return branch(leaf.value === true, this, options)
  },
  answered(node: unknown, options: Options) {
    const leaf = leafOrList(node, 'answered')
    // Answers that conflict are answers: the place is marked, for neither wording is true of them.
    if (leaf.state === 'disputed') return inShape({ type: 'gap', of: leaf }, options)
    return branch(hasAnswer(leaf), this, options)
  },
  choose(node: unknown, options: Options) {
    const leaf = leafOrList(node, 'choose') as Leaf
    if (isOpen(leaf)) return inShape({ type: 'gap', of: leaf }, options)
    if (isSetAside(leaf)) return setAside(leaf, this, options)
    const chosen = String(leaf.value)
    const inside = options.fn(this, { data: { ...options.data, chosen } })
    return orEmpty(options.hash.shape ? inside : onOneLine(inside.replaceAll(empty, '')), options)
  },
  case(...given: unknown[]) {
    const options = given.pop() as Options
    return orEmpty(given.includes(options.data.chosen) ? options.fn(this) : '', options)
  },
  each(node: unknown, options: Options) {
    const list = leafOrList(node, 'each')
    if (isOpen(list)) return inShape({ type: 'gap', of: list }, options)
    const items = list instanceof FactList ? list.items : []
    if (items.length === 0) return orEmpty(options.inverse(this), options)
    return items
      .map((item, i) => {
        const name = (item as Partial<FactGroup>)[self]?.id ?? String(i + 1)
        const loop = [...(options.data.loop ?? []), name]
        return options.fn(item, { data: { ...options.data, loop, left: items.length - 1 - i } })
      })
      .join('')
  },
  partner(node: unknown, options: Options) {
    const leaf = leafOrList(node, 'partner') as Leaf
    if (isOpen(leaf)) return inShape({ type: 'gap', of: leaf }, options)
    if (isSetAside(leaf)) return setAside(leaf, this, options)
    const partner = options.data.run.around.partner(String(leaf.value))
    if (!partner) throw new InternalError(`No partner is known as "${leaf.value}".`)
    return orEmpty(options.fn(partner), options)
  },
  in_force(id: string, options: Options) {
    return branch(options.data.run.around.law(id)?.isInForce === true, this, options)
  },
} as Record<string, (this: unknown, ...given: never[]) => string>

const engine = (runtime as unknown as typeof Handlebars).create()
for (const [name, helper] of Object.entries(helpers))
  engine.registerHelper(name, helper as Handlebars.HelperDelegate)

/** The names of every helper, for the compiler. */
export const helperNames: readonly string[] = Object.keys(helpers)

/**
 * What Handlebars sets up for a call: helpers, and what of an object may be read. It sets it up anew at each call, which takes longer
 * than to fill most provisions, so ours are called as it calls a partial, with what its caller has.
 */
function setUpOnce(): RuntimeOptions {
  let caller: RuntimeOptions = {}
  const nothing = {
    compiler: [(engine as unknown as { COMPILER_REVISION: number }).COMPILER_REVISION, ''],
    main: (container: RuntimeOptions) => {
      caller = container
      return ''
    },
  }
  engine.template(nothing as unknown as TemplateSpecification)({})
  const { helpers, hooks, protoAccessControl } = caller as Record<string, unknown>
  return { partial: true, helpers, hooks, protoAccessControl } as RuntimeOptions
}

const setUp = setUpOnce()

/** Makes a template that was compiled before ready to fill. Answers never become structure: each is a token. */
export function readyWording(specification: TemplateSpecification): Compiled {
  const run = engine.template(specification)
  return (facts, around) => {
    const tokens: Token[] = []
    const text = run(facts, { ...setUp, data: { run: { tokens, around }, root: facts } })
    return { text: dropEmptied(text), tokens }
  }
}
