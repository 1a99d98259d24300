/**
 * A person in Word, for tests: the bytes of a Word file and what to do in it in, the bytes of the saved file out. It knows
 * nothing of the program's own reader or model. Like Word it splits runs, leaves revision ids and spelling marks behind, gives
 * new paragraphs no bookmark, and writes what it tracks as insertions and deletions.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { parseXml, type XmlNode } from './read-docx.ts'

interface Node {
  name: string
  attributes: Record<string, string>
  children: (Node | string)[]
}

const node = (
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): Node => ({
  name,
  attributes,
  children,
})
const isNode = (one: Node | string): one is Node => typeof one !== 'string'
const find = (one: Node, name: string): Node | undefined =>
  one.children.filter(isNode).find(c => c.name === name)

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const write = (one: Node | string): string =>
  typeof one === 'string'
    ? escapeText(one)
    : `<${one.name}${Object.entries(one.attributes)
        .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
        .join('')}>${one.children.map(write).join('')}</${one.name}>`

/** Who tracks changes, and when. */
export interface Tracked {
  readonly author: string
  readonly date: string
}
export const jane: Tracked = { author: 'Jane Aske', date: '2026-11-24T10:05:00Z' }

const textOfRun = (run: Node): string =>
  run.children
    .filter(isNode)
    .map(one => (one.name === 'w:t' ? one.children.filter(c => typeof c === 'string').join('') : ''))
    .join('')

/** A run that holds nothing but text, so that its letters can be counted and cut. */
const isPlain = (one: Node | string): one is Node =>
  isNode(one) &&
  one.name === 'w:r' &&
  one.children.every(c => isNode(c) && (c.name === 'w:t' || c.name === 'w:rPr'))

/** One paragraph under the cursor. */
export class Paragraph {
  constructor(
    readonly body: WordBody,
    readonly element: Node,
    readonly parent: Node,
  ) {}

  get style(): string {
    const properties = find(this.element, 'w:pPr')
    return (properties && find(properties, 'w:pStyle')?.attributes['w:val']) ?? ''
  }

  /** The letters that can be edited: those of plain runs. Fields stand between them. */
  get text(): string {
    return this.element.children.filter(isPlain).map(textOfRun).join('')
  }

