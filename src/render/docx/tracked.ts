/**
 * Finished elements and a tracked change in, the same elements marked as Word marks them out (ECMA-376 part 1, 17.13.5).
 * A run goes into `w:ins` or `w:del`; a paragraph also has its mark changed, a table row its properties.
 */
import type { Change } from '../../document/nodes.ts'
import { type Element, element, group, withChildren } from './elements.ts'
import type { Allocator } from './ids.ts'
import { changeMark, markParagraph, stamp, tagOf } from './paragraph-marks.ts'

/** In a deleted run text and instructions go by other names. */
function deletedRun(content: Element): Element {
  const { children } = content
  return withChildren(
    content,
    children.map(child => {
      if (typeof child === 'string') return child
      const { name, attributes, children: text } = child
      if (name !== 'w:t' && name !== 'w:instrText') return child
      return element(name === 'w:t' ? 'w:delText' : 'w:delInstrText', attributes, text)
    }),
  )
}

const fieldMark = (type: 'begin' | 'separate' | 'end'): Element =>
  group('w:r', [element('w:fldChar', { 'w:fldCharType': type })])

/** A simple field cannot stand in a change, so it is written as the runs it is short for. */
const asRuns = (content: Element): readonly Element[] => {
  if (content.name !== 'w:fldSimple') return [content]
  const { attributes, children } = content
  return [
    fieldMark('begin'),
    group('w:r', [element('w:instrText', { 'xml:space': 'preserve' }, [String(attributes!['w:instr'])])]),
    fieldMark('separate'),
    ...(children as readonly Element[]),
    fieldMark('end'),
  ]
}

/** Marks inline elements. Bookmarks and the ends of comments stay as they are: they are no text. */
export function trackInlines(
  children: readonly Element[],
  change: Change,
  next: Allocator,
): readonly Element[] {
  const out: Element[] = []
  let open: Element[] = []
  const close = (): void => {
    if (open.length > 0) out.push(element(tagOf(change), stamp(change, next), open))
    open = []
  }
  for (const child of children.flatMap(asRuns)) {
    const name = child.name
    if (name === 'w:r') open.push(change.kind === 'deleted' ? deletedRun(child) : child)
    else if (name === 'w:del' && change.kind === 'inserted') open.push(child)
    else {
      close()
      // What one person inserted and another deletes is a deletion within the insertion.
      const holds = name === 'w:ins' || name === 'w:hyperlink'
      out.push(holds ? withChildren(child, trackInlines(child.children as Element[], change, next)) : child)
    }
  }
  close()
  return out
}

/** Marks paragraphs and rows of tables, however deep they stand, with all their text. */
export function trackBlocks(
  elements: readonly Element[],
  change: Change,
  next: Allocator,
): readonly Element[] {
  return elements.map(content => {
    const { children } = content
    const parts = children as readonly Element[]
    switch (content.name) {
      case 'w:p': {
        const [properties, ...runs] = parts
        return markParagraph(group('w:p', [properties!, ...trackInlines(runs, change, next)]), change, next)
      }
      case 'w:tr':
        return withChildren(
          content,
          parts.map(part =>
            part.name === 'w:trPr'
              ? withChildren(part, [...part.children, changeMark(change, next)])
              : trackBlocks([part], change, next)[0]!,
          ),
        )
      case 'w:tbl':
      case 'w:tc':
      case 'w:sdt':
      case 'w:sdtContent':
        return withChildren(content, trackBlocks(parts, change, next))
      default:
        return content
    }
  })
}
