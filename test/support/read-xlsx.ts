/** The bytes of an Excel workbook in, what Excel sees out: each sheet's cells with their values and formats, its filter and its frozen rows. */
import { strFromU8, unzipSync } from 'fflate'
import { parseXml, type XmlNode } from './read-docx.ts'

export interface ReadCell {
  /** A number, also for dates; text otherwise; undefined when empty. */
  readonly value: string | number | undefined
  readonly format: string
  readonly isBold: boolean
  readonly isFormula: boolean
}

export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly ReadCell[])[]
  readonly filter: string | undefined
  readonly frozenRows: number
}

const childrenOf = (node: XmlNode): XmlNode[] => node.children.filter(c => typeof c !== 'string')
const child = (node: XmlNode, name: string): XmlNode | undefined =>
  childrenOf(node).find(c => c.name === name)
const textOf = (node: XmlNode): string =>
  node.children.map(c => (typeof c === 'string' ? c : textOf(c))).join('')

/** Reads a workbook. Throws on XML that is not well formed. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes)
  const part = (path: string): XmlNode | undefined =>
    files[path] ? parseXml(strFromU8(files[path])) : undefined
  const shared = childrenOf(part('xl/sharedStrings.xml') ?? { name: '', attributes: {}, children: [] }).map(
    textOf,
  )
  const styles = stylesOf(part('xl/styles.xml')!)
  const rels = new Map(
    childrenOf(part('xl/_rels/workbook.xml.rels')!).map(r => [r.attributes.Id, r.attributes.Target!]),
  )
  const sheets = childrenOf(child(part('xl/workbook.xml')!, 'sheets')!)
  return sheets.map(({ attributes }) => {
    const target = rels.get(attributes['r:id']!)!.replace(/^\/?(xl\/)?/, 'xl/')
    const xml = part(target)!
    const view = child(xml, 'sheetViews') && childrenOf(child(xml, 'sheetViews')!)[0]
    const pane = view && child(view, 'pane')
    return {
      name: attributes.name!,
      rows: childrenOf(child(xml, 'sheetData')!).map(row => cellsOf(row, shared, styles)),
      filter: child(xml, 'autoFilter')?.attributes.ref,
      frozenRows: pane?.attributes.state === 'frozen' ? Number(pane.attributes.ySplit) : 0,
    }
  })
}

interface Style {
  readonly format: string
  readonly isBold: boolean
}

function stylesOf(xml: XmlNode): Style[] {
  const formats = new Map(
    childrenOf(child(xml, 'numFmts') ?? { name: '', attributes: {}, children: [] }).map(f => [
      f.attributes.numFmtId,
      f.attributes.formatCode!,
    ]),
  )
  const fonts = childrenOf(child(xml, 'fonts')!)
  return childrenOf(child(xml, 'cellXfs')!).map(({ attributes }) => ({
    format: formats.get(attributes.numFmtId) ?? '',
    isBold: child(fonts[Number(attributes.fontId ?? 0)]!, 'b') !== undefined,
  }))
}

function cellsOf(row: XmlNode, shared: readonly string[], styles: readonly Style[]): ReadCell[] {
  const cells: ReadCell[] = []
  for (const cell of childrenOf(row)) {
    const { r, t, s = '0' } = cell.attributes
    const value = child(cell, 'v')
    const inline = child(cell, 'is')
    const raw = inline ? textOf(inline) : value && textOf(value)
    cells[columnOf(r!)] = {
      value: raw === undefined ? undefined : t === 's' ? shared[Number(raw)] : t ? raw : Number(raw),
      ...styles[Number(s)]!,
      isFormula: child(cell, 'f') !== undefined,
    }
  }
  return Array.from(cells, cell => cell ?? { value: undefined, format: '', isBold: false, isFormula: false })
}

/** `AB12` is column 27, counted from 0. */
const columnOf = (address: string): number =>
  [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
