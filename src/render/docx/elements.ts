/** XML elements as plain objects. Places stand for them in what the docx library writes; see `places.ts`. */
import { escapeMarkup } from './xml.ts'

export type Attributes = Readonly<Record<string, string | number>>

/** An element. Its children are elements and texts, in order; text has passed `sealText`, and text in attributes `sealAttribute`. */
export interface Element {
  readonly name: string
  readonly attributes: Attributes | undefined
  readonly children: readonly (Element | string)[]
}

/** Makes an element. */
export const element = (
  name: string,
  attributes?: Attributes,
  children: readonly (Element | string)[] = [],
): Element => ({ name, attributes, children })

/** An element without attributes. */
export const group = (name: string, children: readonly (Element | string)[]): Element =>
  element(name, undefined, children)

/** An element whose only content is its `w:val`. */
export const valued = (name: string, value: string | number): Element => element(name, { 'w:val': value })

/** Elements that are XML already, to be put beside others. */
export const written = (xml: string): Element => group(WRITTEN, [xml])

export const isWritten = ({ name }: Element): boolean => name === WRITTEN

// No element of Word's has a blank in its name.
const WRITTEN = 'as written'

/** An element with other children. */
export const withChildren = (
  { name, attributes }: Element,
  children: readonly (Element | string)[],
): Element => element(name, attributes, children)

/** An element as XML, letter for letter as the library would write it. */
export function xmlOf({ name, attributes, children }: Element): string {
  if (name === WRITTEN) return children[0] as string
  const start = attributes ? name + attributesOf(attributes) : name
  if (children.length === 0) return `<${start}/>`
  let content = ''
  for (const child of children) content += typeof child === 'string' ? escapeMarkup(child) : xmlOf(child)
  return `<${start}>${content}</${name}>`
}

function attributesOf(attributes: Attributes): string {
  let written = ''
  for (const key in attributes) {
    const value = attributes[key]!
    written += ` ${key}="${typeof value === 'string' ? escapeMarkup(value) : value}"`
  }
  return written
}
