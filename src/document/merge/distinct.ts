/** Merged lines in, the same with each id on one line out: a bookmark may stand in a file once only. */
import { idByHand } from '../bookmarks.ts'
import { wordsOfLine } from './edits.ts'
import type { Line, LineKind } from './lines.ts'

/** What has an id of its own that other text may point at. */
const NAMED: readonly LineKind[] = ['schedule', 'clause', 'party', 'recital', 'definition']

/** What is struck out where it was and stands elsewhere now is there twice under one id, and rightly so. */
const slotOf = (line: Line): string => `${line.change?.kind === 'deleted' ? 'was' : 'is'} ${line.key}`

/**
 * Gives a line whose id another line has an id of its own, as to a line added by hand. Of two, the one with words keeps it: Word
 * leaves a bookmark on a paragraph that was emptied, and beside its words where those went.
 */
export function distinct(lines: readonly Line[]): readonly Line[] {
  const holders = new Map<string, Line>()
  const named = lines.filter(({ kind, key }) => key !== undefined && NAMED.includes(kind))
  for (const line of named) {
    const held = holders.get(slotOf(line))
    if (!held || (wordsOfLine(held).trim() === '' && wordsOfLine(line).trim() !== ''))
      holders.set(slotOf(line), line)
  }
  if (holders.size === named.length) return lines
  const taken = new Set(named.map(({ key }) => key!))
  const freshId = (line: Line): string => {
    for (let n = 1; ; n++) {
      const id = idByHand(`${line.key}\n${n}\n${wordsOfLine(line)}`)
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
  const loose = new Set(named.filter(line => holders.get(slotOf(line)) !== line))
  return lines.map(line => (loose.has(line) ? { ...line, key: freshId(line) } : line))
}
