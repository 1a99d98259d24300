/** A tracked change in, its attributes and the mark it leaves on the end of a paragraph out. */
import type { Change } from '../../document/nodes.ts'
import { type Attributes, type Element, element, group, withChildren } from './elements.ts'
import type { Allocator } from './ids.ts'
import { sealAttribute } from './text.ts'

/** The element that holds what a change changes. */
export const tagOf = ({ kind }: Change): 'w:ins' | 'w:del' => (kind === 'inserted' ? 'w:ins' : 'w:del')

/** Word wants a time of day; a date alone is its first minute. */
const moment = (date: string): string => (date.length === 10 ? `${date}T00:00:00Z` : date)

/** The change's own attributes, with a number that no other change in the document has. */
export const stamp = ({ author, date }: Change, next: Allocator): Attributes => ({
  'w:id': next.revision(),
  'w:author': sealAttribute(author),
  'w:date': moment(date),
})

/** The mark of a change on what holds no text itself: the end of a paragraph, a row. */
export const changeMark = (change: Change, next: Allocator): Element =>
  element(tagOf(change), stamp(change, next))

const isMarks = (part: Element | string): boolean => typeof part !== 'string' && part.name === 'w:rPr'

/** A paragraph's properties with its mark changed; one that is changed already keeps the first change. */
const withMark = (properties: Element, change: Element): Element => {
  const { children } = properties
  return children.some(isMarks)
    ? properties
    : withChildren(properties, [...children, group('w:rPr', [change])])
}

/** Marks the end of a paragraph alone, whose content is marked already or stays. */
export function markParagraph(content: Element, change: Change, next: Allocator): Element {
  const [properties, ...runs] = content.children as readonly Element[]
  return group('w:p', [withMark(properties!, changeMark(change, next)), ...runs])
}

const marksOf = (content: Element): Element | undefined => {
  if (content.name !== 'w:p') return undefined
  return (content.children[0] as Element).children.find(isMarks) as Element | undefined
}

const withMarks = (content: Element, marks: Element | undefined): Element => {
  const [properties, ...runs] = content.children as readonly Element[]
  const plain = properties!.children.filter(part => !isMarks(part))
  return withChildren(content, [withChildren(properties!, marks ? [...plain, marks] : plain), ...runs])
}

/**
 * The last paragraph of a cell or a list keeps its mark whatever becomes of it, since Word joins a paragraph whose mark
 * goes to the one after. So where the last ones are changed, each mark moves to the paragraph before.
 */
export function endingUnmarked(elements: readonly Element[]): readonly Element[] {
  let first = elements.length
  while (first > 0 && marksOf(elements[first - 1]!)) first--
  if (first === elements.length) return elements
  const out = [...elements]
  const from = first > 0 && elements[first - 1]!.name === 'w:p' ? first - 1 : first
  for (let at = from; at < elements.length; at++) {
    const following = elements[at + 1]
    out[at] = withMarks(elements[at]!, following && marksOf(following))
  }
  return out
}
