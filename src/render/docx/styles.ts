/** The house style in, Word's styles part out: defaults, paragraph, character and table styles. */
import type { HouseStyle } from '../../document/house-style.ts'
import { readable, tint } from './colours.ts'
import { CELL_MARGIN } from './page.ts'
import { LINE_GREY, paragraphStyles } from './paragraph-styles.ts'
import { characterStyle, paragraphStyle } from './style-sheet.ts'
import { val, W_NAMESPACE, XML_DECLARATION, xml } from './xml.ts'

const GAP_YELLOW = 'FFF2A8'

const edge = (side: string): string =>
  xml(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': LINE_GREY })

const cellMargins = (vertical: number): string =>
  xml(
    'w:tblCellMar',
    {},
    ...[
      ['top', vertical],
      ['left', CELL_MARGIN],
      ['bottom', vertical],
      ['right', CELL_MARGIN],
    ].map(([side, width]) => xml(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })),
  )

const shaded = (fill: string): string =>
  xml('w:tcPr', {}, xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill }))

const tableStyles = (colour: string): string =>
  xml(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    val('w:name', 'Normal Table'),
    xml('w:tblPr', {}, xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0)),
  ) +
  xml(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'DataTable' },
    val('w:name', 'Data Table'),
    val('w:basedOn', 'TableNormal'),
    xml(
      'w:tblPr',
      {},
      xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
      xml('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge)),
      cellMargins(10),
    ),
    xml('w:tblStylePr', { 'w:type': 'firstRow' }, shaded(tint(colour, 0.14))),
  ) +
  // A form is a data table whose first column labels the second.
  xml(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'FormTable' },
    val('w:name', 'Form Table'),
    val('w:basedOn', 'DataTable'),
    xml('w:tblStylePr', { 'w:type': 'firstRow' }, shaded(tint(colour, 0.14))),
    xml('w:tblStylePr', { 'w:type': 'firstCol' }, shaded(tint(colour, 0.05))),
  )

const characterStyles: string =
  xml(
    'w:style',
    { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
    val('w:name', 'Default Paragraph Font'),
  ) +
  characterStyle('Strong', 'Strong', { bold: true }) +
  characterStyle('Emphasis', 'Emphasis', { italic: true }) +
  characterStyle('StrongEmphasis', 'Strong Emphasis', { bold: true, italic: true }) +
  characterStyle('DefinedTerm', 'Defined Term', { bold: true }) +
  characterStyle('Label', 'Label', { bold: true }) +
  characterStyle('Gap', 'Gap', { marked: GAP_YELLOW }) +
  characterStyle('CommentReference', 'annotation reference', { size: 8 }) +
  // The library always writes a part for each kind of note, and the parts use these.
  characterStyle('FootnoteReference', 'footnote reference', {}) +
  characterStyle('EndnoteReference', 'endnote reference', {})

const defaults = ({ font, size }: HouseStyle): string =>
  xml(
    'w:docDefaults',
    {},
    xml(
      'w:rPrDefault',
      {},
      xml(
        'w:rPr',
        {},
        xml('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:eastAsia': font, 'w:cs': font }),
        val('w:sz', size * 2),
        val('w:szCs', size * 2),
        xml('w:lang', { 'w:val': 'en-GB', 'w:eastAsia': 'en-GB', 'w:bidi': 'ar-SA' }),
      ),
    ),
    xml(
      'w:pPrDefault',
      {},
      xml('w:pPr', {}, xml('w:widowControl'), xml('w:spacing', { 'w:line': 252, 'w:lineRule': 'auto' })),
    ),
  )

/** A house has one style for all its documents. */
const known = new WeakMap<HouseStyle, string>()

/** The whole of `word/styles.xml`. */
export function stylesPart(style: HouseStyle): string {
  const part = known.get(style) ?? makeStyles(style)
  known.set(style, part)
  return part
}

function makeStyles(style: HouseStyle): string {
  const colour = readable(style.colour)
  return (
    XML_DECLARATION +
    xml(
      'w:styles',
      { 'xmlns:w': W_NAMESPACE },
      defaults(style),
      ...paragraphStyles(style, colour).map(paragraphStyle),
      characterStyles,
      tableStyles(colour),
    )
  )
}
