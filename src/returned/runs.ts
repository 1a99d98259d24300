/** The content of a paragraph in, its pieces of text out: each with its look, its field, its tracked change and comments. */

import { type Note, nested } from '../document/merge/tokens.ts'
import type { Change } from '../document/nodes.ts'
import type { Leftover, Piece } from './content.ts'
import { BREAK, joinedPieces } from './joined-pieces.ts'
import { signOf } from './signs.ts'
import type { StyleNames } from './styles.ts'
import { below, child, elements, isOn, settingOf, textIn, type Xml } from './xml.ts'

/** What reading goes by, the same for the whole file but for `leftovers` and the open comments, which it adds to. */
export interface Reading {
  readonly styles: StyleNames
  readonly comments: ReadonlyMap<string, Note>
  readonly leftovers: Leftover[]
  /** Where links lead, by the ids that the text names them by. */
  readonly links: ReadonlyMap<string, string>
  /** The numbers of the comments whose range is open, in the order they opened. */
  readonly open: Set<string>
  /** Comments met in the text. */
  readonly met: Set<string>
}

/** A complex field that has begun: its instruction so far, and whether its result has. */
interface Field {
  instruction: string
  isResult: boolean
}

/** Who changed what, from the attributes of a mark. */
const changeOf = (node: Xml, kind: Change['kind']): Change => ({
  kind,
  author: node.attributes['w:author'] ?? '',
  date: node.attributes['w:date'] ?? '',
})

/** The tracked change of a whole paragraph or row, from the marks among its properties. */
export function changeAmong(marks: Xml | undefined): Change | undefined {
  const inserted = child(marks, 'w:ins') ?? child(marks, 'w:moveTo')
  const deleted = child(marks, 'w:del') ?? child(marks, 'w:moveFrom')
  const insertion = inserted && changeOf(inserted, 'inserted')
  return deleted ? nested(insertion, changeOf(deleted, 'deleted')) : insertion
}

const BOLD = ['Strong', 'StrongEmphasis']
const ITALIC = ['Emphasis', 'StrongEmphasis']

const targetOf = (instruction: string): string | undefined => /^\s*REF\s+(\S+)/i.exec(instruction)?.[1]

/** Formatting that is not carried, by the switch that turns it on. */
const unkept: readonly (readonly [string, string])[] = [
  ['w:u', 'underlining'],
  ['w:strike', 'striking through'],
  ['w:highlight', 'highlighting'],
  ['w:caps', 'capitals'],
]

/** Reads the content of one paragraph. */
export function readPieces(paragraph: Xml, reading: Reading): readonly Piece[] {
  const pieces: Piece[] = []
  const fields: Field[] = []
  const visit = (node: Xml, change: Change | undefined, target: string | undefined): void => {
    for (const one of elements(node)) {
      switch (one.name) {
        case 'w:r':
          readRun(one, change, target)
          break
        case 'w:ins':
        case 'w:moveTo':
          visit(one, nested(change, changeOf(one, 'inserted')), target)
          break
        case 'w:del':
        case 'w:moveFrom':
          visit(one, nested(change, changeOf(one, 'deleted')), target)
          break
        case 'w:fldSimple':
          visit(one, change, targetOf(one.attributes['w:instr'] ?? '') ?? target)
          break
        case 'w:hyperlink':
          seeLink(one, reading)
          visit(one, change, target)
          break
        case 'w:sdt':
          visit(child(one, 'w:sdtContent') ?? one, change, target)
          break
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:bdo':
        case 'w:dir':
          visit(one, change, target)
          break
        case 'mc:AlternateContent':
          visit(chosen(one), change, target)
          break
        case 'w:commentRangeStart':
          reading.open.add(one.attributes['w:id'] ?? '')
          break
        case 'w:commentRangeEnd':
          reading.open.delete(one.attributes['w:id'] ?? '')
          break
        case 'm:oMath':
        case 'm:oMathPara':
          reading.leftovers.push({ what: 'an equation', text: textIn(one) })
          break
        default:
          leaveStrange(one, reading)
      }
    }
  }
  const readRun = (run: Xml, change: Change | undefined, target: string | undefined): void => {
    const properties = child(run, 'w:rPr')
    const style = reading.styles(settingOf(properties, 'w:rStyle'))
    const strong = isOn(properties, 'w:b') ?? BOLD.includes(style ?? '')
    const emphasis = isOn(properties, 'w:i') ?? ITALIC.includes(style ?? '')
    const field = fields.findLast(one => targetOf(one.instruction) !== undefined)
    const aim = target ?? (field?.isResult ? targetOf(field.instruction) : undefined)
    let text = ''
    for (const one of elements(run)) {
      if (one.name === 'w:fldChar') {
        flush()
        const type = one.attributes['w:fldCharType']
        if (type === 'begin') fields.push({ instruction: '', isResult: false })
        else if (type === 'separate' && fields.length > 0) fields.at(-1)!.isResult = true
        else if (type === 'end') fields.pop()
      } else if (one.name === 'w:instrText' || one.name === 'w:delInstrText') {
        if (fields.length > 0) fields.at(-1)!.instruction += textIn(one)
        const address = /^\s*HYPERLINK\s+"([^"]+)"/.exec(textIn(one))?.[1]
        if (address !== undefined) reading.leftovers.push(linkTo(address))
      } else if (one.name === 'w:commentReference') see(one.attributes['w:id'] ?? '')
      else text += characters(one, reading)
    }
    flush()
    if (text !== '' || pieces.length > 0)
      for (const [name, what] of style === 'Gap' ? [] : unkept)
        if (isOn(properties, name)) reading.leftovers.push({ what, text: textIn(run) })

    function flush(): void {
      if (text === '') return
      const notes = [...reading.open].flatMap(id => reading.comments.get(id) ?? [])
      for (const id of reading.open) reading.met.add(id)
      pieces.push({
        text,
        strong,
        emphasis,
        ...(style !== undefined && { style }),
        ...(change && { change }),
        ...(notes.length > 0 && { notes }),
        ...(aim !== undefined && { target: aim }),
      })
      text = ''
    }
  }
  /** A comment whose mark stands without a range belongs to the words before it. With its mark each range is over. */
  const see = (id: string): void => {
    reading.open.delete(id)
    const note = reading.comments.get(id)
    const last = pieces.at(-1)
    if (!note || reading.met.has(id)) return
    reading.met.add(id)
    if (last) pieces[pieces.length - 1] = { ...last, notes: [...(last.notes ?? []), note] }
    else reading.leftovers.push({ what: `a comment by ${note.author}`, text: note.comment })
  }
  visit(paragraph, undefined, undefined)
  return joinedPieces(pieces)
}

