/** The paragraph styles of a document, as plain descriptions: the house style in, what each kind of paragraph looks like out. */
import type { HouseStyle } from '../../document/house-style.ts'
import { tint } from './colours.ts'
import {
  BULLET_HANG,
  BULLET_INDENTS,
  CLAUSE_HANGS,
  CLAUSE_INDENTS,
  CONTENTS_CLAUSE_HANG,
  CONTENTS_SCHEDULE_HANG,
  COVER_TAB,
  SCHEDULE_HANG,
  SEAL,
  SIGNING_TAB,
  TEXT_WIDTH,
} from './page.ts'
import type { ParagraphLook } from './style-sheet.ts'
import { titleStyles } from './title-styles.ts'

const GREY = '595959'
export const LINE_GREY = 'BFBFBF'

/** The size of a table's text, in points. */
export const tableSize = ({ size }: HouseStyle): number => size - 2

/**
 * Space between paragraphs of the agreement's text stands above them, never below: programs differ on whether two
 * spaces that meet add up.
 */
const TEXT_SPACE = { before: 120, after: 0 } as const
const ITEM_SPACE = { before: 70, after: 0 } as const
const BULLET_SPACE = { before: 40, after: 0 } as const

const hangAt = (level: number) => ({ left: CLAUSE_INDENTS[level]!, hanging: CLAUSE_HANGS[level]! })

const textStyles: readonly ParagraphLook[] = [
  { id: 'BodyText', name: 'Body Text', ...TEXT_SPACE },
  { id: 'ClauseLevel2', name: 'Clause Level 2', ...TEXT_SPACE, list: ['clauses', 1], ...hangAt(2) },
  { id: 'ClauseLevel3', name: 'Clause Level 3', ...ITEM_SPACE, list: ['clauses', 2], ...hangAt(3) },
  { id: 'ClauseLevel4', name: 'Clause Level 4', ...ITEM_SPACE, list: ['clauses', 3], ...hangAt(4) },
  { id: 'ScheduleLevel1', name: 'Schedule Level 1', ...TEXT_SPACE, list: ['schedules', 1], ...hangAt(1) },
  { id: 'ScheduleLevel2', name: 'Schedule Level 2', ...TEXT_SPACE, list: ['schedules', 2], ...hangAt(2) },
  { id: 'ScheduleLevel3', name: 'Schedule Level 3', ...ITEM_SPACE, list: ['schedules', 3], ...hangAt(3) },
  { id: 'ScheduleLevel4', name: 'Schedule Level 4', ...ITEM_SPACE, list: ['schedules', 4], ...hangAt(4) },
  ...[1, 2, 3, 4].map(level => ({
    id: `ClauseText${level}`,
    name: `Clause Text ${level}`,
    ...(level < 3 ? TEXT_SPACE : ITEM_SPACE),
    left: CLAUSE_INDENTS[level]!,
  })),
  { id: 'Party', name: 'Party', ...TEXT_SPACE, list: ['parties', 0], ...hangAt(1) },
  { id: 'Recital', name: 'Recital', ...TEXT_SPACE, list: ['recitals', 0], ...hangAt(1) },
  { id: 'Definition', name: 'Definition', ...TEXT_SPACE, left: CLAUSE_INDENTS[1] },
  ...BULLET_INDENTS.slice(1).flatMap((left, index): ParagraphLook[] => [
    {
      id: `Bullet${index + 1}`,
      name: `Bullet ${index + 1}`,
      ...BULLET_SPACE,
      list: ['bullets', index],
      left,
      hanging: BULLET_HANG,
    },
    { id: `BulletText${index + 1}`, name: `Bullet Text ${index + 1}`, ...BULLET_SPACE, left },
  ]),
]

const headingStyles = (size: number, colour: string): readonly ParagraphLook[] => {
  const heading = { keepNext: true, keepLines: true, bold: true, colour, next: 'BodyText' } as const
  const top = {
    ...heading,
    size: size + 4,
    before: 400,
    after: 60,
    outline: 0,
    rule: { sides: ['bottom'], colour, width: 6, space: 4 },
  } as const
  const clause = { ...heading, size: size + 1, before: 260, after: 0, outline: 1 } as const
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
      list: ['schedules', 0],
      left: SCHEDULE_HANG,
      hanging: SCHEDULE_HANG,
    },
    { id: 'Subheading', name: 'Subheading', ...clause, size: size + 2, before: 320 },
    {
      id: 'ScheduleLevel1Heading',
      name: 'Schedule Level 1 Heading',
      basedOn: 'ScheduleLevel1',
      ...clause,
      next: 'ScheduleLevel2',
    },
    { id: 'TOCHeading', name: 'TOC Heading', ...top, before: 0, after: 0, outline: 9 },
  ]
}

const contentsStyles = (size: number): readonly ParagraphLook[] => {
  const line = (level: number, hang: number): ParagraphLook => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    size,
    line: 240,
    before: 45,
    after: 0,
    left: hang,
    hanging: hang,
    tabs: hang === 0 ? undefined : [{ at: hang, side: 'left' }],
  })
  return [
    { ...line(1, 0), keepNext: true, bold: true, before: 160 },
    line(2, CONTENTS_CLAUSE_HANG),
    // The first schedule stands apart from the last clause, and the rest close to it.
    { ...line(3, CONTENTS_SCHEDULE_HANG), bold: true, before: 160, contextual: true, line: 290 },
  ]
}

