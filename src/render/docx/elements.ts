/**
 * XML elements for what the docx library has no words for. Most are plain objects, which the library writes as they
 * stand; a class wraps those that stand in the body. Half the time of a large document goes when elements are objects.
 */
import { FileChild, type Paragraph } from 'docx'

export type Attributes = Readonly<Record<string, string | number>>

/** An element as the library's XML writer reads it: one key, the name; under it attributes (`_attr`) and children. */
export interface Element {
  readonly [name: string]: Attributes | readonly unknown[] | { readonly _attr: Attributes }
}

/** Makes an element. Text children must have passed `sealText`, and text in attributes `sealAttribute`. */
export function element(
  name: string,
  attributes?: Attributes,
  children: readonly (Element | string)[] = [],
): Element {
  if (children.length === 0) return { [name]: attributes ? { _attr: attributes } : {} }
  return { [name]: attributes ? [{ _attr: attributes }, ...children] : children }
}

/** An element without attributes. */
export const group = (name: string, children: readonly (Element | string)[]): Element =>
  element(name, undefined, children)

/** An element whose only content is its `w:val`. */
export const valued = (name: string, value: string | number): Element => element(name, { 'w:val': value })

/** The name of an element. */
export const nameOf = (content: Element): string => Object.keys(content)[0]!

/** The attributes and the children of an element. */
export function inside(content: Element): {
  attributes?: Attributes
  children: readonly (Element | string)[]
} {
  const value = content[nameOf(content)]!
  if (!Array.isArray(value))
    return { attributes: (value as { _attr?: Attributes })._attr, children: [] } as never
  const [first, ...rest] = value as [unknown, ...Element[]]
  const attributes = (first as { _attr?: Attributes } | undefined)?._attr
  return attributes ? { attributes, children: rest } : { children: value as readonly Element[] }
}

/** An element with other children. */
export const withChildren = (content: Element, children: readonly (Element | string)[]): Element =>
  element(nameOf(content), inside(content).attributes, children)

/** An element where the library expects one of its own: directly in the body, a header or a comment. */
export class BodyElement extends FileChild {
  constructor(content: Element) {
    const [name, inside] = Object.entries(content)[0]!
    super(name)
    for (const child of Array.isArray(inside) ? inside : [inside]) this.root.push(child)
  }
}

/** A paragraph of ours where the library's types ask for one of its own. */
export const asParagraph = (content: Element): Paragraph => new BodyElement(content) as unknown as Paragraph
