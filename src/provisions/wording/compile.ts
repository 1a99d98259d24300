/** A template's wording in, Handlebars' specification of it out. The only place that compiles templates. */
import Handlebars from 'handlebars'
import { type Compiled, helperNames, readyWording } from './fill.ts'
import { markBlocks } from './marks.ts'
import { blockHelpers, inlineHelpers, parseSyntax } from './tree.ts'

const knownHelpers = Object.fromEntries(helperNames.map(name => [name, true])) as unknown as KnownHelpers

/**
 * Compiles a provision's wording to the text of a JavaScript object, which a build may keep.
 * @throws WordingError when the syntax is broken
 */
export function precompileWording(wording: string): string {
  const program = parseSyntax(markBlocks(wording))
  annotate(program.body)
  return String(
    Handlebars.precompile(program, { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers }),
  ).replaceAll(whereCalled, '')
}

/** Where each call stands: no helper of ours asks, and it is a fifth of all that is compiled. In a text its quotes are escaped. */
const whereCalled = /,"loc":\{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g

/** Compiles wording and makes it ready to fill. */
export function compileWording(wording: string): Compiled {
  // What is run is Handlebars' own output for a template of the library, never anything from an intake.
  return readyWording(new Function(`return ${precompileWording(wording)}`)())
}

/** Sends plain answers through `print`, and tells each block the shape its missing wording would have. */
function annotate(list: hbs.AST.Statement[]): void {
  for (const node of list) {
    if (node.type === 'MustacheStatement') {
      const mustache = node as hbs.AST.MustacheStatement
      const path = mustache.path as hbs.AST.PathExpression
      if (
        mustache.params.length > 0 ||
        (path.parts.length === 1 && path.depth === 0 && path.original in inlineHelpers)
      )
        continue
      mustache.params = [path]
      mustache.path = name('print', path)
    } else if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement
      if (!((block.path as hbs.AST.PathExpression).original in blockHelpers)) continue
      const shape = shapeOfBlock(block)
      setHash(block, {
        shape,
        ends: endsLine(block.program.body),
        line: String(node.loc.start.line),
        otherwise: block.inverse ? 'yes' : '',
      })
      const lead = leadOf(block.program.body, innerDepth(block))
      if (lead) block.hash.pairs.push({ type: 'HashPair', loc: block.loc, key: 'lead', value: lead })
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

const innerDepth = (block: hbs.AST.BlockStatement): number =>
  ['each', 'partner'].includes((block.path as hbs.AST.PathExpression).original) ? 1 : 0

/**
 * The answer that fills the first cell of a block's first row, as it is named outside the block, if it has a name there: what
 * the row is about, which a reader needs all the more where the rest of it is open.
 * @param depth how many blocks that change the scope lie between
 */
function leadOf(body: readonly hbs.AST.Statement[], depth: number): hbs.AST.PathExpression | undefined {
  const text = (node: hbs.AST.Statement | undefined): string =>
    node?.type === 'ContentStatement' ? String((node as hbs.AST.ContentStatement).original) : ''
  const start = body.findIndex(node => node.type !== 'ContentStatement' || text(node).trim() !== '')
  const first = body[start]
  if (first?.type === 'BlockStatement') {
    const block = first as hbs.AST.BlockStatement
    return leadOf(block.program.body, depth + innerDepth(block))
  }
  // A cell opens with the mark that says where it stands.
  const [opens, , answer, closes] = body.slice(start)
  if (!/^\s*\|\s*$/.test(text(opens)) || !/^\s*\|/.test(text(closes))) return undefined
  const { path, params } = answer as hbs.AST.MustacheStatement
  if (answer?.type !== 'MustacheStatement' || path.type !== 'PathExpression' || params.length > 0)
    return undefined
  const there = path as hbs.AST.PathExpression
  return there.depth < depth
    ? undefined
    : { ...there, depth: there.depth - depth, original: there.parts.join('.') }
}

/** Says whether the closing tag stands on a line of its own, so that the line end before it must be kept. */
function endsLine(body: readonly hbs.AST.Statement[]): string {
  const last = body.at(-1)
  const text = last?.type === 'ContentStatement' ? String((last as hbs.AST.ContentStatement).original) : ''
  return /\n[ \t]*$/.test(text) ? 'yes' : ''
}

/** The shape of a block's first branch, or of its second where the first says nothing. */
const shapeOfBlock = (block: hbs.AST.BlockStatement): string =>
  shapeOf(block.program.body) ||
  (block.inverse && isBlank(block.program.body) ? shapeOf(block.inverse.body) : '')

const isBlank = (body: readonly hbs.AST.Statement[]): boolean =>
  body.every(
    n => n.type === 'ContentStatement' && String((n as hbs.AST.ContentStatement).original).trim() === '',
  )

/** The marker with which the first line of a block begins (`   1.`, `-`, `|`, `>`), or empty for wording within a line. */
function shapeOf(body: readonly hbs.AST.Statement[]): string {
  for (const node of body) {
    if (node.type === 'ContentStatement') {
      const text = String((node as hbs.AST.ContentStatement).original)
      if (text.trim() === '') continue
      const marker = /^(?:[ \t]*\n)*([ \t]*(?:1\.|-|\||>|##?))[ \t]/.exec(text)
      return marker ? marker[1]!.replace(/##?/, '') : ''
    }
    if (node.type === 'BlockStatement') return shapeOfBlock(node as hbs.AST.BlockStatement)
    if (node.type === 'MustacheStatement') return ''
  }
  return ''
}
