/** XML as strings, for the parts we write whole: names, attributes and children in, escaped text out. */
import { XML_ENTITIES } from '../../xml-entities.ts'
import { legalText } from './text.ts'

const ESCAPES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(XML_ENTITIES).map(([name, character]) => [character, `&${name};`]),
)

/** Escapes what XML gives a meaning to, as the docx library does. What XML cannot hold must be gone already. */
export const escapeMarkup = (text: string): string => text.replace(/[&"'<>]/g, found => ESCAPES[found]!)

/** Makes any string safe as the text or an attribute of a part. */
export const escapeXml = (text: string): string => escapeMarkup(legalText(text))

/** As `escapeXml`, for text alone, where quotation marks mean nothing. JSON is full of them. */
export const escapeXmlText = (text: string): string =>
  legalText(text).replace(/[&<>]/g, found => ESCAPES[found]!)

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

/** One element. Children are already XML; attributes are escaped, and left out when undefined. */
export function xml(name: string, attributes: XmlAttributes = {}, ...children: readonly string[]): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`
  const inside = children.join('')
  return inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`
}

/** An element whose only content is its `w:val`. */
export const val = (name: string, value: string | number): string => xml(name, { 'w:val': value })

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const W_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
