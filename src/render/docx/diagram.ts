/** A diagram in; its caption, its picture where one can be drawn, and the same steps in words out. */
import { ImageRun, Paragraph } from 'docx'
import type { Diagram } from '../../document/nodes.ts'
import { drawDiagram, shownSize } from '../diagram/drawing.ts'
import type { Rasterise } from '../diagram/rasterise.ts'
import { diagramAlt, diagramInWords } from '../diagram/words.ts'
import { isNearEnd } from '../page-ends.ts'
import type { Element } from './elements.ts'
import { run } from './inlines.ts'
import { paragraph, type Rendering } from './rendering.ts'
import { sealAttribute } from './text.ts'

/** Renders a diagram. It may stand in the body only, for the library must meet a picture there. */
export function renderDiagram(node: Diagram, rendering: Rendering): readonly Element[] {
  const { rasterise } = rendering
  const words = diagramInWords(node)
  return [
    paragraph('Caption', [run(node.caption)]),
    // The library takes a paragraph of its own among our elements; a section tells the two apart.
    ...(rasterise ? [picture(node, rasterise, rendering) as unknown as Element] : []),
    ...words.map((line, index) => paragraph('BodyText', [run(line)], isNearEnd(index, words.length))),
  ]
}

function picture(node: Diagram, rasterise: Rasterise, rendering: Rendering): Paragraph {
  const drawing = drawDiagram(node)
  const { width, height } = shownSize(drawing)
  const description = sealAttribute(diagramAlt(node))
  const image = new ImageRun({
    type: 'png',
    data: rasterise(drawing),
    transformation: { width: Math.round(width), height: Math.round(height) },
    altText: {
      id: String(100 + rendering.next.picture()),
      name: node.id,
      title: description,
      description,
    },
  })
  return new Paragraph({ style: 'BodyText', children: [image] })
}
