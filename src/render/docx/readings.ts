/**
 * A rendered Word file in, its lines as they stand once its tracked changes are accepted, and once they are rejected, out; and
 * what a document without any reads like, without a file being made of it.
 */
import AdmZip from 'adm-zip'
import { unescapeMarkup } from '../../xml-entities.ts'
import type { Element } from './elements.ts'
import { unsealText } from './text.ts'

export type Verdict = 'accept' | 'reject'

/**
 * The paragraphs of the body, each with its style in front, and a stroke for each end of a row. Where the mark of a
 * paragraph goes, its words join the paragraph after it, as Word joins them.
 */
export type Reading = readonly string[]

/** Takes the elements of a body one after another, and keeps the lines that are left of them. */
class Reader {
  readonly lines: string[] = []
  /** For each line the last bookmark before its end; empty before the first. */
  readonly places: string[] = []
  #place = ''
  readonly #gone: string
  readonly #open: string[] = []
  #hidden = 0
  #words = ''
  #style = ''
  #isMarkGone = false
  #isRowGone = false
  #rowFrom = 0

  constructor(verdict: Verdict) {
    this.#gone = verdict === 'accept' ? 'w:del' : 'w:ins'
  }

  #isIn(name: string): boolean {
    return this.#open.includes(name)
  }

  opens(name: string): void {
    this.#open.push(name)
    if (name === this.#gone) this.#hidden++
    if (name === 'w:tr') {
      this.#rowFrom = this.lines.length
      this.#isRowGone = false
    }
  }

  /** An element with nothing in it. `value` is its `w:val`. */
  stands(name: string, value: string): void {
    // The last line of a block has a style of its own look only.
    if (name === 'w:bookmarkStart') this.#place = value
    else if (name === 'w:pStyle') this.#style = value.replace(/Last$/, '')
    else if (name === this.#gone && this.#isIn('w:pPr')) this.#isMarkGone = true
    else if (name === this.#gone && this.#open.at(-1) === 'w:trPr') this.#isRowGone = true
    else if ((name === 'w:tab' || name === 'w:br') && this.#hidden === 0 && !this.#isIn('w:pPr'))
      this.#words += '\t'
  }

  says(text: string): void {
    const within = this.#open.at(-1)
    if (this.#hidden === 0 && (within === 'w:t' || within === 'w:delText')) this.#words += text
  }

  closes(name: string): void {
    this.#open.pop()
    if (name === this.#gone) this.#hidden--
    if (name === 'w:p') {
      if (!this.#isMarkGone) {
        this.#add(`${this.#style}: ${this.#words}`)
        this.#words = ''
      }
      this.#isMarkGone = false
    } else if (name === 'w:tr' && this.#isRowGone) {
      this.lines.length = this.#rowFrom
      this.places.length = this.#rowFrom
      this.#words = ''
    } else if (name === 'w:tr') this.#add('|')
  }

  #add(line: string): void {
    this.lines.push(line)
    this.places.push(this.#place)
  }
}

/** A reading with the bookmark that each line stands behind. */
export interface PlacedReading {
  readonly lines: Reading
  readonly places: readonly string[]
}

/** How a Word file reads either way. */
export function readingsOf(docx: Uint8Array): Readonly<Record<Verdict, PlacedReading>> {
  const xml = new AdmZip(Buffer.from(docx.buffer, docx.byteOffset, docx.byteLength)).readAsText(
    'word/document.xml',
  )
  const [accept, reject] = [new Reader('accept'), new Reader('reject')]
  const readers = [accept, reject]
  // We wrote it, so < and > are tags and nothing else; a pattern would make five objects of each.
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf('<', at)
    if (start > at) {
      const said = unescapeMarkup(xml.slice(at, start))
      for (const reader of readers) reader.says(said)
    }
    const end = xml.indexOf('>', start)
    if (start < 0 || end < 0) break
    readTag(xml.slice(start + 1, end), readers)
    at = end + 1
  }
  return { accept, reject }
}

/** Hands what stands between < and > to the readers. */
function readTag(tag: string, readers: readonly Reader[]): void {
  if (tag.startsWith('/')) {
    const name = tag.slice(1)
    for (const reader of readers) reader.closes(name)
    return
  }
  const end = tag.search(/[ /]/)
  const name = end < 0 ? tag : tag.slice(0, end)
  const isEmpty = tag.endsWith('/')
  const value = isEmpty ? markOf(name, tag) : ''
  for (const reader of readers)
    if (isEmpty) reader.stands(name, value)
    else reader.opens(name)
}

/** What is read of an element: the style that it names, or the name of the bookmark that it is. */
const markOf = (name: string, tag: string): string =>
  name === 'w:pStyle'
    ? (/w:val="([^"]*)"/.exec(tag)?.[1] ?? '')
    : name === 'w:bookmarkStart'
      ? (/w:name="([^"]*)"/.exec(tag)?.[1] ?? '')
      : ''

/** How elements read that hold no tracked changes. */
export function readingOfElements(elements: readonly Element[]): Reading {
  const reader = new Reader('accept')
  const visit = (element: Element): void => {
    const { name, attributes, children } = element
    if (children.length === 0) {
      reader.stands(name, String(attributes?.['w:val'] ?? ''))
      return
    }
    reader.opens(name)
    for (const child of children)
      if (typeof child === 'string') reader.says(unsealText(child))
      else visit(child)
    reader.closes(name)
  }
  for (const element of elements) visit(element)
  return reader.lines
}
