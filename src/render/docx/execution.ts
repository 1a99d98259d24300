/** An execution block in, its paragraphs and signing lines out, tied together so that they share a page. */
import type { Change, ExecutionBlock, SigningLine } from '../../document/nodes.ts'
import { type Element, element } from './elements.ts'
import { renderInlines, run, runOf } from './inlines.ts'
import { SIGNING_TAB } from './page.ts'
import { paragraph, type Rendering, under } from './rendering.ts'
import { textWidth } from './text-width.ts'
import { trackBlocks } from './tracked.ts'

interface Part {
  readonly style: string
  readonly content: readonly Element[]
  readonly change?: Change
}

const tab = (): Element => runOf(undefined, [element('w:tab')])

/**
 * A label, then what is known; or, where nothing is, a second tab, which the style draws as a line to write on. A label
 * too long to stand beside its line stands above it, so that all lines are of one length.
 */
function signingLine({ label, value, change }: SigningLine, rendering: Rendering): Part {
  if (change) return { ...signingLine({ label, value }, under(change, rendering)), change }
  if (value.length === 0 && /^(common )?seal$/i.test(label))
    return { style: 'SealSpace', content: [run(label)] }
  const fits = textWidth(label) * rendering.style.size * 20 < SIGNING_TAB - 60
  const start = [run(label), fits ? tab() : runOf(undefined, [element('w:br')])]
  return value.length > 0
    ? { style: 'SigningFact', content: [...start, ...renderInlines(value, rendering)] }
    : { style: 'SigningLine', content: [...start, tab()] }
}

/** Whether nothing stands before it: what a tracked change takes away where this one stands does not count. */
const opens = (children: ExecutionBlock['children'], index: number): boolean =>
  children
    .slice(0, index)
    .every(({ change }) => change && change.kind !== (children[index]!.change?.kind ?? 'inserted'))

/** Renders a block where one party signs. Every paragraph but the last keeps with the next. */
export function renderExecutionBlock(block: ExecutionBlock, rendering: Rendering): readonly Element[] {
  const parts: readonly Part[] = [
    ...block.children.map(({ children, change }, index) => ({
      style: opens(block.children, index) ? 'ExecutionOpening' : 'ExecutionText',
      content: renderInlines(children, change ? under(change, rendering) : rendering),
      ...(change && { change }),
    })),
    ...block.lines.map(line => signingLine(line, rendering)),
  ]
  return parts.flatMap(({ style, content, change }, index) => {
    const made = paragraph(index === parts.length - 1 ? `${style}Last` : style, content)
    return change ? trackBlocks([made], change, rendering.next) : [made]
  })
}
