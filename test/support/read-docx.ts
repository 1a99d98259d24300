/** The bytes of a Word file in, what its reader sees out: paragraphs with the numbers Word would give them, tables, comments. */
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

/** Text parts by path; pictures are left out. */
export type DocxParts = ReadonlyMap<string, string>

export interface ReadParagraph {
  readonly style: string
  /** The number or bullet Word puts in front. */
  readonly label: string
  readonly text: string
  readonly bookmarks: readonly string[]
  /** In a table: which one, which row and which column, counted from 0. */
  readonly cell?: readonly [table: number, row: number, column: number]
}

/** The text parts of a Word file. */
export function openDocx(bytes: Uint8Array): DocxParts {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path))
  return new Map(files.map(([path, data]) => [path, strFromU8(data)]))
}

/** Parses a part, strictly: anything that is not well-formed XML throws. */
export function parseXml(text: string): XmlNode {
  const parser = new SaxesParser()
  const root: { name: string; attributes: Record<string, string>; children: (XmlNode | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  }
  const open = [root]
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    const node = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', words => void open.at(-1)!.children.push(words))
  parser.write(text).close()
  return root.children.find(child => typeof child !== 'string') as XmlNode
}

export const elementsOf = (node: XmlNode | undefined): readonly XmlNode[] =>
  (node?.children ?? []).filter(child => typeof child !== 'string')

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  elementsOf(node).find(one => one.name === name)

export const valOf = (node: XmlNode | undefined, name: string): string | undefined =>
  child(node, name)?.attributes['w:val']

/** Every element of a name below a node, in order. */
export const all = (node: XmlNode, name: string): readonly XmlNode[] =>
  elementsOf(node).flatMap(one => [...(one.name === name ? [one] : []), ...all(one, name)])

export const textContent = (node: XmlNode): string =>
  node.children.map(one => (typeof one === 'string' ? one : textContent(one))).join('')

/** The text of a paragraph or run, with the results of its fields; deleted text and instructions are not read. */
export function visibleText(node: XmlNode): string {
  switch (node.name) {
    case 'w:t':
      return textContent(node)
    case 'w:tab':
      return '\t'
    case 'w:br':
      return '\n'
    case 'w:pPr':
    case 'w:rPr':
    case 'w:del':
    case 'w:instrText':
    case 'w:pict':
      return ''
    default:
      return elementsOf(node).map(visibleText).join('')
  }
}

interface Level {
  readonly format: string
  readonly text: string
}
export interface Lists {
  /** Levels by list number; list numbers that share a definition share its counters. */
  readonly levels: ReadonlyMap<string, readonly Level[]>
  readonly definition: ReadonlyMap<string, string>
}

export function readLists(parts: DocxParts): Lists {
  const root = parseXml(parts.get('word/numbering.xml')!)
  const abstract = new Map(
    all(root, 'w:abstractNum').map(node => [
      node.attributes['w:abstractNumId']!,
      all(node, 'w:lvl').map(level => ({
        format: valOf(level, 'w:numFmt') ?? 'decimal',
        text: valOf(level, 'w:lvlText') ?? '',
      })),
    ]),
  )
  const definition = new Map(
    all(root, 'w:num').map(node => [node.attributes['w:numId']!, valOf(node, 'w:abstractNumId') ?? '']),
  )
  return {
    levels: new Map([...definition].map(([id, target]) => [id, abstract.get(target) ?? []])),
    definition,
  }
}

/** The styles by id, and a way to ask for a property that a style may have from the one it is based on. */
export function readStyles(parts: DocxParts) {
  const styles = new Map(
    all(parseXml(parts.get('word/styles.xml')!), 'w:style').map(node => [
      node.attributes['w:styleId']!,
      node,
    ]),
  )
  const inherited = (id: string | undefined, name: string): XmlNode | undefined => {
    const style = id === undefined ? undefined : styles.get(id)
    return style && (child(child(style, 'w:pPr'), name) ?? inherited(valOf(style, 'w:basedOn'), name))
  }
  return { styles, inherited }
}

const UNITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

/** A number as Word writes it. After `z` Word doubles the letter: `aa`, `bb`. Roman numbers up to 39 are enough here. */
function formatNumber(n: number, format: string): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
  if (format === 'lowerLetter') return letter
  if (format === 'upperLetter') return letter.toUpperCase()
  if (format === 'lowerRoman') return 'x'.repeat(Math.floor(n / 10)) + UNITS[n % 10]
  return String(n)
}

