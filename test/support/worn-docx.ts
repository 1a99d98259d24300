/**
 * What other programs make of a Word file: its bytes in, the file as they would save or export it out. Written from what
 * each was seen or is documented to do; knows nothing of how the program reads.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { child, elementsOf, parseXml, readStyles, valOf, type XmlNode } from './read-docx.ts'
import { written } from './settle-docx.ts'

type Parts = Record<string, Uint8Array>
type Content = XmlNode['children']

/** Changes the parts of a zip file. */
export function withParts(bytes: Uint8Array, change: (parts: Parts) => Parts): Uint8Array {
  return zipSync(change({ ...unzipSync(bytes) }), { level: 1 })
}

/** Changes the text of one part. */
export const withPart = (bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array =>
  withParts(bytes, parts => ({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) }))

const without = (parts: Parts, ...gone: readonly RegExp[]): Parts =>
  Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => !gone.some(one => one.test(name)))
      .map(([name, data]) => {
        if (!/Content_Types|\.rels$/.test(name)) return [name, data]
        const entry = /<(?:Override|Relationship) [^>]*(?:PartName|Target)="([^"]*)"[^>]*\/>/g
        const kept = strFromU8(data).replace(entry, (all, target: string) =>
          gone.some(one => one.test(target.replace(/^(?:\.\.)?\//, ''))) ? '' : all,
        )
        return [name, strToU8(kept)]
      }),
  )

/** Word’s Document Inspector, told to remove custom XML data and document properties. */
export const inspected = (bytes: Uint8Array): Uint8Array =>
  withParts(bytes, parts => without(parts, /^customXml\//, /^docProps\/custom\.xml$/))

/** LibreOffice keeps bookmarks and custom properties and loses tags of content controls and custom XML (seen with 7.4). */
export const savedByLibreOffice = (bytes: Uint8Array): Uint8Array =>
  withPart(
    withParts(bytes, parts => without(parts, /^customXml\//)),
    'word/document.xml',
    text => text.replace(/<w:tag w:val="[^"]*"\/>/g, ''),
  )

/** The styles that Google Docs knows; every other one becomes formatting of the paragraph itself. */
const GOOGLE = /^(?:Title|Subtitle|Heading[1-6])$/

/**
 * Google Docs, imported and exported again: no custom XML and no properties, content controls unwrapped, fields turned into
 * the words they showed, our styles gone, list numbers on each paragraph, bookmarks dropped or under names of its own.
 */
export function exportedByGoogleDocs(bytes: Uint8Array): Uint8Array {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).flatMap(([name, data]) =>
      name.endsWith('.xml') ? [[name, strFromU8(data)] as const] : [],
    ),
  )
  const { inherited } = readStyles(parts)
  let marks = 0
  const inside = (one: XmlNode | string): Content => (typeof one === 'string' ? [one] : visit(one))
  const visit = (node: XmlNode): Content => {
    switch (node.name) {
      case 'w:sdt':
        // The contents list alone stays a control of its own.
        if (written(node).includes('docPartGallery'))
          return [{ ...node, children: node.children.flatMap(inside) }]
        return elementsOf(child(node, 'w:sdtContent')).flatMap(visit)
      case 'w:fldSimple':
      case 'w:smartTag':
        return elementsOf(node).flatMap(visit)
      case 'w:instrText':
      case 'w:fldChar':
      case 'w:proofErr':
        return []
      case 'w:bookmarkStart':
        marks++
        return marks % 3 === 0
          ? [{ ...node, attributes: { ...node.attributes, 'w:name': `id.${(marks * 7919).toString(36)}` } }]
          : []
      case 'w:bookmarkEnd':
        return []
      case 'w:rPr': {
        const look = { Strong: 'w:b', Emphasis: 'w:i' }[valOf(node, 'w:rStyle') ?? '']
        const plain = elementsOf(node).filter(({ name }) => name !== 'w:rStyle')
        const named = (name: string): XmlNode => ({ name, attributes: {}, children: [] })
        return [{ ...node, children: [...(look ? [named(look)] : []), ...plain, named('w:rtl')] }]
      }
      case 'w:pPr': {
        const style = valOf(node, 'w:pStyle')
        const list = child(node, 'w:numPr') ?? inherited(style, 'w:numPr')
        const kept = elementsOf(node).filter(one => !['w:pStyle', 'w:numPr'].includes(one.name))
        const named = elementsOf(node).filter(
          one => one.name === 'w:pStyle' && GOOGLE.test(one.attributes['w:val'] ?? ''),
        )
        return [{ ...node, children: [...named, ...(list ? [list] : []), ...kept] }]
      }
      default:
        return [
          {
            ...node,
            children: node.children.flatMap(inside),
          },
        ]
    }
  }
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${written(visit(parseXml(parts.get('word/document.xml')!))[0]!)}`
  return withParts(bytes, all => ({
    ...without(all, /^customXml\//, /^docProps\//),
    'word/document.xml': strToU8(document),
  }))
}

/** A zip file whose directory says that a part is larger than it is, or smaller. */
export function saysSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; ) {
    const length = copy.readUInt16LE(at + 28)
    if (copy.toString('utf8', at + 46, at + 46 + length) === name) copy.writeUInt32LE(size, at + 24)
    at = copy.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  }
  return new Uint8Array(copy)
}
