/** The lists of a document, as Word's numbering part: one for clauses, one for schedules, then parties, recitals, bullets. */
import { numberFrom } from './ids.ts'
import { BULLET_HANG, BULLET_INDENTS, CLAUSE_HANGS, CLAUSE_INDENTS, SCHEDULE_HANG } from './page.ts'
import { val, W_NAMESPACE, XML_DECLARATION, xml } from './xml.ts'

type Format = 'decimal' | 'lowerLetter' | 'lowerRoman' | 'upperLetter' | 'bullet'

interface Level {
  readonly format: Format
  /** Word's pattern: `%1` stands for the number of level 1. */
  readonly text: string
  /** The paragraph style that carries this level. */
  readonly style: string
  readonly left: number
  readonly hanging: number
}

const clauseLevel = (format: Format, text: string, style: string, level: number): Level => ({
  format,
  text,
  style,
  left: CLAUSE_INDENTS[level]!,
  hanging: CLAUSE_HANGS[level]!,
})

/** The lists in order: a list's number in Word is its place here, counted from 1. */
const lists = {
  clauses: [
    clauseLevel('decimal', '%1.', 'Heading2', 1),
    clauseLevel('decimal', '%1.%2', 'ClauseLevel2', 2),
    clauseLevel('lowerLetter', '(%3)', 'ClauseLevel3', 3),
    clauseLevel('lowerRoman', '(%4)', 'ClauseLevel4', 4),
  ],
  // The heading is level 0 of the same list, so that paragraphs start again after each heading by themselves.
  schedules: [
    {
      format: 'decimal',
      text: 'Schedule %1',
      style: 'ScheduleHeading',
      left: SCHEDULE_HANG,
      hanging: SCHEDULE_HANG,
    },
    clauseLevel('decimal', '%2.', 'ScheduleLevel1', 1),
    clauseLevel('decimal', '%2.%3', 'ScheduleLevel2', 2),
    clauseLevel('lowerLetter', '(%4)', 'ScheduleLevel3', 3),
    clauseLevel('lowerRoman', '(%5)', 'ScheduleLevel4', 4),
  ],
  parties: [clauseLevel('decimal', '(%1)', 'Party', 1)],
  recitals: [clauseLevel('upperLetter', '(%1)', 'Recital', 1)],
  bullets: BULLET_INDENTS.slice(1).map(
    (left, index): Level => ({
      format: 'bullet',
      text: '•',
      style: `Bullet${index + 1}`,
      left,
      hanging: BULLET_HANG,
    }),
  ),
  tableBullets: [{ format: 'bullet', text: '•', style: 'TableBullet', left: 227, hanging: 227 }],
} as const satisfies Record<string, readonly Level[]>

export type ListName = keyof typeof lists

const names = Object.keys(lists) as ListName[]

/** A list's number in Word, for the styles that belong to it. */
export const listNumber = (name: ListName): number => names.indexOf(name) + 1

const levelXml = (level: Level, index: number): string =>
  xml(
    'w:lvl',
    { 'w:ilvl': index },
    val('w:start', 1),
    val('w:numFmt', level.format),
    val('w:pStyle', level.style),
    val('w:suff', 'tab'),
    val('w:lvlText', level.text),
    val('w:lvlJc', 'left'),
    xml('w:pPr', {}, xml('w:ind', { 'w:left': level.left, 'w:hanging': level.hanging })),
  )

const abstractXml = (name: ListName): string =>
  xml(
    'w:abstractNum',
    { 'w:abstractNumId': listNumber(name) },
    // Word takes lists with the same nsid for one list when text is pasted from another document.
    val('w:nsid', numberFrom(`list:${name}`).toString(16).toUpperCase().padStart(8, '0')),
    val('w:multiLevelType', 'multilevel'),
    ...lists[name].map(levelXml),
  )

/** The whole of `word/numbering.xml`. It holds nothing from the document, so it is made once. */
export const numberingPart: string =
  XML_DECLARATION +
  xml(
    'w:numbering',
    { 'xmlns:w': W_NAMESPACE },
    ...names.map(abstractXml),
    ...names.map(name =>
      xml('w:num', { 'w:numId': listNumber(name) }, val('w:abstractNumId', listNumber(name))),
    ),
  )
