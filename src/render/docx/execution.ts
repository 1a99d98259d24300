/** An execution block in, its paragraphs and signing lines out, tied together so that they share a page. */
import type { ExecutionBlock, SigningLine } from '../../document/nodes.ts'
import { type Element, element } from './elements.ts'
import { renderInlines, run, runOf } from './inlines.ts'
import { paragraph, type Rendering } from './rendering.ts'

const tab = (): Element => runOf(undefined, [element('w:tab')])

/** A label, then what is known; or, where nothing is, a second tab, which the style draws as a line to write on. */
const signingLine = ({ label, value }: SigningLine, rendering: Rendering): readonly Element[] => [
  run(label),
  tab(),
  ...(value.length > 0 ? renderInlines(value, rendering) : [tab()]),
]

/** Renders a block where one party signs. Every paragraph but the last keeps with the next. */
export function renderExecutionBlock(block: ExecutionBlock, rendering: Rendering): readonly Element[] {
  const parts = [
    ...block.children.map((para, index) => ({
      style: index === 0 ? 'ExecutionOpening' : 'ExecutionText',
      content: renderInlines(para.children, rendering),
    })),
    ...block.lines.map(line => ({ style: 'SigningLine', content: signingLine(line, rendering) })),
  ]
  return parts.map(({ style, content }, index) =>
    paragraph(index === parts.length - 1 ? `${style}Last` : style, content),
  )
}
