/**
 * An older wording with the answers it printed in, and how those answers have changed since; the older wording with the answers
 * as they now are out, where that can be done without knowing the template it was made from.
 */
import type { Block, Fact, Gap } from '../../document/nodes.ts'
import { allInlines } from '../../document/references.ts'

/** An answer as a document prints it, or the question where there is none. */
type Leaf = Fact | Gap

const isLeaf = (value: unknown): value is Leaf =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'type' in value &&
  (value.type === 'fact' || value.type === 'gap')

const leavesIn = (blocks: readonly Block[]): readonly Leaf[] => allInlines(blocks).filter(isLeaf)

const keyOf = (leaf: Leaf): string => `${leaf.path}\n${leaf.text}`

/** What is left of blocks without their answers: two of one shape differ in answers alone. */
const shapeOf = (blocks: readonly Block[]): string =>
  JSON.stringify(blocks, (name, value) =>
    name === 'from' ? undefined : isLeaf(value) ? { path: value.path } : value,
  )

/** Which printed answer became which. */
export type Turned = ReadonlyMap<string, Leaf>

/**
 * How the answers turned between two printings of one wording.
 * @returns undefined when more than answers differ, or one printed answer became two
 */
export function turnedBetween(before: readonly Block[], after: readonly Block[]): Turned | undefined {
  if (shapeOf(before) !== shapeOf(after)) return undefined
  const [was, is] = [leavesIn(before), leavesIn(after)]
  const turned = new Map<string, Leaf>()
  for (const [at, leaf] of was.entries()) {
    const now = is[at]!
    const known = turned.get(keyOf(leaf))
    if (known && keyOf(known) !== keyOf(now)) return undefined
    turned.set(keyOf(leaf), now)
  }
  return turned
}

/**
 * How the printed answers turned between two documents, each answer taken by itself: one that is still printed as it was stays,
 * and one that is printed in a single way in both is the one become the other.
 */
export function turnedInPrint(before: readonly Block[], after: readonly Block[]): Turned {
  const [was, is] = [byPath(before), byPath(after)]
  const turned = new Map<string, Leaf>()
  for (const [path, texts] of was) {
    const now = is.get(path)
    for (const [text, leaf] of texts) {
      const same = now?.get(text)
      if (same) turned.set(keyOf(leaf), same)
      else if (texts.size === 1 && now?.size === 1) turned.set(keyOf(leaf), [...now.values()][0]!)
    }
  }
  return turned
}

function byPath(blocks: readonly Block[]): ReadonlyMap<string, ReadonlyMap<string, Leaf>> {
  const found = new Map<string, Map<string, Leaf>>()
  for (const leaf of leavesIn(blocks)) {
    const texts = found.get(leaf.path) ?? new Map<string, Leaf>()
    texts.set(leaf.text, leaf)
    found.set(leaf.path, texts)
  }
  return found
}

/** What is known of how answers turned: in this provision, in print anywhere, and by their paths. */
export interface KnownTurns {
  readonly here?: Turned
  readonly inPrint: Turned
  /** Whether it is certain that an answer is what it was, printed or not. */
  readonly isUnchanged: (path: string) => boolean
}

/**
 * The older wording with the newer answers in their places.
 * @returns undefined when it prints an answer of which it is not known how it would print now
 */
export function carryAnswers(
  blocks: readonly Block[],
  { here, inPrint, isUnchanged }: KnownTurns,
): readonly Block[] | undefined {
  const now = (leaf: Leaf): Leaf | undefined =>
    here?.get(keyOf(leaf)) ?? inPrint.get(keyOf(leaf)) ?? (isUnchanged(leaf.path) ? leaf : undefined)
  if (leavesIn(blocks).some(leaf => now(leaf) === undefined)) return undefined
  return JSON.parse(JSON.stringify(blocks), (_, value) => (isLeaf(value) ? now(value) : value))
}
