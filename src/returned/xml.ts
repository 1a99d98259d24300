/** The text of a part in, its elements as a tree out. Strict: what is not well-formed, or declares entities, is refused. */
import { SaxesParser } from 'saxes'

export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Xml | string)[]
}

/** A part that cannot be read. */
export class XmlFault extends Error {}

const DEEPEST = 400

const MAIN = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]

/** The prefix a part has for Word's own names, when it is not `w`. */
function foreignPrefix(attributes: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(attributes).find(
    ([name, value]) => name.startsWith('xmlns') && MAIN.includes(value),
  )
  const prefix = found?.[0].slice('xmlns:'.length)
  return prefix === undefined || prefix === 'w' ? undefined : prefix
}

/** Parses a part. Names of Word's own carry the prefix `w:`, whatever the part calls them. */
export function parseXml(text: string): Xml {
  const parser = new SaxesParser()
  const top: { name: string; attributes: Record<string, string>; children: (Xml | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  }
  const open = [top]
  let prefix: string | undefined
  const ours = (name: string): string => {
    if (prefix === undefined) return name
    if (prefix === '') return name.includes(':') ? name : `w:${name}`
    return name.startsWith(`${prefix}:`) ? `w:${name.slice(prefix.length + 1)}` : name
  }
  parser.on('error', error => {
    throw new XmlFault(error.message)
  })
  parser.on('doctype', () => {
    throw new XmlFault('It declares a document type')
  })
  parser.on('opentag', tag => {
    const given = tag.attributes as Record<string, string>
    if (open.length === 1) prefix = foreignPrefix(given)
    if (open.length > DEEPEST) throw new XmlFault('It is nested too deep')
    const attributes =
      prefix === undefined
        ? given
        : Object.fromEntries(Object.entries(given).map(([name, value]) => [ours(name), value]))
    const node = { name: ours(tag.name), attributes, children: [] }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  const addText = (words: string) => {
    const { children } = open.at(-1)!
    const last = children.length - 1
    if (typeof children[last] === 'string') children[last] += words
    else children.push(words)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  return top.children.find(child => typeof child !== 'string') as Xml
}

/** The elements right under one. */
export const elements = (node: Xml | undefined): readonly Xml[] =>
  (node?.children ?? []).filter(child => typeof child !== 'string')

export const child = (node: Xml | undefined, name: string): Xml | undefined => {
  for (const one of node?.children ?? []) if (typeof one !== 'string' && one.name === name) return one
  return undefined
}

/** The `w:val` of an element right under one. */
export const settingOf = (node: Xml | undefined, name: string): string | undefined =>
  child(node, name)?.attributes['w:val']

/** Every element of a name below one, in order. */
export const below = (node: Xml, name: string): readonly Xml[] =>
  elements(node).flatMap(one => [...(one.name === name ? [one] : []), ...below(one, name)])

export const textIn = (node: Xml): string =>
  node.children.map(one => (typeof one === 'string' ? one : textIn(one))).join('')

/** Whether a switch such as `w:b` is on; undefined when it is not there. ECMA-376 Part 1, 17.17.4. */
export function isOn(node: Xml | undefined, name: string): boolean | undefined {
  const found = child(node, name)
  if (!found) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1')
}
