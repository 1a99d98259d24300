/** A rendered Word file in, its lines as they stand once its tracked changes are accepted or rejected out. */
import { strFromU8, unzipSync } from 'fflate'

export type Verdict = 'accept' | 'reject'

const TAG = /<([^>]*)>|([^<]+)/g
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const plain = (text: string): string => text.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all)

/** The style a line is set in, on which its number hangs. The last line of a block has a style of its own look only. */
const styleIn = (attributes: string): string =>
  (/w:val="([^"]*)"/.exec(attributes)?.[1] ?? '').replace(/Last$/, '')

/**
 * The paragraphs of the body, each with its style in front, and a stroke for each end of a row. Where the mark of a
 * paragraph goes, its words join the paragraph after it, as Word joins them.
 */
export function readingOf(docx: Uint8Array, verdict: Verdict): readonly string[] {
  const path = 'word/document.xml'
  const xml = strFromU8(unzipSync(docx, { filter: file => file.name === path })[path]!)
  const gone = verdict === 'accept' ? 'w:del' : 'w:ins'
  const lines: string[] = []
  const open: string[] = []
  let [hidden, words, style] = [0, '', '']
  let [isMarkGone, isRowGone] = [false, false]
  let rowFrom = 0
  const isIn = (name: string): boolean => open.includes(name)

  const opens = (name: string): void => {
    open.push(name)
    if (name === gone) hidden++
    if (name === 'w:tr') [rowFrom, isRowGone] = [lines.length, false]
  }
  const stands = (name: string, tag: string): void => {
    if (name === 'w:pStyle') style = styleIn(tag)
    else if (name === gone && isIn('w:pPr')) isMarkGone = true
    else if (name === gone && open.at(-1) === 'w:trPr') isRowGone = true
    else if (hidden === 0 && (name === 'w:tab' || name === 'w:br') && !isIn('w:pPr')) words += '\t'
  }
  const closes = (name: string): void => {
    open.pop()
    if (name === gone) hidden--
    if (name === 'w:p') {
      if (!isMarkGone) {
        lines.push(`${style}: ${words}`)
        words = ''
      }
      isMarkGone = false
    } else if (name === 'w:tr' && isRowGone) {
      lines.length = rowFrom
      words = ''
    } else if (name === 'w:tr') lines.push('|')
  }

  for (const [, tag, text] of xml.matchAll(TAG)) {
    if (text !== undefined) {
      if (hidden === 0 && /^w:(t|delText)$/.test(open.at(-1)!)) words += plain(text)
    } else if (tag!.startsWith('/')) closes(tag!.slice(1))
    else {
      const end = tag!.search(/[ /]/)
      const name = end < 0 ? tag! : tag!.slice(0, end)
      if (tag!.endsWith('/')) stands(name, tag!)
      else opens(name)
    }
  }
  return lines
}
