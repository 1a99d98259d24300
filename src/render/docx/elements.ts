/**
 * XML elements for what the docx library has no words for: plain objects. In the body a place stands for each, and its
 * XML is put there once the library has written the rest; in headers and comments a class of the library's wraps it.
 */
import { FileChild, type Paragraph } from 'docx'
import { escapeMarkup } from './xml.ts'

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
export function nameOf(content: Element): string {
  for (const name in content) return name
  return ''
}

/** The attributes and the children of an element. */
export function inside(content: Element): {
  attributes?: Attributes
  children: readonly (Element | string)[]
} {
  const value = content[nameOf(content)]!
  if (!Array.isArray(value))
    return { attributes: (value as { _attr?: Attributes })._attr, children: [] } as never
  const attributes = (value[0] as { _attr?: Attributes } | undefined)?._attr
  return attributes ? { attributes, children: value.slice(1) } : { children: value as readonly Element[] }
}

/** An element with other children. */
export const withChildren = (content: Element, children: readonly (Element | string)[]): Element =>
  element(nameOf(content), inside(content).attributes, children)

/** An element as XML, letter for letter as the library would write it. */
export function xmlOf(content: Element): string {
  const name = nameOf(content)
  const value = content[name]!
  if (!Array.isArray(value)) return `<${name}${attributesOf((value as { _attr?: Attributes })._attr)}/>`
  let attributes = ''
  let children = ''
  for (const part of value as readonly (Element | string)[])
    if (typeof part === 'string') children += escapeMarkup(part)
    else if ('_attr' in part) attributes += attributesOf(part._attr as Attributes)
    else children += xmlOf(part)
  return `<${name}${attributes}>${children}</${name}>`
}

function attributesOf(attributes: Attributes = {}): string {
  let written = ''
  for (const key in attributes) {
    const value = attributes[key]!
    written += ` ${key}="${typeof value === 'string' ? escapeMarkup(value) : value}"`
  }
  return written
}

/** Stands in the library's body for an element of ours. */
class Place extends FileChild {
  constructor(private readonly index: number) {
    super(PLACE)
  }

  override prepForXml(): Element {
    return element(PLACE, { n: this.index })
  }
}

// No text can be taken for it: texts are escaped.
const PLACE = 'concordat'
const PLACES = new RegExp(`<${PLACE} n="(\\d+)"/>`, 'g')

/** Elements on their way past the library, which would copy each of them three times before it writes it. */
export interface Places {
  readonly stand: (content: Element) => FileChild
  /** A part as the library wrote it, with our elements where they stand. */
  readonly fill: (part: string) => string
}

/** Places for the elements of one document. */
export function keepPlaces(): Places {
  const kept: string[] = []
  return {
    stand: content => new Place(kept.push(xmlOf(content)) - 1),
    fill: part => part.replace(PLACES, (_, index) => kept[Number(index)]!),
  }
}

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
