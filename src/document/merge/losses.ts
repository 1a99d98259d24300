/**
 * The last look over a merge: the lines that everybody left, and the merged document, in; every word and comment that a person
 * left and that is in neither the document nor a clash out. A merge should leave nothing here. What it does is told in full.
 */
import type { Document } from '../nodes.ts'
import { align, contentOf } from './align.ts'
import { type Conflict, type Loss, wordsOfLine } from './edits.ts'
import { flatten } from './flatten.ts'
import type { Line, RowLine } from './lines.ts'
import { alignRows } from './rows.ts'
import { matched } from './sequences.ts'
import type { Note, Printed } from './tokens.ts'
import { type Left, runsIn, runsInRow, textAcross, wordsInText, wordsLeft } from './words-left.ts'

/** What each side left. */
export interface Sides {
  readonly base: readonly Line[]
  readonly theirs: readonly Line[]
  readonly ours: readonly Line[]
}
/** One line or row that a person left, in all its versions. */
interface Version {
  readonly line: Line
  readonly base: readonly Left[]
  readonly theirs: readonly Left[]
  /** Undefined where the answers leave it out. */
  readonly ours: readonly Left[] | undefined
}
type Counts = Map<string, number>

const add = (counts: Counts, word: string, by = 1): Counts => counts.set(word, (counts.get(word) ?? 0) + by)

/** For each index of `b` its index in `a`. */
const reversed = (places: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...places.entries()].map(([i, j]) => [j, i] as const))

/**
 * Lines that all three have alike, with nothing tracked in them, and that stand in the merged document too: they can have
 * lost nothing, and they are nearly all. `left` counts down the lines of the document that are not spoken for yet.
 */
function isSteady(versions: readonly (Line | undefined)[], left: Counts): boolean {
  const [first] = versions
  if (!first || versions.some(line => !line || hasChange(line))) return false
  const content = contentOf(first)
  const count = left.get(content) ?? 0
  if (count === 0 || versions.some(line => contentOf(line!) !== content)) return false
  left.set(content, count - 1)
  return true
}

const hasChange = (line: Line): boolean => runsIn(line).some(run => run.some(token => token.change))

function versionsOf({ base, theirs, ours }: Sides, left: Counts, author: string): readonly Version[] {
  const baseOf = reversed(align(base, theirs))
  const inOurs = align(base, ours)
  const byKey = new Map(ours.map(line => [line.key, line] as const))
  return theirs.flatMap((line, j): readonly Version[] => {
    const i = baseOf.get(j)
    // A line without a base that the answers bring back is merged with what they give.
    const back = i === undefined && line.key !== undefined ? byKey.get(line.key) : undefined
    const was = i === undefined ? back : base[i]
    const now = i === undefined ? back : ours[inOurs[i]!]
    if (isSteady([line, was, now], left)) return []
    if (line.table && was?.table && now?.table) return rowVersions(line, was, now, author)
    return [
      {
        line,
        base: was ? wordsLeft(runsIn(was)) : [],
        theirs: wordsLeft(runsIn(line), author),
        ours: now && wordsLeft(runsIn(now)),
      },
    ]
  })
}

/** A table is looked over by its rows: what one loses another cannot make good. */
function rowVersions(line: Line, was: Line, now: Line, author: string): readonly Version[] {
  const [base, theirs, ours] = [was.table!.rows, line.table!.rows, now.table!.rows]
  const baseOf = reversed(alignRows(base, theirs))
  const inOurs = alignRows(base, ours)
  const words = (row: RowLine | undefined) => (row ? wordsLeft(runsInRow(row)) : undefined)
  return [
    {
      line,
      base: wordsLeft(was.table!.columns),
      theirs: wordsLeft(line.table!.columns, author),
      ours: wordsLeft(now.table!.columns),
    },
    ...theirs.map((row, j): Version => {
      const i = baseOf.get(j)
      return {
        line,
        base: words(i === undefined ? undefined : base[i]) ?? [],
        theirs: wordsLeft(runsInRow(row, line.change), author),
        ours: words(i === undefined ? undefined : ours[inOurs[i]!]),
      }
    }),
  ]
}

