/** Two versions of some lines in; which line of one is which of the other out: by id, then by words, then by likeness. */
import type { Line, TableLine } from './lines.ts'
import { matched, rising } from './sequences.ts'
import type { Token } from './tokens.ts'

/** Words this many letters long are told apart by themselves wherever they stand, so a moved line is found again. */
const TELLING = 40
/** Two lines are versions of one when this share of their words is common. */
const LIKENESS = 0.5
/** Of a stretch where so many pairs would have to be compared, only lines with the same words are found. */
const LARGEST = 40_000

const wordsIn = (tokens: readonly Token[]): string => tokens.map(token => token.key).join('')

const contentKnown = new WeakMap<Line, string>()

/** The words of a line or table, as one text. */
export function contentOf(line: Line): string {
  const known = contentKnown.get(line)
  if (known !== undefined) return known
  const content = line.table ? contentOfTable(line.table) : wordsIn(line.tokens)
  contentKnown.set(line, content)
  return content
}

function contentOfTable({ columns, rows }: TableLine): string {
  return [
    ...columns.map(wordsIn),
    ...rows.map(row => row.cells.map(cell => cell.map(contentOf).join('\n')).join('\t')),
  ].join('\r')
}

/** How many of the words of two texts are common, from 0 to 1. Blanks and marks do not count. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      common++
      counts.set(word, left - 1)
    }
  }
  return (2 * common) / (a.length + b.length)
}

export const telling = (content: string): readonly string[] =>
  content.match(/[\p{L}\p{N}]+|\u0000\S+/gu) ?? []

const isTable = (line: Line): boolean => line.table !== undefined

/** For each line of `a` its place in `b`, or -1. Moved lines are found by id, or by words that stand once in each. */
export function align(a: readonly Line[], b: readonly Line[]): readonly number[] {
  const known = placesKnown.get(a) ?? new WeakMap<readonly Line[], readonly number[]>()
  placesKnown.set(a, known)
  const have = known.get(b)
  if (have) return have
  const places = alignAnew(a, b)
  known.set(b, places)
  return places
}

/** A merge and the look over it ask the same. */
const placesKnown = new WeakMap<readonly Line[], WeakMap<readonly Line[], readonly number[]>>()

function alignAnew(a: readonly Line[], b: readonly Line[]): readonly number[] {
  const contentA = a.map(contentOf)
  const contentB = b.map(contentOf)
  const places = new Array<number>(a.length).fill(-1)
  const taken = new Set<number>()
  const pair = (i: number, j: number): void => {
    places[i] = j
    taken.add(j)
  }
  byKey(a, b, contentA, contentB, pair)
  byTellingWords(a, b, contentA, contentB, places, taken, pair)
  inBetween(a, b, contentA, contentB, places, taken, pair)
  return places
}

type Pair = (i: number, j: number) => void

function byKey(
  a: readonly Line[],
  b: readonly Line[],
  contentA: readonly string[],
  contentB: readonly string[],
  pair: Pair,
): void {
  const atB = new Map<string, number>()
  for (const [j, line] of b.entries()) if (line.key !== undefined && !atB.has(line.key)) atB.set(line.key, j)
  const loose = new Set(b.flatMap((line, j) => (line.key === undefined || line.isNew ? [contentB[j]!] : [])))
  for (const [i, line] of a.entries()) {
    const j = line.key === undefined ? undefined : atB.get(line.key)
    if (j === undefined || isTable(line) !== isTable(b[j]!)) continue
    // A bookmark may drift to a line typed before its own, which then stands without one.
    const drifted =
      contentA[i] !== contentB[j] &&
      contentA[i]!.length >= TELLING / 2 &&
      loose.has(contentA[i]!) &&
      likeness(telling(contentA[i]!), telling(contentB[j]!)) < LIKENESS
    if (!drifted) pair(i, j)
  }
}

function byTellingWords(
  a: readonly Line[],
  b: readonly Line[],
  contentA: readonly string[],
  contentB: readonly string[],
  places: readonly number[],
  taken: ReadonlySet<number>,
  pair: Pair,
): void {
  const once = (contents: readonly string[], isFree: (index: number) => boolean) => {
    const found = new Map<string, number>()
    for (const [index, content] of contents.entries())
      if (content.length >= TELLING && isFree(index)) found.set(content, found.has(content) ? -1 : index)
    return found
  }
  const inB = once(contentB, j => !taken.has(j))
  for (const [content, i] of once(contentA, i => places[i]! < 0)) {
    const j = inB.get(content)
    if (i >= 0 && j !== undefined && j >= 0 && isTable(a[i]!) === isTable(b[j]!)) pair(i, j)
  }
}

