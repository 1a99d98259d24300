/**
 * The last look over a merge: the lines that somebody left, and the merged document, in; every word and comment typed by hand
 * that is in neither the document nor a clash out. A merge should leave nothing here. What it does leave is reported in full.
 */
import type { Document } from '../nodes.ts'
import { type Conflict, type Loss, wordsOfLine } from './edits.ts'
import type { Line } from './lines.ts'
import type { Note, Token } from './tokens.ts'

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

const tokensIn = (line: Line): readonly Token[] => [
  ...line.tokens,
  ...(line.table?.columns.flat() ?? []),
  ...(line.table?.rows.flatMap(row => row.cells.flatMap(cell => cell.flatMap(tokensIn))) ?? []),
]

/** The words of a line, but for the numbers that its references print. A word next to one is a word by itself. */
const wordsTyped = (line: Line): readonly string[] =>
  tokensIn(line).flatMap(({ text, leaf }) => (leaf?.type === 'crossReference' ? [] : words(text)))

/** What was typed and went missing. `author` signs our own comments, which nobody typed. */
export function lossesOf(
  base: readonly Line[],
  theirs: readonly Line[],
  document: Document,
  conflicts: readonly Conflict[],
  author: string,
): readonly Loss[] {
  const known = new Set(base.flatMap(wordsTyped))
  const told = conflicts.map(conflict => conflict.theirs).join('\n')
  const made = JSON.stringify(document)
  const seen = new Set<Note>()
  return theirs.flatMap((line): readonly Loss[] => {
    const typed = wordsTyped(line).filter(word => !known.has(word))
    const isLost = typed.some(word => !made.includes(word) && !told.includes(word))
    const notes = tokensIn(line)
      .flatMap(token => token.notes ?? [])
      .filter(note => note.author !== author && !seen.has(note) && seen.add(note))
      .filter(({ comment }) => !made.includes(JSON.stringify(comment)))
    return [
      ...(isLost
        ? [{ line, what: 'words typed where an agreement has no place for them', text: wordsOfLine(line) }]
        : []),
      ...notes.map(note => ({ line, what: `a comment by ${note.author}`, text: note.comment })),
    ]
  })
}
