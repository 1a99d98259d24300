/** XML elements as plain objects. Places stand for them in what the docx library writes; see `places.ts`. */
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

/** Elements that are XML already, to be put beside others. */
export const written = (xml: string): Element => ({ [WRITTEN]: [xml] })

export const isWritten = (content: Element): boolean => WRITTEN in content

// No element of Word's has a blank in its name.
const WRITTEN = 'as written'

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
  if (name === WRITTEN) return (value as readonly string[])[0]!
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
