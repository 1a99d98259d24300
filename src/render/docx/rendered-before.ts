/**
 * A numbered block in; its elements out, written as XML already if it was rendered before where all that it depends on
 * was the same. Most of what a library says is the same in every agreement, numbers of clauses often included.
 */
import type { HouseStyle } from '../../document/house-style.ts'
import type { Block } from '../../document/nodes.ts'
import { allInlines } from '../../document/references.ts'
import { type Element, written, xmlOf } from './elements.ts'
import { type Context, labelOf, type Rendering } from './rendering.ts'
import { unsealText } from './text.ts'

/** So many looks of one block are kept; the oldest go first. */
const KEPT = 4

type Looks = Map<string, Element>

/** By the style, by the block, by what its look depends on besides. */
const known = new WeakMap<HouseStyle, WeakMap<Block, Looks>>()
/** The blocks that a block refers to, by id; none of one whose look hangs on what the document asked and showed before it. */
const targetsKnown = new WeakMap<Block, readonly string[] | undefined>()

/**
 * Gives the elements of a block that stands outside tables and enters nothing in the contents list, but what its caller
 * enters. `own` is what it was given in this document besides its number, such as an id.
 */
export function renderedBefore(
  block: Block,
  context: Context,
  rendering: Rendering,
  own: string,
  render: () => readonly Element[],
): readonly Element[] {
  const targets = rendering.reuses ? targetsOf(block) : undefined
  if (!targets) return render()
  const inStyle = known.get(rendering.style) ?? new WeakMap<Block, Looks>()
  known.set(rendering.style, inStyle)
  const looks = inStyle.get(block)
  if (!looks) {
    // What comes once is not worth keeping.
    inStyle.set(block, new Map())
    return render()
  }
  const { within, level, bullets, leads = false, width } = context
  const place = [rendering.schedule, within, level, bullets, leads, width, ...keptIn(block, rendering.kept)]
  const key = JSON.stringify([own, place, targets.map(numberIn(rendering))])
  const found = looks.get(key)
  if (found) return [found]
  // Braces are put back here once, which also makes one string of the many that XML is written in.
  const made = written(unsealText(render().map(xmlOf).join('')))
  if (looks.size >= KEPT) looks.delete(looks.keys().next().value!)
  looks.set(key, made)
  return [made]
}

/** Which of the blocks in a block, itself the first, stay with what follows. */
function keptIn(block: Block, kept: ReadonlySet<Block>): readonly number[] {
  const places: number[] = []
  let place = 0
  const visit = (one: Block): void => {
    if (kept.has(one)) places.push(place)
    place++
    if (one.type !== 'para' && one.type !== 'heading' && 'children' in one)
      for (const child of one.children) visit(child as Block)
  }
  visit(block)
  return places
}

function targetsOf(block: Block): readonly string[] | undefined {
  if (!targetsKnown.has(block)) targetsKnown.set(block, takeTargets(block))
  return targetsKnown.get(block)
}

function takeTargets(block: Block): readonly string[] | undefined {
  const inlines = allInlines([block])
  const hangsOnMore = ({ type }: { readonly type: string }) => type === 'gap' || type === 'remark'
  if (inlines.some(hangsOnMore) || holdsDiagram(block)) return undefined
  return [...new Set(inlines.flatMap(inline => (inline.type === 'crossReference' ? [inline.target] : [])))]
}

/** A picture is the library's own, and numbered in its document. */
const holdsDiagram = (block: Block): boolean =>
  block.type === 'diagram' || ('children' in block && (block.children as readonly Block[]).some(holdsDiagram))

/** All that a reference prints of its target. */
const numberIn =
  (rendering: Rendering) =>
  (target: string): string => {
    const { full, schedule } = labelOf(target, rendering)
    if (schedule === undefined) return full
    return [full, labelOf(schedule, rendering).full, ...(rendering.lineage.get(target) ?? [])].join(' ')
  }
