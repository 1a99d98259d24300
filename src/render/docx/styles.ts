/** The styles of a document: the house style in, Word's styles part out. Everything a reader sees is decided here. */
import type { HouseStyle } from '../../document/house-style.ts'
import { readable, tint } from './colours.ts'
import {
  BULLET_HANG,
  BULLET_INDENTS,
  CELL_MARGIN,
  CLAUSE_HANGS,
  CLAUSE_INDENTS,
  CONTENTS_HANG,
  COVER_TAB,
  SCHEDULE_HANG,
  SIGNING_TAB,
  TEXT_WIDTH,
} from './page.ts'
import { characterStyle, type ParagraphLook, paragraphStyle } from './style-sheet.ts'
import { val, W_NAMESPACE, XML_DECLARATION, xml } from './xml.ts'

const GREY = '595959'
const LINE_GREY = 'A6A6A6'
const GAP_YELLOW = 'FFF2A8'

/** Space round a paragraph of the agreement's text. */
const TEXT_SPACE = { before: 100, after: 80 } as const

const hangAt = (level: number) => ({ left: CLAUSE_INDENTS[level]!, hanging: CLAUSE_HANGS[level]! })

const textStyles: readonly ParagraphLook[] = [
  { id: 'BodyText', name: 'Body Text', ...TEXT_SPACE },
  { id: 'ClauseLevel2', name: 'Clause Level 2', ...TEXT_SPACE, list: ['clauses', 1], ...hangAt(2) },
  { id: 'ClauseLevel3', name: 'Clause Level 3', ...TEXT_SPACE, list: ['clauses', 2], ...hangAt(3) },
  { id: 'ClauseLevel4', name: 'Clause Level 4', ...TEXT_SPACE, list: ['clauses', 3], ...hangAt(4) },
  { id: 'ScheduleLevel1', name: 'Schedule Level 1', ...TEXT_SPACE, list: ['schedules', 1], ...hangAt(1) },
  { id: 'ScheduleLevel2', name: 'Schedule Level 2', ...TEXT_SPACE, list: ['schedules', 2], ...hangAt(2) },
  { id: 'ScheduleLevel3', name: 'Schedule Level 3', ...TEXT_SPACE, list: ['schedules', 3], ...hangAt(3) },
  { id: 'ScheduleLevel4', name: 'Schedule Level 4', ...TEXT_SPACE, list: ['schedules', 4], ...hangAt(4) },
  ...[1, 2, 3, 4].map(level => ({
    id: `ClauseText${level}`,
    name: `Clause Text ${level}`,
    ...TEXT_SPACE,
    left: CLAUSE_INDENTS[level]!,
  })),
  { id: 'Party', name: 'Party', ...TEXT_SPACE, list: ['parties', 0], ...hangAt(1) },
  { id: 'Recital', name: 'Recital', ...TEXT_SPACE, list: ['recitals', 0], ...hangAt(1) },
  { id: 'Definition', name: 'Definition', ...TEXT_SPACE, left: CLAUSE_INDENTS[1] },
  ...BULLET_INDENTS.slice(1).flatMap((left, index): ParagraphLook[] => [
    {
      id: `Bullet${index + 1}`,
      name: `Bullet ${index + 1}`,
      before: 40,
      after: 40,
      list: ['bullets', index],
      left,
      hanging: BULLET_HANG,
    },
    { id: `BulletText${index + 1}`, name: `Bullet Text ${index + 1}`, before: 40, after: 40, left },
  ]),
]

const headingStyles = (size: number, colour: string): readonly ParagraphLook[] => {
  const heading = { keepNext: true, keepLines: true, bold: true, colour, next: 'BodyText' } as const
  const top = { ...heading, size: size + 4, before: 480, after: 120, outline: 0 } as const
  const clause = { ...heading, size: size + 1, before: 320, after: 80, outline: 1 } as const
  return [
    { id: 'Heading1', name: 'heading 1', ...top },
    {
      id: 'Heading2',
      name: 'heading 2',
      ...clause,
      next: 'ClauseLevel2',
      list: ['clauses', 0],
      ...hangAt(1),
    },
    // A clause without a title keeps its place in the list but stays out of the outline.
    {
      id: 'ClauseLevel1Text',
      name: 'Clause Level 1 Text',
      basedOn: 'Heading2',
      ...TEXT_SPACE,
      keepNext: false,
      keepLines: false,
      bold: false,
      colour: 'auto',
      size,
      outline: 9,
    },
    {
      id: 'ScheduleHeading',
      name: 'Schedule Heading',
      ...top,
      before: 0,
      after: 240,
      list: ['schedules', 0],
      left: SCHEDULE_HANG,
      hanging: SCHEDULE_HANG,
    },
    { id: 'Subheading', name: 'Subheading', ...clause },
    {
      id: 'ScheduleLevel1Heading',
      name: 'Schedule Level 1 Heading',
      basedOn: 'ScheduleLevel1',
      ...clause,
      next: 'ScheduleLevel2',
    },
    { id: 'TOCHeading', name: 'TOC Heading', ...top, before: 0, after: 240, outline: 9 },
  ]
}

const contentsStyles: readonly ParagraphLook[] = [
  {
    id: 'TOC1',
    name: 'toc 1',
    bold: true,
    before: 160,
    after: 40,
    left: CONTENTS_HANG,
    hanging: CONTENTS_HANG,
    tabs: [{ at: CONTENTS_HANG, side: 'left' }],
  },
  {
    id: 'TOC2',
    name: 'toc 2',
    before: 20,
    after: 20,
    left: 720,
    hanging: 720,
    right: 567,
    tabs: [{ at: 720, side: 'left' }],
  },
]

