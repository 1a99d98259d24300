/** Inlines in, the words and other pieces they are made of out; and pieces back into inlines. */
import { joined } from '../changes.ts'
import type { CrossReference, Fact, Gap, Inline, LineBreak, Text } from '../nodes.ts'
import { referenceKey, type Scene } from './scene.ts'

type Leaf = Text | Fact | Gap | CrossReference | LineBreak
type Wrapping = Exclude<Inline, Leaf>

/** One word, blank, mark, answer's word, open question or reference. */
export interface Piece {
  readonly leaf: Leaf
  /** What it stands in, outermost first: bold, italic, a comment. */
  readonly within: readonly Wrapping[]
  /** Two pieces with the same key read the same. */
  readonly key: string
}

/** Words keep their apostrophes and hyphens, sums their pound sign, stops and commas; every other sign is by itself. */
const WORDS = /£?[\p{L}\p{M}\p{N}]+(?:[’'.,/-][\p{L}\p{M}\p{N}]+)*|\s+|[\s\S]/gu

/** The pieces of some inlines, as they read in one of the two documents. */
export function piecesOf(
  inlines: readonly Inline[],
  side: 'before' | 'after',
  scene: Scene,
  within: readonly Wrapping[] = [],
): Piece[] {
  const look = within
    .filter(({ type }) => type === 'strong' || type === 'emphasis')
    .map(({ type }) => type[0])
    .sort()
    .join('')
  return inlines.flatMap((inline): Piece[] => {
    switch (inline.type) {
      case 'text':
      case 'fact':
        return (inline.text.match(WORDS) ?? []).map(text => ({
          leaf: { ...inline, text },
          within,
          key: `${look}:${text}`,
        }))
      case 'gap':
        return [{ leaf: inline, within, key: `${look} gap:${inline.text}` }]
      case 'crossReference':
        return [{ leaf: inline, within, key: `${look} to:${referenceKey(inline.target, side, scene)}` }]
      case 'lineBreak':
        return [{ leaf: inline, within, key: `${look} break` }]
      default:
        return piecesOf(inline.children, side, scene, [...within, inline])
    }
  })
}

/** Pieces as inlines again, in as few nodes as say the same. */
export function inlinesOf(pieces: readonly Piece[], depth = 0): readonly Inline[] {
  const out: Inline[] = []
  for (let at = 0; at < pieces.length; ) {
    const { leaf, within } = pieces[at]!
    const wrapping = within[depth]
    let end = at + 1
    if (!wrapping) out.push(leaf)
    else {
      while (end < pieces.length && pieces[end]!.within[depth] === wrapping) end++
      out.push({ ...wrapping, children: inlinesOf(pieces.slice(at, end), depth + 1) })
    }
    at = end
  }
  return joined(out)
}

/** How many letters and digits a piece counts for; a question or a reference counts as a word. */
export const weightOf = ({ leaf }: Piece): number =>
  'text' in leaf && leaf.type !== 'gap'
    ? (leaf.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
    : leaf.type === 'lineBreak'
      ? 0
      : 5