const linkTo = (address: string, words = ''): Leftover => ({
  what: words === '' ? 'the address of a link' : `the address of the link on “${words}”`,
  text: address,
})

/** The words of a link stay, its address does not: an agreement on paper has none. */
function seeLink(link: Xml, { links, leftovers }: Reading): void {
  const address = links.get(link.attributes['r:id'] ?? '')
  if (address !== undefined) leftovers.push(linkTo(address, below(link, 'w:t').map(textIn).join('')))
}

/** What a picture is called where it is left over. */
export const PICTURE = 'a picture, drawing or text box'

/** What is written in a picture or text box, and the words given for those who cannot see it. ECMA-376 Part 1, 20.4.2.5. */
function wordsOfPicture(node: Xml): string {
  const given = below(node, 'wp:docPr').flatMap(({ attributes }) => [
    attributes.title ?? '',
    attributes.descr ?? '',
  ])
  const shapes = below(node, 'v:shape').map(({ attributes }) => attributes.alt ?? '')
  const words = [textIn(node).trim(), ...given, ...shapes].filter(text => text !== '')
  return [...new Set(words)].join(' / ')
}

/** The characters that an element of a run stands for. ECMA-376 Part 1, 17.3.3. */
function characters(node: Xml, reading: Reading): string {
  switch (node.name) {
    case 'w:t':
    case 'w:delText':
      return withoutTurns(textIn(node), reading)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return ['page', 'column'].includes(node.attributes['w:type'] ?? '') ? BREAK : '\n'
    case 'w:noBreakHyphen':
      return '\u2011'
    case 'w:softHyphen':
      return '\u00AD'
    case 'w:sym':
      return signIn(node, reading)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
    case 'mc:AlternateContent':
      reading.leftovers.push({ what: PICTURE, text: wordsOfPicture(node) })
      return ''
    default:
      leaveStrange(node, reading)
      return ''
  }
}

const TURNS = /[\u202A-\u202E\u2066-\u2069]/g

/** Invisible marks that show words in another order than they stand in would let an agreement read as it is not. */
function withoutTurns(text: string, { leftovers }: Reading): string {
  const plain = text.replace(TURNS, '')
  if (plain !== text)
    leftovers.push({ what: 'an invisible mark that turns the order of reading, in', text: plain })
  return plain
}

function signIn({ attributes }: Xml, { leftovers }: Reading): string {
  const [font = '', code = ''] = [attributes['w:font'], attributes['w:char']]
  const sign = signOf(font, Number.parseInt(code, 16) || 0x2022)
  if (sign === undefined) leftovers.push({ what: `a sign that only the font ${font} has`, text: code })
  return sign ?? ''
}

/** The content that a program of today shows, where a file holds another for older ones. ECMA-376 Part 3, 7.5. */
export const chosen = (alternatives: Xml): Xml =>
  child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback') ?? alternatives

/** Words in an element that nothing here reads, such as the signs over a word that say how it sounds. */
export function leaveStrange(node: Xml, { leftovers }: Reading): void {
  const text = below(node, 'w:t').map(textIn).join('').trim()
  if (text !== '') leftovers.push({ what: 'words set in a way that an agreement has no use for', text })
}
