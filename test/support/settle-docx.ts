/**
 * A Word file with tracked changes in, the file that Word would leave when all are accepted or rejected out. Written
 * from ECMA-376 part 1, 17.13.5, on the file's XML, and knowing nothing of how the program writes or reads its own.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { child, elementsOf, parseXml, type XmlNode } from './read-docx.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, found => escapes[found]!)

/** The text of an element. */
export const written = (node: XmlNode | string): string => {
  if (typeof node === 'string') return escapeXml(node)
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
  return `<${node.name}${attributes.join('')}>${node.children.map(written).join('')}</${node.name}>`
}

const renamed: Readonly<Record<string, string>> = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' }

/** Settles every change in a document's XML. `goes` is the element whose content goes. */
function settle(root: XmlNode, goes: 'w:ins' | 'w:del', stays: 'w:ins' | 'w:del'): XmlNode {
  const isMarkGone = (paragraph: XmlNode): boolean =>
    child(child(child(paragraph, 'w:pPr'), 'w:rPr'), goes) !== undefined
  const isRowGone = (row: XmlNode): boolean => child(child(row, 'w:trPr'), goes) !== undefined

  const inside = (node: XmlNode): (XmlNode | string)[] => {
    const out: (XmlNode | string)[] = []
    for (const one of node.children) {
      if (typeof one === 'string') out.push(one)
      else if (one.name === goes) continue
      else if (one.name === stays) out.push(...inside(one))
      else if (one.name === 'w:tr' && isRowGone(one)) continue
      else out.push({ ...one, name: renamed[one.name] ?? one.name, children: inside(one) })
    }
    return out
  }

  /** Joins a paragraph whose mark went to the next in the same run of text; a section's end goes with its mark. */
  const joined = (node: XmlNode, marks: readonly boolean[], at = { paragraph: 0 }): XmlNode => {
    const out: (XmlNode | string)[] = []
    let carried: readonly (XmlNode | string)[] = []
    for (const one of node.children) {
      if (typeof one === 'string' || one.name !== 'w:p') {
        if (typeof one !== 'string' && one.name === 'w:tbl' && carried.length > 0) carried = keep(carried)
        out.push(typeof one === 'string' ? one : joined(one, marks, at))
        continue
      }
      const content = one.children.filter(part => typeof part === 'string' || part.name !== 'w:pPr')
      const properties = child(one, 'w:pPr')
      if (marks[at.paragraph++]) {
        carried = [...carried, ...content]
        continue
      }
      out.push({ ...one, children: [...(properties ? [properties] : []), ...carried, ...content] })
      carried = []
    }
    keep(carried)
    return { ...node, children: out }
  }
  const marksOf = (node: XmlNode): boolean[] =>
    elementsOf(node).flatMap(one => {
      if (one.name === 'w:tr' && isRowGone(one)) return []
      return one.name === 'w:p' ? [isMarkGone(one)] : marksOf(one)
    })
  const withoutEmptyTables = (node: XmlNode): XmlNode => ({
    ...node,
    children: node.children.flatMap((one): (XmlNode | string)[] => {
      if (typeof one === 'string') return [one]
      if (one.name === 'w:tbl' && !elementsOf(one).some(row => row.name === 'w:tr')) return []
      return [withoutEmptyTables(one)]
    }),
  })
  return withoutEmptyTables(joined({ ...root, children: inside(root) }, marksOf(root)))
}

/** What is left of a paragraph whose mark went may be bookmarks, never words, unless another paragraph follows it. */
function keep(carried: readonly (XmlNode | string)[]): readonly (XmlNode | string)[] {
  const words = carried.filter(
    part => typeof part !== 'string' && /^w:(r|hyperlink|fldSimple)$/.test(part.name),
  )
  if (words.length > 0) throw new Error(`Words with no paragraph to join: ${words.map(written).join('')}`)
  return []
}

/** The file with every tracked change accepted or rejected. */
export function settleDocx(docx: Uint8Array, verdict: 'accept' | 'reject'): Uint8Array {
  const files = unzipSync(docx)
  const root = parseXml(strFromU8(files['word/document.xml']!))
  const settled = verdict === 'accept' ? settle(root, 'w:del', 'w:ins') : settle(root, 'w:ins', 'w:del')
  return zipSync({ ...files, 'word/document.xml': strToU8(written(settled)) })
}
