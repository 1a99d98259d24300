/**
 * A person in Word, for tests: the bytes of a Word file and what to do in it in, the bytes of the saved file out. It knows
 * nothing of the program's own reader or model. Like Word it splits runs, leaves revision ids and spelling marks behind, gives
 * new paragraphs no bookmark, and writes what it tracks as insertions and deletions.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { parseXml, type XmlNode } from './read-docx.ts'
import { find, isNode, type Node, node, write } from './word-nodes.ts'
import { jane, Paragraph, type Tracked } from './word-paragraph.ts'

export { jane, type Tracked } from './word-paragraph.ts'

/** A row of a table. */
export class TableRow {
  constructor(
    readonly body: WordBody,
    readonly element: Node,
    readonly table: Node,
  ) {}

  get cells(): readonly Paragraph[] {
    return this.element.children
      .filter(isNode)
      .filter(one => one.name === 'w:tc')
      .flatMap(cell =>
        cell.children
          .filter(isNode)
          .filter(one => one.name === 'w:p')
          .slice(0, 1)
          .map(one => new Paragraph(this.body, one, cell)),
      )
  }

  remove(): void {
    this.table.children.splice(this.table.children.indexOf(this.element), 1)
  }

  /** Adds a row like this one below it, with other words. */
  addBelow(words: readonly string[]): void {
    const copy = structuredClone(this.element)
    const row = new TableRow(this.body, copy, this.table)
    for (const [index, cell] of row.cells.entries()) {
      const properties = find(cell.element, 'w:pPr')
      cell.element.children = [...(properties ? [properties] : []), this.body.run(words[index] ?? '')]
    }
    this.table.children.splice(this.table.children.indexOf(this.element) + 1, 0, copy)
  }
}

/** The text of a document as a person finds it. */
export class WordBody {
  readonly #root: Node
  readonly #comments: Node
  #next = 900_000

  constructor(document: string, comments: string) {
    this.#root = parseXml(document) as XmlNode as Node
    this.#comments = parseXml(comments) as XmlNode as Node
  }

  ids(): Record<string, string> {
    const id = (this.#next++).toString(16).padStart(8, '0').toUpperCase()
    return { 'w:rsidR': id, 'w:rsidRDefault': id }
  }

  run(words: string): Node {
    return node('w:r', { 'w:rsidR': '00AB12CD' }, node('w:t', { 'xml:space': 'preserve' }, words))
  }

  mark(name: string, { author, date }: Tracked, ...children: Node[]): Node {
    return node(name, { 'w:id': String(this.#next++), 'w:author': author, 'w:date': date }, ...children)
  }

  comment(author: string, words: string): string {
    const id = String(this.#next++)
    const attributes = { 'w:id': id, 'w:author': author, 'w:date': jane.date, 'w:initials': 'JA' }
    this.#comments.children.push(node('w:comment', attributes, node('w:p', {}, this.run(words))))
    return id
  }

  /** The paragraphs outside tables and the contents list, in order. */
  get paragraphs(): readonly Paragraph[] {
    const found: Paragraph[] = []
    const visit = (one: Node): void => {
      for (const child of one.children.filter(isNode)) {
        if (child.name === 'w:p') found.push(new Paragraph(this, child, one))
        else if (
          child.name !== 'w:tbl' &&
          !(child.name === 'w:sdt' && write(child).includes('docPartGallery'))
        )
          visit(child)
      }
    }
    visit(this.#root)
    return found.filter(({ style }) => style !== 'SectionEnd' && !style.startsWith('TOC'))
  }

  /** The rows below the header of every table. */
  get rows(): readonly TableRow[] {
    const found: TableRow[] = []
    const visit = (one: Node): void => {
      for (const child of one.children.filter(isNode))
        if (child.name === 'w:tbl')
          for (const row of child.children
            .filter(isNode)
            .filter(c => c.name === 'w:tr')
            .slice(1))
            found.push(new TableRow(this, row, child))
        else visit(child)
    }
    visit(this.#root)
    return found
  }

  paragraphWith(words: string): Paragraph {
    const found = this.paragraphs.find(({ text }) => text.includes(words))
    if (!found) throw new Error(`No paragraph says “${words}”.`)
    return found
  }

  /** Selects the first place that says `from` and types `to`. */
  type(from: string, to: string, tracked?: Tracked): this {
    this.paragraphWith(from).replace(from, to, tracked)
    return this
  }

  /** Adds a paragraph behind the first of a style. */
  addAfter(style: string, words: string, tracked?: Tracked): this {
    this.paragraphs.find(one => one.style === style)!.addAfter(words, style, tracked)
    return this
  }

  get parts(): { readonly document: string; readonly comments: string } {
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {
      document: head + write(this.#root),
      comments: head + write(this.#comments),
    }
  }
}

const commentsPart =
  '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:comments>'
const commentsType =
  '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
const commentsRelation =
  '<Relationship Id="rIdByHand" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'

/** Opens a Word file, works in it, and saves it. Like Word it adds the part for comments with the first of them. */
export function edit(bytes: Uint8Array, work: (body: WordBody) => unknown): Uint8Array {
  const files = unzipSync(bytes)
  const put = (name: string, change: (text: string) => string) => {
    files[name] = strToU8(change(strFromU8(files[name]!)))
  }
  const had = files['word/comments.xml']
  const body = new WordBody(strFromU8(files['word/document.xml']!), had ? strFromU8(had) : commentsPart)
  work(body)
  const { document, comments } = body.parts
  files['word/document.xml'] = strToU8(document)
  if (had || comments.includes('<w:comment ')) files['word/comments.xml'] = strToU8(comments)
  if (!had && files['word/comments.xml']) {
    put('[Content_Types].xml', text => text.replace('</Types>', `${commentsType}</Types>`))
    put('word/_rels/document.xml.rels', text =>
      text.replace('</Relationships>', `${commentsRelation}</Relationships>`),
    )
  }
  return zipSync(files, { level: 1 })
}
