/** Template wording in, our own small tree out: what the checker reads and the filler compiles. Nothing else is allowed in a template. */
import Handlebars from 'handlebars'

export interface Spot {
  /** Lines count from the first line of the wording, columns from 1. */
  readonly line: number
  readonly column: number
}
export type Argument =
  | { readonly type: 'path'; readonly parts: readonly string[]; readonly depth: number }
  | { readonly type: 'literal'; readonly value: string }

export type Wording =
  | ({ readonly type: 'text'; readonly text: string } & Spot)
  | ({ readonly type: 'value'; readonly path: Argument & { type: 'path' } } & Spot)
  | ({
      readonly type: 'call'
      readonly helper: string
      readonly args: readonly Argument[]
      readonly options: Readonly<Record<string, string>>
    } & Spot)
  | ({
      readonly type: 'block'
      readonly helper: string
      readonly args: readonly Argument[]
      readonly body: readonly Wording[]
      readonly otherwise: readonly Wording[] | undefined
    } & Spot)

/** Helpers that stand alone, and the number of arguments each takes (least, most). */
export const inlineHelpers: Readonly<Record<string, readonly [number, number]>> = {
  quantity: [2, 2],
  list: [1, 2],
  ref: [1, 1],
  id: [1, 1],
  law: [1, 1],
  role: [1, 1],
  priority: [1, 1],
  table: [1, 1],
  definitions: [0, 0],
  heat_map: [0, 0],
  diagram: [1, 1],
  stop: [0, 0],
  at: [1, 2],
}
/** Helpers that wrap wording. */
export const blockHelpers: Readonly<Record<string, readonly [number, number]>> = {
  when: [1, 1],
  yes: [1, 1],
  choose: [1, 1],
  case: [1, 99],
  answered: [1, 1],
  each: [1, 1],
  partner: [1, 1],
  in_force: [1, 1],
}

/** A fault in the wording's own syntax, with its spot. The loader turns it into a finding. */
export class WordingError extends Error {
  constructor(
    message: string,
    readonly spot: Spot,
  ) {
    super(message)
  }
}

/** Parses wording with Handlebars. Throws WordingError for broken syntax and for anything templates may not use. */
export function parseWording(source: string): readonly Wording[] {
  return statements(parseSyntax(source).body)
}

/** Parses to Handlebars' own tree, for the filler to compile. Throws WordingError. */
export function parseSyntax(source: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source)
  } catch (error) {
    const message = (error as Error).message
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1)
    throw new WordingError(plainSyntaxMessage(message), { line, column: 1 })
  }
}

function plainSyntaxMessage(message: string): string {
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(message)
  if (mismatch) return `the block "${mismatch[1]}" is closed as "${mismatch[2]}"`
  if (/got 'EOF'|Expecting.*'OPEN_ENDBLOCK'/s.test(message)) return 'a block is opened and never closed'
  return 'the braces {{ … }} here cannot be understood'
}

function statements(list: readonly hbs.AST.Statement[]): Wording[] {
  const out: Wording[] = []
  for (const node of list) {
    const spot = { line: node.loc.start.line, column: node.loc.start.column + 1 }
    switch (node.type) {
      case 'ContentStatement':
        out.push({ type: 'text', text: (node as hbs.AST.ContentStatement).value, ...spot })
        break
      case 'CommentStatement':
        break
      case 'MustacheStatement':
        out.push(mustache(node as hbs.AST.MustacheStatement, spot))
        break
      case 'BlockStatement':
        out.push(block(node as hbs.AST.BlockStatement, spot))
        break
      default:
        throw new WordingError('only answers, helpers and blocks may stand in braces', spot)
    }
  }
  return out
}

function mustache(node: hbs.AST.MustacheStatement, spot: Spot): Wording {
  if (!(node as unknown as { escaped: boolean }).escaped)
    throw new WordingError('use two braces, not three: {{…}}', spot)
  const path = pathOf(node.path, spot)
  const name = path.parts.join('.')
  // `./role` says that the item's own "role" is meant, not the helper of that name.
  const isHelper = (node.path as hbs.AST.PathExpression).original === name && name in inlineHelpers
  if (!isHelper && node.params.length === 0) return { type: 'value', path, ...spot }
  if (!isHelper)
    throw new WordingError(
      `"${name}" is not a helper; the helpers are ${Object.keys(inlineHelpers)
        .filter(h => h !== 'at')
        .join(', ')}`,
      spot,
    )
  return {
    type: 'call',
    helper: name,
    args: argumentsOf(name, inlineHelpers, node.params, spot),
    options: hashOf(node, spot),
    ...spot,
  }
}

function block(node: hbs.AST.BlockStatement, spot: Spot): Wording {
  const helper = pathOf(node.path, spot).parts.join('.')
  if (!(helper in blockHelpers))
    throw new WordingError(
      `"#${helper}" is not a block; the blocks are ${Object.keys(blockHelpers).join(', ')}`,
      spot,
    )
  const args = argumentsOf(helper, blockHelpers, node.params, spot)
  if ((node.inverse as unknown as { chained?: boolean } | undefined)?.chained)
    throw new WordingError('"else if" is not used: nest a block inside {{else}}', spot)
  return {
    type: 'block',
    helper,
    args,
    body: statements(node.program.body),
    otherwise: node.inverse ? statements(node.inverse.body) : undefined,
    ...spot,
  }
}

function argumentsOf(
  helper: string,
  table: Readonly<Record<string, readonly [number, number]>>,
  params: readonly hbs.AST.Expression[],
  spot: Spot,
): Argument[] {
  const [least, most] = table[helper]!
  if (params.length < least || params.length > most)
    throw new WordingError(
      `"${helper}" takes ${least === most ? least : `${least} to ${most}`} argument(s)`,
      spot,
    )
  return params.map(param => {
    if (param.type === 'PathExpression') return pathOf(param, spot)
    if (param.type === 'StringLiteral' || param.type === 'NumberLiteral')
      return { type: 'literal', value: String((param as hbs.AST.StringLiteral).value) }
    throw new WordingError('an argument is a path or a text in quotes', spot)
  })
}

function hashOf(node: hbs.AST.MustacheStatement, spot: Spot): Record<string, string> {
  const out: Record<string, string> = {}
  for (const pair of node.hash?.pairs ?? []) {
    if (pair.value.type !== 'StringLiteral')
      throw new WordingError(`"${pair.key}" takes a text in quotes`, spot)
    out[pair.key] = (pair.value as hbs.AST.StringLiteral).value
  }
  return out
}

function pathOf(node: hbs.AST.Expression, spot: Spot): Argument & { type: 'path' } {
  const path = node as hbs.AST.PathExpression
  if (node.type !== 'PathExpression' || path.data) throw new WordingError('a name is expected here', spot)
  return { type: 'path', parts: path.parts as string[], depth: path.depth }
}
