/** The XML of a Word file as nodes that can be changed, and how they are made, found and written. */

export interface Node {
  name: string
  attributes: Record<string, string>
  children: (Node | string)[]
}

export const node = (
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): Node => ({
  name,
  attributes,
  children,
})
export const isNode = (one: Node | string): one is Node => typeof one !== 'string'
export const find = (one: Node, name: string): Node | undefined =>
  one.children.filter(isNode).find(c => c.name === name)

export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

export const write = (one: Node | string): string =>
  typeof one === 'string'
    ? escapeText(one)
    : `<${one.name}${Object.entries(one.attributes)
        .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
        .join('')}>${one.children.map(write).join('')}</${one.name}>`

export const textOfRun = (run: Node): string =>
  run.children
    .filter(isNode)
    .map(one => (one.name === 'w:t' ? one.children.filter(c => typeof c === 'string').join('') : ''))
    .join('')

/** A run that holds nothing but text, so that its letters can be counted and cut. */
export const isPlain = (one: Node | string): one is Node =>
  isNode(one) &&
  one.name === 'w:r' &&
  one.children.every(c => isNode(c) && (c.name === 'w:t' || c.name === 'w:rPr'))
