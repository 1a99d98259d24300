/** Filled Markdown in, an mdast tree out: only the constructs that clause wording uses are switched on. */
import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { hashOfText } from '../hash.ts'
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

/** Every piece parsed so far, for a build to keep, and how to use what it kept. */
export const parsedPieces = (): ReadonlyMap<string, readonly RootContent[]> => known
export function rememberPieces(pieces: ReadonlyMap<string, string>): void {
  kept = pieces
}

/**
 * Parses wording whose answers are tokens, piece by piece: a piece is a top-level item or heading with all that follows
 * it. A token says nothing of its answer and tokens are counted anew in each piece, so the same item of a template is
 * parsed once, whatever the intake. Parsing is most of the work of drafting, which is why pieces are kept.
 */
export function parseMarkdown(text: string): RootContent[] {
  return text.split(/\n(?=1\. |#)/).flatMap(part => {
    const numbers: string[] = []
    const piece = part.replace(
      tokenPattern,
      (_, number: string) => `${tokenOpen}${numbers.push(number) - 1}${tokenClose}`,
    )
    const nodes = pieceOf(piece)
    return piece === part ? [...nodes] : nodes.map(node => renumber(node, numbers))
  })
}

function pieceOf(piece: string): readonly RootContent[] {
  const have = known.get(piece)
  if (have) return have
  const json = kept.get(hashOfText(piece))
  const nodes: readonly RootContent[] =
    json === undefined
      ? fromMarkdown(piece, piece.includes('|') ? withTables : plain).children
      : JSON.parse(json)
  if (known.size > 20_000) known.clear()
  known.set(piece, nodes)
  return nodes
}

/** A copy of a kept node with the tokens of the whole text. */
function renumber<T extends Nodes>(node: T, numbers: readonly string[]): T {
  if (node.type === 'text') {
    const value = node.value.replace(
      tokenPattern,
      (_, n: string) => `${tokenOpen}${numbers[Number(n)]}${tokenClose}`,
    )
    return { type: 'text', value } as T
  }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map(child => renumber(child, numbers)) }
}
