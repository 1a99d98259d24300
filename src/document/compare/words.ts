/** Two runs of words in, one run with what differs marked word by word out. */
import { diffArrays } from 'diff'
import { joined } from '../changes.ts'
import type { Change, Changed, Inline } from '../nodes.ts'
import { inlinesOf, type Piece, piecesOf, weightOf } from './pieces.ts'
import type { Scene } from './scene.ts'

/** A stretch that both have, or what stands in one and in the other between two such. */
interface Stretch {
  readonly isSame: boolean
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
}

/** With less than this share of its letters kept, a run reads better replaced whole. */
const LEAST_KEPT = 0.25
/** A word or two left standing between long changes only chops them up. */
const SHORT = 4
const LONG = 24

const weight = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + weightOf(piece), 0)

function stretches(before: readonly Piece[], after: readonly Piece[]): Stretch[] {
  const out: Stretch[] = []
  let [a, b] = [0, 0]
  const parts = diffArrays(
    before.map(piece => piece.key),
    after.map(piece => piece.key),
  )
  for (const { added, removed, count = 0 } of parts) {
    const isSame = !added && !removed
    const one = {
      isSame,
      before: added ? [] : before.slice(a, a + count),
      after: removed ? [] : after.slice(b, b + count),
    }
    a += one.before.length
    b += one.after.length
    const last = out.at(-1)
    if (last && !isSame && !last.isSame) out[out.length - 1] = both(last, one)
    else out.push(one)
  }
  return out
}

const both = (one: Stretch, other: Stretch): Stretch => ({
  isSame: false,
  before: [...one.before, ...other.before],
  after: [...one.after, ...other.after],
})

/** Takes what is too short to read by itself between two changes into them. */
function readable(all: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = []
  for (const [at, one] of all.entries()) {
    const last = out.at(-1)
    const next = all[at + 1]
    const isBetween = one.isSame && last && !last.isSame && next
    const kept = weight(one.after)
    const around = isBetween ? weight([...last.before, ...last.after, ...next.before, ...next.after]) : 0
    if (
      last &&
      !last.isSame &&
      (!one.isSame || (isBetween && (kept === 0 || (kept < SHORT && around > LONG))))
    )
      out[out.length - 1] = both(last, one)
    else out.push(one)
  }
  return out
}

const marked = (change: Change, pieces: readonly Piece[]): readonly Changed[] =>
  pieces.length > 0 ? [{ type: 'changed', change, children: inlinesOf(pieces) }] : []

/** Whether two runs say the same on sight, as most do. What refers to another place is looked at more closely. */
export const areEqual = (before: readonly Inline[], after: readonly Inline[]): boolean =>
  before.length === after.length &&
  before.every((one, n) => {
    const other = after[n]!
    return one.type === other.type && 'text' in one && 'text' in other && one.text === other.text
  })

/** Marks what differs between two runs of inlines. Equal runs give the newer one, unmarked. */
export function compareInlines(
  before: readonly Inline[],
  after: readonly Inline[],
  scene: Scene,
): readonly Inline[] {
  if (areEqual(before, after)) return after
  const old = piecesOf(before, 'before', scene)
  const now = piecesOf(after, 'after', scene)
  const found = stretches(old, now)
  if (found.every(({ isSame }) => isSame)) return after
  const kept = weight(found.flatMap(({ isSame, after }) => (isSame ? after : [])))
  const whole = Math.max(weight(old), weight(now))
  const isReplaced = scene.isCoarse || kept < LEAST_KEPT * whole
  const shown = isReplaced ? [{ isSame: false, before: old, after: now }] : readable(found)
  return joined(
    shown.flatMap(({ isSame, before, after }): readonly Inline[] =>
      isSame ? inlinesOf(after) : [...marked(scene.deleted, before), ...marked(scene.inserted, after)],
    ),
  )
}

/** The share of their words that two runs have in common, from 0 to 1. */
export function likeness(before: readonly string[], after: readonly string[]): number {
  if (before.length + after.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of after) {
    const count = left.get(word) ?? 0
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  return (2 * shared) / (before.length + after.length)
}