/** Between lines that are found and in order: the same words first, then the most alike. */
function inBetween(
  a: readonly Line[],
  b: readonly Line[],
  contentA: readonly string[],
  contentB: readonly string[],
  places: readonly number[],
  taken: ReadonlySet<number>,
  pair: Pair,
): void {
  const steady = rising(places.filter(place => place >= 0))
  let from = { i: 0, j: 0 }
  const anchors = [...places.entries()].filter(([, j]) => j >= 0 && steady.has(j))
  for (const [endI, endJ] of [...anchors, [a.length, b.length] as const]) {
    const freeA = range(from.i, endI).filter(i => places[i]! < 0)
    const freeB = range(from.j, endJ).filter(j => !taken.has(j))
    if (freeA.length > 0 && freeB.length > 0) fill(a, b, contentA, contentB, freeA, freeB, pair)
    from = { i: endI + 1, j: endJ + 1 }
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

const mayBe = (a: Line, b: Line): boolean =>
  isTable(a) === isTable(b) && (a.key === undefined || b.key === undefined || b.isNew === true || isTable(a))

function fill(
  a: readonly Line[],
  b: readonly Line[],
  contentA: readonly string[],
  contentB: readonly string[],
  freeA: readonly number[],
  freeB: readonly number[],
  pair: Pair,
): void {
  const same = matched(
    freeA.map(i => contentA[i]!),
    freeB.map(j => contentB[j]!),
  )
  let last = 0
  let open: number[] = []
  const settle = (toB: number): void => {
    alike(a, b, contentA, contentB, open, freeB.slice(last, toB), pair)
    open = []
  }
  for (const [index, place] of same.entries()) {
    const i = freeA[index]!
    if (place >= 0 && mayBe(a[i]!, b[freeB[place]!]!)) {
      settle(place)
      pair(i, freeB[place]!)
      last = place + 1
    } else open.push(i)
  }
  settle(freeB.length)
}

/** Pairs lines in order so that they are as much alike as they can be in all. */
function alike(
  a: readonly Line[],
  b: readonly Line[],
  contentA: readonly string[],
  contentB: readonly string[],
  listA: readonly number[],
  listB: readonly number[],
  pair: Pair,
): void {
  if (listA.length === 0 || listB.length === 0 || listA.length * listB.length > LARGEST) return
  // One paragraph where one stood before is that one, however much of it was reworded.
  const [i, j] = [listA[0]!, listB[0]!]
  if (
    listA.length === 1 &&
    listB.length === 1 &&
    a[i]!.key === undefined &&
    mayBe(a[i]!, b[j]!) &&
    !b[j]!.isNew
  ) {
    pair(i, j)
    return
  }
  const wordsA = listA.map(i => telling(contentA[i]!))
  const wordsB = listB.map(j => telling(contentB[j]!))
  const score = listA.map((i, x) =>
    listB.map((j, y) => {
      const value = mayBe(a[i]!, b[j]!) ? likeness(wordsA[x]!, wordsB[y]!) : 0
      return value >= LIKENESS ? value : 0
    }),
  )
  const best = Array.from({ length: listA.length + 1 }, () => new Array<number>(listB.length + 1).fill(0))
  for (let x = listA.length - 1; x >= 0; x--)
    for (let y = listB.length - 1; y >= 0; y--)
      best[x]![y] = Math.max(
        best[x + 1]![y]!,
        best[x]![y + 1]!,
        score[x]![y]! > 0 ? score[x]![y]! + best[x + 1]![y + 1]! : 0,
      )
  for (let x = 0, y = 0; x < listA.length && y < listB.length; ) {
    if (score[x]![y]! > 0 && best[x]![y] === score[x]![y]! + best[x + 1]![y + 1]!)
      pair(listA[x++]!, listB[y++]!)
    else if (best[x]![y] === best[x + 1]![y]) x++
    else y++
  }
}