/** Gives paragraphs their labels in order, as Word counts them. */
export function numberer(parts: DocxParts): (properties: XmlNode | undefined) => string {
  const { levels, definition } = readLists(parts)
  const { inherited } = readStyles(parts)
  const counters = new Map<string, number[]>()
  return properties => {
    const list =
      child(properties, 'w:numPr') ?? inherited(valOf(properties, 'w:pStyle') ?? 'Normal', 'w:numPr')
    const id = valOf(list, 'w:numId')
    const at = Number(valOf(list, 'w:ilvl') ?? 0)
    const level = id === undefined ? undefined : levels.get(id)?.[at]
    if (!level) return ''
    if (level.format === 'bullet') return level.text
    const key = definition.get(id!)!
    const counts = counters.get(key) ?? []
    counters.set(key, counts)
    counts[at] = (counts[at] ?? 0) + 1
    counts.length = at + 1
    return level.text.replace(/%(\d)/g, (_, digit) => {
      const place = Number(digit) - 1
      return formatNumber(counts[place] ?? 1, levels.get(id!)![place]!.format)
    })
  }
}

/** Every paragraph of the body, in reading order, with its label. */
export function readParagraphs(bytes: Uint8Array): readonly ReadParagraph[] {
  const parts = openDocx(bytes)
  const label = numberer(parts)
  const found: ReadParagraph[] = []
  let tables = 0
  const visit = (node: XmlNode, cell?: ReadParagraph['cell']): void => {
    if (node.name === 'w:p') {
      const properties = child(node, 'w:pPr')
      found.push({
        style: valOf(properties, 'w:pStyle') ?? 'Normal',
        label: label(properties),
        text: visibleText(node),
        bookmarks: all(node, 'w:bookmarkStart').map(mark => mark.attributes['w:name']!),
        ...(cell ? { cell } : {}),
      })
    } else if (node.name === 'w:tbl') {
      const table = tables++
      elementsOf(node)
        .filter(one => one.name === 'w:tr')
        .forEach((row, rowAt) => {
          const cells = elementsOf(row).filter(one => one.name === 'w:tc')
          for (const [column, one] of cells.entries()) visit(one, [table, rowAt, column])
        })
    } else for (const one of elementsOf(node)) visit(one, cell)
  }
  visit(parseXml(parts.get('word/document.xml')!))
  return found
}

/** The paragraphs as lines of style, number and words. The look of a block's last line is no matter of its text. */
export const shownIn = (bytes: Uint8Array): readonly string[] =>
  readParagraphs(bytes).map(({ style, label, text }) => `${style.replace(/Last$/, '')} ${label} ${text}`)

/** The comments of a file, by id, as text. */
export function readComments(bytes: Uint8Array): ReadonlyMap<string, string> {
  const part = openDocx(bytes).get('word/comments.xml')
  if (part === undefined) return new Map()
  return new Map(all(parseXml(part), 'w:comment').map(node => [node.attributes['w:id']!, visibleText(node)]))
}

/** The body as lines of text: one a paragraph, its label in front; one a table row, its cells between bars. */
export function readText(bytes: Uint8Array): string {
  const lines: string[] = []
  let open: { readonly row: string; readonly column: number } | undefined
  for (const { label, text, cell, style } of readParagraphs(bytes)) {
    if (style === 'SectionEnd') continue
    const line = label === '' ? text : `${label} ${text}`
    const row = cell ? `${cell[0]}.${cell[1]}` : ''
    if (cell && open?.row === row)
      lines.push(`${lines.pop()}${cell[2] === open.column ? ' / ' : ' | '}${line}`)
    else lines.push(line)
    open = cell && { row, column: cell[2] }
  }
  return lines.join('\n')
}
