/**
 * The pieces of a paragraph as its runs cut it in, the pieces that a reader sees out. Word cuts runs anywhere, inside words and
 * inside the results of fields, wherever somebody typed or the spelling was checked.
 */
import { type Note, sameChange } from '../document/merge/tokens.ts'
import type { Piece } from './content.ts'

/** Where a page or column ends. No answer and no wording can hold it, as no XML can. */
export const BREAK = '\f'

/**
 * Joins neighbours of one look, one field, one tracked change and the same comments. A page that ends between words parts them like
 * a line that ends; at either end of a paragraph it says nothing.
 */
export function joinedPieces(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last && isOneWith(last, piece)) out[out.length - 1] = { ...last, text: last.text + piece.text }
    else out.push(piece)
  }
  return out.some(({ text }) => text.includes(BREAK)) ? withoutBreaks(out) : out
}

function withoutBreaks(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex(({ text }) => text.replaceAll(BREAK, '') !== '')
  const last = pieces.findLastIndex(({ text }) => text.replaceAll(BREAK, '') !== '')
  return (first < 0 ? [] : pieces.slice(first, last + 1)).map((piece, at, all) => {
    const start = at === 0 ? piece.text.replace(/^\f+/, '') : piece.text
    const text = at === all.length - 1 ? start.replace(/\f+$/, '') : start
    return { ...piece, text: text.replace(/\f+/g, '\n') }
  })
}

const isOneWith = (a: Piece, b: Piece): boolean =>
  a.strong === b.strong &&
  a.emphasis === b.emphasis &&
  a.style === b.style &&
  a.target === b.target &&
  sameChange(a.change, b.change) &&
  areOneNotes(a.notes, b.notes)

const areOneNotes = (a: readonly Note[] = [], b: readonly Note[] = []): boolean =>
  a.length === b.length && a.every((note, at) => note === b[at])