/** The words of a version that must be found again: those all three have, and those only the person has. */
function wanted({ base, theirs, ours }: Version): {
  readonly kept: readonly string[]
  readonly typed: readonly string[]
} {
  const keys = (words: readonly Left[]) => words.map(({ word }) => word)
  const inTheirs = matched(keys(base), keys(theirs))
  const inOurs = ours ? matched(keys(base), keys(ours)) : []
  const known = new Set(inTheirs)
  const kept = base.filter((_, b) => {
    const t = inTheirs[b]!
    return t >= 0 && (inOurs[b] ?? -1) >= 0 && !theirs[t]!.isGoing
  })
  return { kept: keys(kept), typed: keys(theirs.filter((_, t) => !known.has(t))) }
}

/** Every word of some lines and how often it stands there, with those of what is told elsewhere. */
function countFound(lines: readonly Line[], told: readonly string[]): Counts {
  const runs = lines.flatMap(line => runsIn(line))
  const [apart, across]: readonly Counts[] = [new Map(), new Map()]
  for (const { word } of wordsLeft(runs)) add(apart!, word)
  for (const run of runs) for (const word of wordsInText(textAcross(run))) add(across!, word)
  // A tracked change may cut a word in two, or stand against another: either way of reading will do.
  for (const [word, count] of across!) apart!.set(word, Math.max(count, apart!.get(word) ?? 0))
  for (const text of told) for (const word of wordsInText(text)) add(apart!, word)
  return apart!
}

/** The lines that must have lost words: those where such a word was typed, or else the last where it stood. */
function linesLosing(versions: readonly Version[], found: Counts): ReadonlySet<Line> {
  const needed: Counts = new Map()
  const typedIn = new Map<string, Line[]>()
  const lastWith = new Map<string, Line>()
  for (const version of versions) {
    const { kept, typed } = wanted(version)
    for (const word of [...kept, ...typed]) {
      add(needed, word)
      lastWith.set(word, version.line)
    }
    for (const word of typed) typedIn.set(word, [...(typedIn.get(word) ?? []), version.line])
  }
  return new Set(
    [...needed].flatMap(([word, count]) =>
      (found.get(word) ?? 0) >= count ? [] : (typedIn.get(word) ?? [lastWith.get(word)!]),
    ),
  )
}

/**
 * What a person left and went missing. `author` signs our own comments, which nobody typed. `printed` says how references
 * counted when the sides were made: where they were words, each must print what it printed in the base.
 */
export function lossesOf(
  sides: Sides,
  document: Document,
  conflicts: readonly Conflict[],
  author: string,
  printed: Printed,
): readonly Loss[] {
  const lines = flatten(document, printed)
  const steady = lines.filter(line => !hasChange(line))
  const left: Counts = new Map()
  for (const line of steady) add(left, contentOf(line))
  const versions = versionsOf(sides, left, author)
  // Of lines that read alike it does not matter which are spoken for.
  const loose = steady.filter(line => {
    const content = contentOf(line)
    const count = left.get(content)!
    if (count > 0) left.set(content, count - 1)
    return count > 0
  })
  const found = countFound(
    [...loose, ...lines.filter(hasChange)],
    conflicts.map(({ theirs }) => theirs),
  )
  const losing = linesLosing(versions, found)
  const made = JSON.stringify(document)
  const seen = new Set<Note>()
  return sides.theirs.flatMap((line): readonly Loss[] => {
    const notes = runsIn(line)
      .flat()
      .flatMap(token => token.notes ?? [])
      .filter(note => note.author !== author && !seen.has(note) && seen.add(note))
      .filter(({ comment }) => !made.includes(JSON.stringify(comment)))
    return [
      ...(losing.has(line)
        ? [{ line, what: 'words typed where an agreement has no place for them', text: wordsOfLine(line) }]
        : []),
      ...notes.map(note => ({ line, what: `a comment by ${note.author}`, text: note.comment })),
    ]
  })
}