const tableStyles = (size: number, colour: string): readonly ParagraphLook[] => [
  {
    id: 'Caption',
    name: 'caption',
    keepNext: true,
    keepLines: true,
    bold: true,
    colour,
    size: size - 1,
    before: 200,
    after: 100,
  },
  { id: 'TableText', name: 'Table Text', size: size - 1, before: 50, after: 50, line: 240 },
  { id: 'TableNumber', name: 'Table Number', basedOn: 'TableText', align: 'right' },
  { id: 'TableCentre', name: 'Table Centre', basedOn: 'TableText', align: 'center' },
  { id: 'TableHeader', name: 'Table Header', basedOn: 'TableText', keepNext: true, bold: true, colour },
  { id: 'TableHeaderNumber', name: 'Table Header Number', basedOn: 'TableHeader', align: 'right' },
  { id: 'TableHeaderCentre', name: 'Table Header Centre', basedOn: 'TableHeader', align: 'center' },
  {
    id: 'TableBullet',
    name: 'Table Bullet',
    basedOn: 'TableText',
    list: ['tableBullets', 0],
    left: 284,
    hanging: 284,
  },
]

const coverStyles = (size: number, colour: string): readonly ParagraphLook[] => [
  { id: 'CoverLogo', name: 'Cover Logo', after: 0 },
  { id: 'CoverKind', name: 'Cover Kind', bold: true, colour: GREY, size: size + 4, before: 2400, after: 120 },
  {
    id: 'Title',
    name: 'Title',
    bold: true,
    colour,
    size: size + 18,
    line: 252,
    after: 480,
    rule: { side: 'bottom', colour, width: 12, space: 14 },
  },
  { id: 'CoverParty', name: 'Cover Party', size: size + 2, before: 60, after: 60 },
  { id: 'CoverFirstLine', name: 'Cover First Line', basedOn: 'CoverLine', before: 720 },
  {
    id: 'CoverLine',
    name: 'Cover Line',
    before: 60,
    after: 60,
    left: COVER_TAB,
    hanging: COVER_TAB,
    tabs: [{ at: COVER_TAB, side: 'left' }],
  },
  {
    id: 'CoverNotice',
    name: 'Cover Notice',
    before: 900,
    left: 227,
    shade: tint(colour, 0.07),
    rule: { side: 'left', colour, width: 24, space: 8 },
  },
]

const signingStyles = (): readonly ParagraphLook[] => {
  const text: ParagraphLook = {
    id: 'ExecutionText',
    name: 'Execution Text',
    ...TEXT_SPACE,
    keepNext: true,
    keepLines: true,
  }
  const line: ParagraphLook = {
    id: 'SigningLine',
    name: 'Signing Line',
    keepNext: true,
    keepLines: true,
    before: 280,
    after: 40,
    left: SIGNING_TAB,
    hanging: SIGNING_TAB,
    tabs: [
      { at: SIGNING_TAB, side: 'left' },
      { at: TEXT_WIDTH.portrait, side: 'right', leader: 'underscore' },
    ],
  }
  const last = (look: ParagraphLook): ParagraphLook => ({
    id: `${look.id}Last`,
    name: `${look.name} Last`,
    basedOn: look.id,
    keepNext: false,
  })
  const opening: ParagraphLook = {
    id: 'ExecutionOpening',
    name: 'Execution Opening',
    basedOn: text.id,
    before: 480,
    rule: { side: 'top', colour: LINE_GREY, width: 6, space: 12 },
  }
  return [text, last(text), opening, last(opening), line, last(line)]
}

const furnitureStyles = (size: number): readonly ParagraphLook[] => [
  {
    id: 'Header',
    name: 'header',
    align: 'right',
    colour: GREY,
    size: size - 2,
    after: 0,
    rule: { side: 'bottom', colour: LINE_GREY, width: 4, space: 6 },
  },
  { id: 'CoverHeader', name: 'Cover Header', after: 0 },
  {
    id: 'Footer',
    name: 'footer',
    align: 'right',
    colour: GREY,
    size: size - 2,
    after: 0,
    rule: { side: 'top', colour: LINE_GREY, width: 4, space: 6 },
  },
  { id: 'CommentText', name: 'annotation text', size: 10, line: 240 },
  // Word must have a paragraph after a table and to hold a section's end; this one takes no room.
  { id: 'SectionEnd', name: 'Section End', before: 0, after: 0, line: 20, exact: true, size: 1 },
]

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

const dataTableStyle = (colour: string): string =>
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
      cellMargins(20),
    ),
    xml(
      'w:tblStylePr',
      { 'w:type': 'firstRow' },
      xml('w:tcPr', {}, xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': tint(colour, 0.12) })),
    ),
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
      xml('w:pPr', {}, xml('w:widowControl'), xml('w:spacing', { 'w:line': 264, 'w:lineRule': 'auto' })),
    ),
  )

/** The whole of `word/styles.xml`. */
export function stylesPart(style: HouseStyle): string {
  const colour = readable(style.colour)
  const { size } = style
  const paragraphs = [
    { id: 'Normal', name: 'Normal' },
    ...textStyles,
    ...headingStyles(size, colour),
    ...contentsStyles,
    ...tableStyles(size, colour),
    ...coverStyles(size, colour),
    ...signingStyles(),
    ...furnitureStyles(size),
  ]
  return (
    XML_DECLARATION +
    xml(
      'w:styles',
      { 'xmlns:w': W_NAMESPACE },
      defaults(style),
      ...paragraphs.map(paragraphStyle),
      characterStyles,
      dataTableStyle(colour),
    )
  )
}