const tableStyles = (size: number, colour: string): readonly ParagraphLook[] => [
  {
    id: 'Caption',
    name: 'caption',
    keepNext: true,
    keepLines: true,
    bold: true,
    colour,
    size: size + 0.5,
    before: 180,
    after: 60,
  },
  { id: 'TableText', name: 'Table Text', size, before: 25, after: 25, line: 240 },
  { id: 'TableNumber', name: 'Table Number', basedOn: 'TableText', align: 'right' },
  { id: 'TableCentre', name: 'Table Centre', basedOn: 'TableText', align: 'center' },
  { id: 'TableLabel', name: 'Table Label', basedOn: 'TableText', bold: true },
  { id: 'TableHeader', name: 'Table Header', basedOn: 'TableText', keepNext: true, bold: true, colour },
  { id: 'TableHeaderNumber', name: 'Table Header Number', basedOn: 'TableHeader', align: 'right' },
  { id: 'TableHeaderCentre', name: 'Table Header Centre', basedOn: 'TableHeader', align: 'center' },
  {
    id: 'TableBullet',
    name: 'Table Bullet',
    basedOn: 'TableText',
    list: ['tableBullets', 0],
    left: 227,
    hanging: 227,
  },
]

const coverStyles = (size: number, colour: string): readonly ParagraphLook[] => [
  { id: 'CoverLogo', name: 'Cover Logo', after: 0 },
  { id: 'CoverKind', name: 'Cover Kind', bold: true, colour: GREY, size: size + 4, before: 2000, after: 100 },
  {
    id: 'Title',
    name: 'Title',
    bold: true,
    colour,
    size: size + 20,
    line: 245,
    after: 400,
    rule: { sides: ['bottom'], colour, width: 18, space: 16 },
  },
  { id: 'CoverBetween', name: 'Cover Between', colour: GREY, before: 100, after: 100 },
  { id: 'CoverParty', name: 'Cover Party', bold: true, size: size + 3, before: 60, after: 60 },
  { id: 'CoverFirstLine', name: 'Cover First Line', basedOn: 'CoverLine', before: 900 },
  {
    id: 'CoverLine',
    name: 'Cover Line',
    before: 0,
    after: 0,
    line: 300,
    left: COVER_TAB,
    hanging: COVER_TAB,
    tabs: [{ at: COVER_TAB, side: 'left' }],
    rule: { sides: ['bottom', 'between'], colour: LINE_GREY, width: 4, space: 3 },
  },
  {
    id: 'CoverNotice',
    name: 'Cover Notice',
    before: 900,
    left: 170,
    right: 170,
    keepLines: true,
    shade: tint(colour, 0.06),
    rule: { sides: ['top', 'left', 'bottom', 'right'], colour, width: 6, space: 8 },
  },
]

const signingStyles = (): readonly ParagraphLook[] => {
  const whole = { keepNext: true, keepLines: true } as const
  const text: ParagraphLook = { id: 'ExecutionText', name: 'Execution Text', ...whole, ...TEXT_SPACE }
  const line: ParagraphLook = {
    id: 'SigningLine',
    name: 'Signing Line',
    ...whole,
    before: 280,
    after: 0,
    left: SIGNING_TAB,
    hanging: SIGNING_TAB,
    tabs: [
      { at: SIGNING_TAB, side: 'left' },
      { at: TEXT_WIDTH.portrait, side: 'right', leader: 'underscore' },
    ],
  }
  // What is known needs no room to write in.
  const known: ParagraphLook = {
    id: 'SigningFact',
    name: 'Signing Fact',
    basedOn: line.id,
    before: 60,
  }
  const seal: ParagraphLook = {
    id: 'SealSpace',
    name: 'Seal Space',
    ...whole,
    colour: GREY,
    before: 160,
    after: 0,
    line: SEAL.height,
    lineRule: 'atLeast',
    left: SIGNING_TAB + 80,
    right: TEXT_WIDTH.portrait - SIGNING_TAB - SEAL.width,
    rule: { sides: ['top', 'left', 'bottom', 'right'], colour: LINE_GREY, width: 6, space: 4 },
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
    before: 360,
    rule: { sides: ['top'], colour: LINE_GREY, width: 6, space: 10 },
  }
  return [text, opening, line, known, seal].flatMap(look => [look, last(look)])
}

const furnitureStyles = (size: number): readonly ParagraphLook[] => [
  {
    id: 'Header',
    name: 'header',
    align: 'right',
    colour: GREY,
    size: size - 2,
    after: 0,
    rule: { sides: ['bottom'], colour: LINE_GREY, width: 4, space: 5 },
  },
  { id: 'CoverHeader', name: 'Cover Header', after: 0 },
  {
    id: 'Footer',
    name: 'footer',
    align: 'right',
    colour: GREY,
    size: size - 2,
    after: 0,
    rule: { sides: ['top'], colour: LINE_GREY, width: 4, space: 5 },
  },
  { id: 'CommentText', name: 'annotation text', size: 10, line: 240 },
  // Word must have a paragraph after a table and to hold a section's end; this one takes no room.
  { id: 'SectionEnd', name: 'Section End', before: 0, after: 0, line: 20, lineRule: 'exact', size: 1 },
]

/** Every paragraph style, in the order of Word's style list. `colour` is the house colour, made readable. */
export const paragraphStyles = (style: HouseStyle, colour: string): readonly ParagraphLook[] => [
  { id: 'Normal', name: 'Normal' },
  ...textStyles,
  ...headingStyles(style.size, colour),
  ...contentsStyles(style.size - 1),
  ...tableStyles(tableSize(style), colour),
  ...coverStyles(style.size, colour),
  ...titleStyles(style.size, colour),
  ...signingStyles(),
  ...furnitureStyles(style.size),
]