  /** Cuts runs so that one begins at `at`; gives the place among the children. */
  #cut(at: number): number {
    let passed = 0
    for (const [index, one] of this.element.children.entries()) {
      if (!isPlain(one)) continue
      const text = textOfRun(one)
      if (at === passed) return index
      if (at < passed + text.length) {
        const properties = find(one, 'w:rPr')
        const half = (part: string): Node => ({
          ...this.body.run(part),
          children: [...(properties ? [properties] : []), node('w:t', { 'xml:space': 'preserve' }, part)],
        })
        this.element.children.splice(
          index,
          1,
          half(text.slice(0, at - passed)),
          half(text.slice(at - passed)),
        )
        return index + 1
      }
      passed += text.length
    }
    const last = this.element.children.findLastIndex(isPlain)
    return last < 0 ? this.element.children.length : last + 1
  }

  insert(at: number, words: string, tracked?: Tracked): void {
    const index = this.#cut(at)
    const run = this.body.run(words)
    const before = this.element.children[index - 1]
    const properties = before && isPlain(before) ? find(before, 'w:rPr') : undefined
    // Word goes on in the look of the letter before, save in a gap's yellow, which no test types into.
    if (properties && !write(properties).includes('Gap')) run.children.unshift(properties)
    const typed = tracked
      ? [this.body.mark('w:ins', tracked, run)]
      : [node('w:proofErr', { 'w:type': 'spellStart' }), run, node('w:proofErr', { 'w:type': 'spellEnd' })]
    this.element.children.splice(index, 0, ...typed)
  }

  delete(from: number, to: number, tracked?: Tracked): void {
    this.#cut(to)
    const start = this.#cut(from)
    let left = to - from
    for (let index = start; left > 0 && index < this.element.children.length; ) {
      const one = this.element.children[index]!
      if (!isPlain(one)) {
        index++
        continue
      }
      left -= textOfRun(one).length
      if (tracked) {
        for (const child of one.children.filter(isNode)) if (child.name === 'w:t') child.name = 'w:delText'
        this.element.children.splice(index, 1, this.body.mark('w:del', tracked, one))
        index++
      } else this.element.children.splice(index, 1)
    }
  }

  /** Selects the first `from` and types `to`: only the words that differ are typed. */
  replace(from: string, to: string, tracked?: Tracked): void {
    let start = 0
    while (start < from.length && start < to.length && from[start] === to[start]) start++
    let end = 0
    while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end))
      end++
    const at = this.text.indexOf(from) + start
    const [out, words] = [from.slice(start, from.length - end), to.slice(start, to.length - end)]
    if (words !== '') this.insert(at + out.length, words, tracked)
    if (out !== '') this.delete(at, at + out.length, tracked)
  }

  look(from: number, to: number, property: 'w:b' | 'w:i'): void {
    this.#cut(to)
    const start = this.#cut(from)
    let left = to - from
    for (let index = start; left > 0; index++) {
      const one = this.element.children[index]!
      if (!isPlain(one)) continue
      left -= textOfRun(one).length
      const properties = find(one, 'w:rPr') ?? node('w:rPr')
      const kept = one.children.filter(c => c !== properties)
      one.children = [{ ...properties, children: [...properties.children, node(property)] }, ...kept]
    }
  }

  comment(from: number, to: number, author: string, words: string): void {
    const id = this.body.comment(author, words)
    const end = this.#cut(to)
    this.element.children.splice(
      end,
      0,
      node('w:commentRangeEnd', { 'w:id': id }),
      node('w:r', {}, node('w:commentReference', { 'w:id': id })),
    )
    this.element.children.splice(this.#cut(from), 0, node('w:commentRangeStart', { 'w:id': id }))
  }

  /** Presses Enter at a place. The bookmark stays with the first half, as Word leaves it. */
  split(at: number): void {
    const index = Math.max(this.#cut(at), 1)
    const properties = find(this.element, 'w:pPr')
    const second = node('w:p', this.body.ids())
    if (properties) second.children.push(structuredClone(properties))
    const moved = this.element.children.splice(index)
    const ends = moved.filter(one => isNode(one) && one.name === 'w:bookmarkEnd')
    second.children.push(...moved.filter(one => !ends.includes(one)))
    this.element.children.push(...ends)
    this.parent.children.splice(this.parent.children.indexOf(this.element) + 1, 0, second)
  }

  addAfter(words: string, style: string, tracked?: Tracked): void {
    const properties = node('w:pPr', {}, ...(style === '' ? [] : [node('w:pStyle', { 'w:val': style })]))
    const run = this.body.run(words)
    if (tracked) properties.children.push(node('w:rPr', {}, this.body.mark('w:ins', tracked)))
    const added = node(
      'w:p',
      this.body.ids(),
      properties,
      tracked ? this.body.mark('w:ins', tracked, run) : run,
    )
    this.parent.children.splice(this.parent.children.indexOf(this.element) + 1, 0, added)
  }

  pasteTable(rows: readonly (readonly string[])[]): void {
    const cell = (words: string) =>
      node(
        'w:tc',
        {},
        node('w:tcPr', {}, node('w:tcW', { 'w:w': '2000', 'w:type': 'dxa' })),
        node('w:p', this.body.ids(), this.body.run(words)),
      )
    const table = node(
      'w:tbl',
      {},
      node('w:tblPr', {}, node('w:tblW', { 'w:w': '0', 'w:type': 'auto' })),
      node('w:tblGrid', {}, ...rows[0]!.map(() => node('w:gridCol', { 'w:w': '2000' }))),
      ...rows.map(row => node('w:tr', {}, ...row.map(cell))),
    )
    this.parent.children.splice(this.parent.children.indexOf(this.element) + 1, 0, table)
  }

  /** Deletes the whole paragraph; tracked, it stays and is marked. */
  remove(tracked?: Tracked): void {
    if (!tracked) {
      this.parent.children.splice(this.parent.children.indexOf(this.element), 1)
      return
    }
    this.delete(0, this.text.length, tracked)
    const properties = find(this.element, 'w:pPr')!
    properties.children.push(node('w:rPr', {}, this.body.mark('w:del', tracked)))
  }

  /** Cuts the paragraph and pastes it behind another. */
  moveBehind(other: Paragraph): void {
    this.remove()
    other.parent.children.splice(other.parent.children.indexOf(other.element) + 1, 0, this.element)
  }
}

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
