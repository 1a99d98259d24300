/** Turns offsets in a text into lines and columns, as an editor counts them, and gives the text of a line. */
import type { Place, Position } from '../../findings/finding.ts'
import type { Span } from './tree.ts'

export interface Lines {
  readonly file: string
  readonly text: string
  readonly count: number
  readonly positionAt: (offset: number) => Position
  /** The offset where a line starts; lines count from 1. */
  readonly startOf: (line: number) => number
  /** A line without its line ending. */
  readonly lineText: (line: number) => string
  readonly placeAt: (span: Span, path?: string) => Place
}

/** Indexes a text by line. Columns count UTF-16 units from 1, and the end of a place is not included in it. */
export function indexLines(file: string, text: string): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)

  const positionAt = (offset: number): Position => {
    const bounded = Math.max(0, Math.min(offset, text.length))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= bounded) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: bounded - starts[low]! + 1 }
  }
  const startOf = (line: number): number => starts[line - 1] ?? text.length
  const lineText = (line: number): string =>
    text.slice(startOf(line), starts[line] === undefined ? text.length : starts[line]! - 1).replace(/\r$/, '')
  const placeAt = (span: Span, path?: string): Place => {
    const start = positionAt(span.start)
    const end = positionAt(Math.max(span.start, span.end))
    return path ? { file, path, start, end } : { file, start, end }
  }
  return { file, text, count: starts.length, positionAt, startOf, lineText, placeAt }
}
