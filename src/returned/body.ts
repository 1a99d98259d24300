/** The main part of a Word file in, its paragraphs and tables in reading order out. */
import type { ReturnedBlock, ReturnedParagraph, ReturnedRow, ReturnedTable } from './content.ts'
import { changeAmong, chosen, leaveStrange, PICTURE, type Reading, readPieces } from './runs.ts'
import { below, child, elements, isOn, settingOf, type Xml } from './xml.ts'

interface Body {
  readonly blocks: readonly ReturnedBlock[]
  readonly contents: readonly string[]
}

/** Reads the body. The contents list is kept apart: it is made anew from the headings. */
export function readBody(root: Xml, reading: Reading): Body {
  const contents: string[] = []
  const visit = (node: Xml, tag: string | undefined): ReturnedBlock[] => {
    let opening = tag
    return elements(node).flatMap((one): ReturnedBlock[] => {
      switch (one.name) {
        case 'w:p': {
          const before = reading.leftovers.length
          const paragraph = readParagraph(one, opening, reading)
          opening = undefined
          const style = paragraph.style ?? ''
          if (style === 'CoverLogo') {
            leaveOurLogo(reading, before, lineOf(paragraph))
            return []
          }
          if (!style.startsWith('TOC')) return [paragraph]
          contents.push(lineOf(paragraph))
          return []
        }
        case 'w:tbl':
          return [readTable(one, visit)]
        case 'w:sdt': {
          const properties = child(one, 'w:sdtPr')
          if (isContentsList(properties)) {
            contents.push(...visit(child(one, 'w:sdtContent') ?? one, undefined).map(lineOf))
            return []
          }
          return visit(child(one, 'w:sdtContent') ?? one, settingOf(properties, 'w:tag') ?? opening)
        }
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag':
          return visit(one, opening)
        case 'mc:AlternateContent':
          return visit(chosen(one), opening)
        case 'w:commentRangeStart':
          reading.open.add(one.attributes['w:id'] ?? '')
          return []
        case 'w:commentRangeEnd':
          reading.open.delete(one.attributes['w:id'] ?? '')
          return []
        case 'w:altChunk':
          reading.leftovers.push({ what: 'another file, put into this one unopened', text: '' })
          return []
        default:
          leaveStrange(one, reading)
          return []
      }
    })
  }
  const blocks = visit(child(root, 'w:body') ?? root, undefined)
  return { blocks, contents }
}

/** The picture in the logo's place is made anew and not left over, whatever else stands beside it is. */
function leaveOurLogo({ leftovers }: Reading, before: number, words: string): void {
  const ours = leftovers.findIndex(({ what }, at) => at >= before && what === PICTURE)
  if (ours >= 0) leftovers.splice(ours, 1)
  if (words.trim() !== '') leftovers.push({ what: 'what was typed beside the logo', text: words.trim() })
}

/** The control that holds a contents list keeps its name where styles are lost. */
const isContentsList = (properties: Xml | undefined): boolean =>
  properties !== undefined &&
  below(properties, 'w:docPartGallery').some(({ attributes }) => attributes['w:val'] === 'Table of Contents')

const lineOf = (block: ReturnedBlock): string =>
  block.type === 'table' ? '' : block.pieces.map(piece => piece.text).join('')

function readParagraph(node: Xml, tag: string | undefined, reading: Reading): ReturnedParagraph {
  const properties = child(node, 'w:pPr')
  const change = changeAmong(child(properties, 'w:rPr'))
  const style = reading.styles(settingOf(properties, 'w:pStyle'))
  const list = settingOf(child(properties, 'w:numPr'), 'w:ilvl')
  return {
    type: 'paragraph',
    ...(style !== undefined && { style }),
    bookmarks: below(node, 'w:bookmarkStart').map(start => start.attributes['w:name'] ?? ''),
    ...(tag !== undefined && { tag }),
    pieces: readPieces(node, reading),
    ...(change && { change }),
    ...(list !== undefined && { listLevel: Number(list) }),
  }
}

function readTable(
  node: Xml,
  visit: (node: Xml, tag: string | undefined) => readonly ReturnedBlock[],
): ReturnedTable {
  const properties = child(node, 'w:tblPr')
  const widths = elements(child(node, 'w:tblGrid')).map(column => Number(column.attributes['w:w'] ?? 0) || 1)
  return {
    type: 'table',
    caption: settingOf(properties, 'w:tblCaption') ?? '',
    widths,
    rows: rowsIn(node).map(row => readRow(row, visit)),
  }
}

/** The rows of a table, those in content controls too. */
const rowsIn = (node: Xml): readonly Xml[] =>
  elements(node).flatMap(one =>
    one.name === 'w:tr'
      ? [one]
      : one.name === 'w:sdt' || one.name === 'w:sdtContent' || one.name === 'w:customXml'
        ? rowsIn(one)
        : [],
  )

const cellsIn = (node: Xml): readonly Xml[] =>
  elements(node).flatMap(one =>
    one.name === 'w:tc'
      ? [one]
      : one.name === 'w:sdt' || one.name === 'w:sdtContent' || one.name === 'w:customXml'
        ? cellsIn(one)
        : [],
  )

function readRow(
  node: Xml,
  visit: (node: Xml, tag: string | undefined) => readonly ReturnedBlock[],
): ReturnedRow {
  const properties = child(node, 'w:trPr')
  const change = changeAmong(properties)
  return {
    isHeader: isOn(properties, 'w:tblHeader') ?? false,
    // A cell over several columns leaves the others empty, as our tables have no merged cells.
    cells: cellsIn(node).flatMap(cell => {
      const span = Number(settingOf(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1) || 1
      return [visit(cell, undefined), ...Array.from({ length: Math.min(span, 60) - 1 }, () => [])]
    }),
    ...(change && { change }),
  }
}
