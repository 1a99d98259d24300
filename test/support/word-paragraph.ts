/** One paragraph of a Word file as a person at the keyboard has it: typed into, cut, split, commented, moved. */
import type { WordBody } from './word-editor.ts'
import { find, isNode, isPlain, type Node, node, textOfRun, write } from './word-nodes.ts'

/** Who tracks changes, and when. */
export interface Tracked {
  readonly author: string
  readonly date: string
}
export const jane: Tracked = { author: 'Jane Aske', date: '2026-11-24T10:05:00Z' }

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
