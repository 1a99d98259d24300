/** Two lists of blocks in, one list with every difference marked out: paired by id, or where there is none by likeness. */

import type { Block, Bullets, ExecutionBlock, Inline, Para, SigningLine } from '../nodes.ts'
import { allInlines } from '../references.ts'
import { isSame as isAlike } from '../same-document.ts'
import { align } from './align.ts'
import { type GrainOf, partKey } from './grain.ts'
import type { Scene } from './scene.ts'
import { type CompareCells, compareTables } from './tables.ts'
import { areEqual, compareInlines, likeness } from './words.ts'

/** Paragraphs that share less than this are two paragraphs, not one reworded. */
const ALIKE = 0.4

const wordsOfInlines = (inlines: readonly Inline[]): readonly string[] =>
  inlines.flatMap(inline =>
    'children' in inline
      ? wordsOfInlines(inline.children)
      : 'text' in inline
        ? (inline.text.match(/[\p{L}\p{N}]+/gu) ?? [])
        : [],
  )

const wordsKnown = new WeakMap<Block, readonly string[]>()
const wordsOfBlock = (block: Block): readonly string[] => {
  const known = wordsKnown.get(block)
  if (known) return known
  const words = wordsOfInlines(allInlines([block]).filter(inline => !('children' in inline)))
  wordsKnown.set(block, words)
  return words
}

const sizeOf = (block: Block): number => 1 + wordsOfBlock(block).length

/** What makes one block the successor of another, apart from its words. */
function identity(block: Block): string | undefined {
  switch (block.type) {
    case 'clause':
      return `clause ${block.level} ${block.title ? 'titled' : ''} ${block.id}`
    case 'definition':
      return `definition ${block.id} ${block.term}`
    case 'table':
      return `table ${block.id} ${block.caption} ${JSON.stringify(block.columns)}`
    case 'diagram':
      return `diagram ${block.id} ${block.caption} ${JSON.stringify(block.steps)}`
    case 'heading':
    case 'para':
    case 'bullets':
      return undefined
    default:
      return `${block.type} ${block.id}`
  }
}

/** How well one block succeeds another: the more words, the rather it keeps its place while others count as moved. */
function worth(before: Block, after: Block): number {
  if (before.type !== after.type) return 0
  const id = identity(before)
  if (id !== identity(after)) return 0
  if (id !== undefined) return 10 + sizeOf(after)
  if (before.type === 'heading' && after.type === 'heading' && before.level !== after.level) return 0
  const alike = likeness(wordsOfBlock(before), wordsOfBlock(after))
  const least = before.type === 'bullets' ? 0.1 : ALIKE
  return alike < least ? 0 : alike * sizeOf(after)
}

/** The same item by id, or the same words. */
function isSame(before: Block, after: Block): boolean {
  const id = identity(before)
  if (before.type !== after.type || id !== identity(after)) return false
  if (id !== undefined) return true
  if (before.type === 'heading' && after.type === 'heading' && before.level !== after.level) return false
  if (before.type !== 'bullets' && areEqual((before as Para).children, (after as Para).children)) return true
  const [was, is] = [wordsOfBlock(before), wordsOfBlock(after)]
  return was.length === is.length && was.every((word, n) => word === is[n])
}

/** Compares two runs of blocks. */
export function compareBlocks(
  before: readonly Block[],
  after: readonly Block[],
  scene: Scene,
): readonly Block[] {
  return align(before, after, worth, isSame).flatMap((pair): readonly Block[] => {
    if (!pair.before) return [{ ...pair.after, change: scene.inserted }]
    if (!pair.after) return [{ ...pair.before, change: scene.deleted }]
    return [compareBlock(pair.before, pair.after, scene)]
  })
}

/** As `compareBlocks`, for blocks that stand in no other, each with the grain of its own. */
export function compareParts(
  before: readonly Block[],
  after: readonly Block[],
  scene: Scene,
  grainOf: GrainOf,
): readonly Block[] {
  return align(before, after, worth, isSame).flatMap((pair): readonly Block[] => {
    if (!pair.before) return [{ ...pair.after, change: scene.inserted }]
    if (!pair.after) return [{ ...pair.before, change: scene.deleted }]
    const grain = grainOf(partKey(pair.after))
    if (grain !== 'whole')
      return [compareBlock(pair.before, pair.after, { ...scene, isCoarse: grain === 'paragraphs' })]
    return isAlike(pair.before, pair.after)
      ? [pair.after]
      : [
          { ...pair.before, change: scene.deleted },
          { ...pair.after, change: scene.inserted },
        ]
  })
}

