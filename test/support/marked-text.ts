/**
 * A Word file with tracked changes in, its paragraphs as text that shows them out: `[-old-]{+new+}`, each paragraph with the
 * number that Word gives it in either reading. Knows nothing of how the program writes or reads its own.
 */
import {
  child,
  elementsOf,
  numberer,
  openDocx,
  parseXml,
  readComments,
  valOf,
  type XmlNode,
} from './read-docx.ts'

export interface MarkedParagraph {
  readonly style: string
  /** Number and words, with marks; the cells of a table row stand between bars. */
  readonly text: string
  /** Whether anything in it is marked or commented on. */
  readonly isMarked: boolean
}

/** The comments by which a draft asks its open questions, of which a reader of changes need not know. */
const asksQuestion = (comment: string): boolean => comment.includes('Ask: ')

type Mark = 'w:ins' | 'w:del'
interface Stretch {
  readonly mark: Mark | undefined
  readonly text: string
}

const leaves: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n' }
const silent = new Set(['w:pPr', 'w:rPr', 'w:instrText', 'w:delInstrText', 'w:pict'])

/** The words of a paragraph, each with the mark it stands under, and comments where they hang. */
function stretches(node: XmlNode, comments: ReadonlyMap<string, string>, mark?: Mark): readonly Stretch[] {
  if (silent.has(node.name)) return []
  if (node.name === 'w:t' || node.name === 'w:delText')
    return node.children.filter(one => typeof one === 'string').map(text => ({ mark, text }))
  if (node.name in leaves) return [{ mark, text: leaves[node.name]! }]
  if (node.name === 'w:commentReference')
    return [{ mark: undefined, text: comments.get(node.attributes['w:id']!) ?? '' }]
  const under = node.name === 'w:ins' || node.name === 'w:del' ? node.name : mark
  return elementsOf(node).flatMap(one => stretches(one, comments, under))
}

const shown = (mark: Mark | undefined, text: string): string =>
  text === '' || mark === undefined ? text : mark === 'w:ins' ? `{+${text}+}` : `[-${text}-]`

/** Stretches of one mark that follow each other are one. */
function marked(all: readonly Stretch[]): string {
  const joined: Stretch[] = []
  for (const one of all) {
    const last = joined.at(-1)
    if (last && last.mark === one.mark) joined[joined.length - 1] = { ...one, text: last.text + one.text }
    else joined.push(one)
  }
  return joined.map(({ mark, text }) => shown(mark, text)).join('')
}

const markIn = (properties: XmlNode | undefined): Mark | undefined =>
  child(properties, 'w:del') ? 'w:del' : child(properties, 'w:ins') ? 'w:ins' : undefined

/** The paragraphs and table rows of the body in order, without the contents list. */
export function readMarked(bytes: Uint8Array): readonly MarkedParagraph[] {
  const parts = openDocx(bytes)
  const comments = new Map(
    [...readComments(bytes)].map(([id, text]) => [id, asksQuestion(text) ? '' : ` «${text}»`]),
  )
  const label = { old: numberer(parts), now: numberer(parts) }

  const paragraph = (node: XmlNode, row?: Mark): MarkedParagraph => {
    const properties = child(node, 'w:pPr')
    const whole = row ?? markIn(child(properties, 'w:rPr'))
    const old = whole === 'w:ins' ? '' : label.old(properties)
    const now = whole === 'w:del' ? '' : label.now(properties)
    const front: readonly Stretch[] =
      old === now
        ? [{ mark: undefined, text: now }]
        : [
            { mark: 'w:del', text: old },
            { mark: 'w:ins', text: now },
          ]
    const words = stretches(node, comments).filter(({ text }) => text !== '')
    const gap = old === '' && now === '' ? '' : ' '
    const all = [
      ...front.filter(({ text }) => text !== ''),
      { mark: whole, text: gap },
      ...(row ? words.map(one => ({ ...one, mark: row })) : words),
    ]
    const text = marked(all.filter(one => one.text !== ''))
    return { style: valOf(properties, 'w:pStyle') ?? '', text, isMarked: /\[-|\{\+|«/.test(text) }
  }
  const rowOf = (row: XmlNode): MarkedParagraph => {
    const mark = markIn(child(row, 'w:trPr'))
    const cells = elementsOf(row)
      .filter(({ name }) => name === 'w:tc')
      .map(cell =>
        elementsOf(cell)
          .filter(({ name }) => name === 'w:p')
          .map(one => paragraph(one, mark)),
      )
    const text = `| ${cells.map(cell => cell.map(one => one.text).join(' / ')).join(' | ')} |`
    return { style: 'row', text, isMarked: cells.flat().some(one => one.isMarked) || mark !== undefined }
  }
  const visit = (node: XmlNode): readonly MarkedParagraph[] =>
    node.name === 'w:p'
      ? [paragraph(node)]
      : node.name === 'w:tr'
        ? [rowOf(node)]
        : elementsOf(node).flatMap(visit)
  return visit(parseXml(parts.get('word/document.xml')!)).filter(
    ({ style }) => !/^TOC|^SectionEnd/.test(style),
  )
}

/** What a person leafs through: each marked paragraph, under the heading that it stands below. */
export function markedText(bytes: Uint8Array): string {
  const lines: string[] = []
  let heading: string | undefined
  for (const { style, text, isMarked } of readMarked(bytes)) {
    const isHeading = /Heading|^Clause1|^ClauseLevel1/.test(style)
    if (isHeading) heading = text
    if (!isMarked) continue
    if (heading !== undefined) lines.push('', ...(isHeading ? [] : [`  ${heading}`]))
    heading = undefined
    lines.push(text)
  }
  return `${lines.join('\n').trim()}\n`
}
