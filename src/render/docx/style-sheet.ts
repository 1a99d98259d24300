/** Writes one Word style from a plain description of it: the description in, XML in the order the schema asks out. */
import { type ListName, listNumber } from './numbering-lists.ts'
import { val, xml } from './xml.ts'

export interface TextLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly caps?: boolean
  readonly colour?: string
  /** In points. */
  readonly size?: number
  /** Background behind the characters. */
  readonly marked?: string
}

export interface ParagraphLook extends TextLook {
  readonly id: string
  /** As Word shows it; Word knows its own styles by their English names. */
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  readonly list?: readonly [ListName, number]
  readonly rule?: {
    readonly sides: readonly ('top' | 'left' | 'bottom' | 'right' | 'between')[]
    readonly colour: string
    readonly width: number
    readonly space: number
  }
  readonly shade?: string
  readonly tabs?: readonly {
    readonly at: number
    readonly side: 'left' | 'right'
    readonly leader?: 'underscore'
  }[]
  readonly before?: number
  readonly after?: number
  /** Line height: 240 is single; by another rule than `auto` it is in twentieths of a point. */
  readonly line?: number
  readonly lineRule?: 'exact' | 'atLeast'
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
  /** No space between two paragraphs of this style: its space stands before the first alone. */
  readonly contextual?: boolean
  readonly align?: 'left' | 'right' | 'center'
  /** 0 is the top level of the document's outline; 9 is body text. */
  readonly outline?: number
}

/** Names of styles that Word itself knows; every other is a custom one. */
const BUILT_IN =
  /^(Normal|Title|heading \d|toc \d|TOC Heading|Body Text|caption|header|footer|annotation .*|(foot|end)note .*|Strong|Emphasis)$/

const toggle = (name: string, on: boolean | undefined): string =>
  on === undefined ? '' : on ? xml(name) : xml(name, { 'w:val': 0 })

const runProperties = (look: TextLook): string => {
  const inside = [
    toggle('w:b', look.bold),
    toggle('w:bCs', look.bold),
    toggle('w:i', look.italic),
    toggle('w:iCs', look.italic),
    toggle('w:caps', look.caps),
    look.colour ? val('w:color', look.colour) : '',
    look.size ? val('w:sz', look.size * 2) + val('w:szCs', look.size * 2) : '',
    look.marked ? xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': look.marked }) : '',
  ].join('')
  return inside && xml('w:rPr', {}, inside)
}

const spacing = ({ before, after, line, lineRule }: ParagraphLook): string =>
  before === undefined && after === undefined && line === undefined
    ? ''
    : xml('w:spacing', {
        'w:before': before,
        'w:after': after,
        'w:line': line,
        'w:lineRule': line === undefined ? undefined : (lineRule ?? 'auto'),
      })

const indent = ({ left, right, hanging }: ParagraphLook): string =>
  left === undefined && right === undefined
    ? ''
    : xml('w:ind', {
        'w:left': left,
        'w:right': right,
        'w:hanging': hanging,
        'w:firstLine': left !== undefined && hanging === undefined ? 0 : undefined,
      })

const paragraphProperties = (look: ParagraphLook): string => {
  const inside = [
    toggle('w:keepNext', look.keepNext),
    toggle('w:keepLines', look.keepLines),
    look.list
      ? xml('w:numPr', {}, val('w:ilvl', look.list[1]), val('w:numId', listNumber(look.list[0])))
      : '',
    look.rule
      ? xml(
          'w:pBdr',
          {},
          ...look.rule.sides.map(side =>
            xml(`w:${side}`, {
              'w:val': 'single',
              'w:sz': look.rule!.width,
              'w:space': look.rule!.space,
              'w:color': look.rule!.colour,
            }),
          ),
        )
      : '',
    look.shade ? xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': look.shade }) : '',
    look.tabs
      ? xml(
          'w:tabs',
          {},
          ...look.tabs.map(tab =>
            xml('w:tab', { 'w:val': tab.side, 'w:leader': tab.leader, 'w:pos': tab.at }),
          ),
        )
      : '',
    spacing(look),
    indent(look),
    toggle('w:contextualSpacing', look.contextual),
    look.align ? val('w:jc', look.align) : '',
    look.outline === undefined ? '' : val('w:outlineLvl', look.outline),
  ].join('')
  return inside && xml('w:pPr', {}, inside)
}

/** One paragraph style. All but Normal are based on another, Normal unless named. */
export const paragraphStyle = (look: ParagraphLook): string =>
  xml(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:default': look.id === 'Normal' ? 1 : undefined,
      'w:customStyle': BUILT_IN.test(look.name) ? undefined : 1,
      'w:styleId': look.id,
    },
    val('w:name', look.name),
    look.id === 'Normal' ? '' : val('w:basedOn', look.basedOn ?? 'Normal'),
    look.next ? val('w:next', look.next) : '',
    xml('w:qFormat'),
    paragraphProperties(look),
    runProperties(look),
  )

/** One character style. */
export const characterStyle = (id: string, name: string, look: TextLook): string =>
  xml(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': BUILT_IN.test(name) ? undefined : 1, 'w:styleId': id },
    val('w:name', name),
    val('w:basedOn', 'DefaultParagraphFont'),
    runProperties(look),
  )