/** As `compareBlocks`, where the first paragraph stands beside a number or bullet and stays there whatever it says. */
function compareItem(before: readonly Block[], after: readonly Block[], scene: Scene): readonly Block[] {
  const [was, ...restBefore] = before
  const [is, ...restAfter] = after
  if (was?.type !== 'para' && is?.type !== 'para') return compareBlocks(before, after, scene)
  const words = (block: Block | undefined) => (block?.type === 'para' ? block.children : [])
  const first: Para = { type: 'para', children: compareInlines(words(was), words(is), scene) }
  return [
    first,
    ...compareBlocks(
      was?.type === 'para' ? restBefore : before,
      is?.type === 'para' ? restAfter : after,
      scene,
    ),
  ]
}

/** A cell keeps its last paragraph, since Word never lets that go; so the last words are compared in their place. */
const compareCells: CompareCells = (before, after, scene) => {
  const [was, is] = [before.at(-1), after.at(-1)]
  if (was === undefined || is === undefined) return compareBlocks(before, after, scene)
  if (was.type === 'para' && is.type === 'para')
    return [
      ...compareBlocks(before.slice(0, -1), after.slice(0, -1), scene),
      { type: 'para', children: compareInlines(was.children, is.children, scene) },
    ]
  const found = compareBlocks(before, after, scene)
  return found.some(block => block.change) ? undefined : found
}

function compareBlock(before: Block, after: Block, scene: Scene): Block {
  switch (after.type) {
    case 'heading':
    case 'para':
      return { ...after, children: compareInlines((before as Para).children, after.children, scene) }
    case 'bullets':
      return compareBullets(before as Bullets, after, scene)
    case 'table':
      return compareTables(before as typeof after, after, scene, compareCells)
    case 'clause':
    case 'schedule': {
      const old = before as typeof after
      if (!after.title) return { ...after, children: compareItem(old.children, after.children, scene) }
      return {
        ...after,
        title: compareInlines(old.title!, after.title, scene),
        children: compareBlocks(
          old.children,
          after.children,
          after.type === 'schedule' ? { ...scene, schedule: after.id } : scene,
        ),
      }
    }
    case 'diagram':
      return after
    case 'executionBlock':
      return compareExecution(before as ExecutionBlock, after, scene)
    default:
      return { ...after, children: compareItem((before as typeof after).children, after.children, scene) }
  }
}

function compareBullets(before: Bullets, after: Bullets, scene: Scene): Bullets {
  const alike = (a: readonly Block[], b: readonly Block[]): number => {
    const [was, is] = [a.flatMap(wordsOfBlock), b.flatMap(wordsOfBlock)]
    const share = likeness(was, is)
    return share < ALIKE ? 0 : share * (1 + is.length)
  }
  const items = align(before.items, after.items, alike).map(pair => {
    if (!pair.before) return pair.after.map(block => ({ ...block, change: scene.inserted }))
    if (!pair.after) return pair.before.map(block => ({ ...block, change: scene.deleted }))
    return compareItem(pair.before, pair.after, scene)
  })
  return { ...after, items }
}

function compareExecution(before: ExecutionBlock, after: ExecutionBlock, scene: Scene): ExecutionBlock {
  const sameLabel = (a: SigningLine, b: SigningLine): number => (a.label === b.label ? 1 : 0)
  const lines = align(before.lines, after.lines, sameLabel).map((pair): SigningLine => {
    if (!pair.before) return { ...pair.after, change: scene.inserted }
    if (!pair.after) return { ...pair.before, change: scene.deleted }
    return { ...pair.after, value: compareInlines(pair.before.value, pair.after.value, scene) }
  })
  return { ...after, children: compareBlocks(before.children, after.children, scene) as Para[], lines }
}
