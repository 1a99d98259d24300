/** Filled Markdown in, an mdast tree out: only the constructs that clause wording uses are switched on. */
import type { RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { hashOfText } from '../hash.ts'
import type { Filled, Token } from './fill.ts'
import { tokenClose, tokenOpen, tokenPattern } from './marks.ts'

const off = [
  'autolink',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
]
const plain = { extensions: [{ disable: { null: off } }], mdastExtensions: [] }
const withTables = {
  extensions: [gfmTable(), ...plain.extensions],
  mdastExtensions: [gfmTableFromMarkdown()],
}

/** Pieces parsed so far, by their text; and those that a build kept, as JSON, by the hash of their text. */
const known = new Map<string, readonly RootContent[]>()
let kept: ReadonlyMap<string, string> = new Map()
/** Several times the pieces of all examples, which the build keeps. A run over many intakes begins again then. */
const MOST_KNOWN = 5_000

/** Every piece parsed so far, for a build to keep, and how to use what it kept. */
export const parsedPieces = (): ReadonlyMap<string, readonly RootContent[]> => known
export function rememberPieces(pieces: ReadonlyMap<string, string>): void {
  kept = pieces
}

/**
 * Filled wording in pieces: a piece is a top-level item or heading with all that follows it. Tokens are counted anew in
 * each and say nothing of their answers, so the text of an item is the same whatever the intake says.
 */
export const piecesOf = ({ text, tokens }: Filled): readonly Filled[] =>
  text.split(/\n(?=1\. |#)/).map(part => {
    const own: Token[] = []
    const piece = part.replace(
      tokenPattern,
      (_, number: string) => `${tokenOpen}${own.push(tokens[Number(number)]!) - 1}${tokenClose}`,
    )
    return { text: piece, tokens: own }
  })

/** Parses the text of a piece. That is most of the work of drafting, which is why each is parsed once. */
export function parseMarkdown(piece: string): readonly RootContent[] {
  const have = known.get(piece)
  if (have) return have
  const json =
    kept.get(hashOfText(piece)) ??
    bare(fromMarkdown(piece, piece.includes('|') ? withTables : plain).children)
  const nodes: readonly RootContent[] = JSON.parse(json)
  if (known.size > MOST_KNOWN) known.clear()
  known.set(piece, nodes)
  return nodes
}

/** Nodes as JSON. Positions in the source are of no use once parsed, and most of what a node takes. */
const bare = (nodes: readonly RootContent[]): string =>
  JSON.stringify(nodes, (key, value) => (key === 'position' || value === null ? undefined : value))
