/** What a Word file says in; the lines that a merge works on out, told apart by bookmarks first, then by tags. */
import { bookmarkName, idByHand, idOfHandBookmark } from '../document/bookmarks.ts'
import { type Line, type LineKind, type RowLine, rankOf, ranks } from '../document/merge/lines.ts'
import { unmarked, withoutChange, withoutChangeInRow } from '../document/merge/settle.ts'
import { referenceKey, type Token, textOf, textTokens } from '../document/merge/tokens.ts'
import type { Change, Table } from '../document/nodes.ts'
import type {
  Piece,
  Returned,
  ReturnedBlock,
  ReturnedParagraph,
  ReturnedRow,
  ReturnedTable,
} from './content.ts'
import { type Shape, shapes } from './line-shapes.ts'
import { joinedReferences, labelled, withNotesOf } from './line-words.ts'

/** The ids that bookmarks and tags of the file may stand for. */
export interface Names {
  readonly byBookmark: ReadonlyMap<string, string>
  /** The comments that we put there ourselves, such as the questions at open places. Nobody typed those. */
  readonly questions: ReadonlySet<string>
}

/** Names for ids that are known. */
export const namesOf = (ids: Iterable<string>, questions: Iterable<string> = []): Names => ({
  questions: new Set(questions),
  byBookmark: new Map([...ids].map(id => [bookmarkName(id).toLowerCase(), id])),
})

const idOf = (bookmark: string, names: Names): string | undefined =>
  names.byBookmark.get(bookmark.toLowerCase()) ?? idOfHandBookmark(bookmark)

/** The file as lines. */
export function linesOf(returned: Returned, names: Names): readonly Line[] {
  const reserved = new Set(bookmarksIn(returned.blocks).flatMap(name => idOfHandBookmark(name) ?? []))
  return new LineReader(names, reserved).read(returned.blocks)
}

const bookmarksIn = (blocks: readonly ReturnedBlock[]): readonly string[] =>
  blocks.flatMap(block =>
    block.type === 'paragraph' ? block.bookmarks : block.rows.flatMap(row => row.cells.flatMap(bookmarksIn)),
  )

/** What a reference prints: a number, after the word for what it numbers, or what a program says of one that leads nowhere. */
const NUMBER =
  /^(?:(?:[A-Za-z]+ )?(?:\d+|\((?:\d+|[a-z]{1,2}|[ivxl]+|[A-Z]{1,2})\))(?:\.\d+|\((?:[a-z]{1,2}|[ivxl]+)\))*\.?|Error[:!].*)(?![\p{L}\p{N}])/u

/** How deep the containers of a clause count as lists, as the renderer counts them. */
const bulletsUnder = [0, 1, 1, 2, 3] as const

/** Reads lines in order, keeping which containers are open. */
class LineReader {
  readonly #names: Names
  readonly #used = new Set<string>()
  #open: { readonly rank: number; readonly style: string }[] = []
  #isCover = false
  #byHand = 0

  /** The ids that bookmarks of earlier additions give. */
  readonly #reserved: ReadonlySet<string>

  constructor(names: Names, reserved: ReadonlySet<string>) {
    this.#names = names
    this.#reserved = reserved
  }

  read(blocks: readonly ReturnedBlock[]): readonly Line[] {
    return blocks.flatMap(block => {
      const line = block.type === 'table' ? this.#table(block) : this.#paragraph(block)
      if (!line) return []
      while (this.#open.length > 0 && this.#open.at(-1)!.rank > line.into) this.#open.pop()
      const rank = rankOf(line)
      if (rank !== undefined)
        this.#open.push({ rank, style: block.type === 'table' ? '' : (block.style ?? '') })
      this.#isCover = line.kind.startsWith('cover')
      return [line]
    })
  }

  #paragraph(paragraph: ReturnedParagraph): Line | undefined {
    const { pieces, change } = paragraph
    const style = paragraph.style ?? ''
    const bare = pieces.flatMap(piece => this.#tokens(piece, style))
    const ids = this.#idsOf(paragraph)
    // Word wants empty paragraphs at the end of sections and cells; nobody typed them.
    if (bare.length === 0 && ids.length === 0) return undefined
    const key = ids.find(id => !this.#used.has(id))
    const shape = this.#shape(style)
    const head = { ...this.#place(shape, style), ...(change && { change }) }
    const tokens = withNotesOf(bare, isLabelled(shape.kind) ? labelled(bare) : joinedReferences(bare))
    if (key !== undefined) this.#used.add(key)
    const isNumbered = ['clause', 'party', 'recital', 'schedule'].includes(head.kind)
    const line: Line = {
      ...head,
      tokens,
      ...(key !== undefined ? { key } : isNumbered && { key: this.#newId(tokens) }),
      ...(key === undefined && isNumbered && { isNew: true }),
      ...(shape.isTitled && { isTitled: true }),
      ...(style === '' && { isGuess: true }),
    }
    return change ? { ...withoutChange(line, change), change } : line
  }

  /** The id for an item that has none: from its words and its place among those added. */
  #newId(tokens: readonly Token[]): string {
    let id = idByHand(`${this.#byHand++}\n${textOf(tokens)}`)
    while (this.#reserved.has(id) || this.#used.has(id)) id = idByHand(`${this.#byHand++}\n${id}`)
    this.#used.add(id)
    return id
  }

  #idsOf({ bookmarks, tag }: ReturnedParagraph): readonly string[] {
    const ids = bookmarks.flatMap(name => idOf(name, this.#names) ?? [])
    const tagged = tag?.startsWith('clause:') ? [tag.slice('clause:'.length)] : []
    return [...ids, ...tagged.filter(id => this.#names.byBookmark.has(bookmarkName(id).toLowerCase()))]
  }

  #shape(style: string): Shape {
    const known = shapes[style]
    if (known) return known
    if (
      this.#isCover &&
      style !== '' &&
      /^(BodyText)$/.test(style) === false &&
      !/^(Clause|Bullet|Table|Section)/.test(style)
    )
      return { kind: 'coverNotice' }
    const bullet = /^(?:Bullet|TableBullet)(\d?)$/.exec(style)
    if (bullet) return { kind: 'bullet', level: Number(bullet[1] || 1) }
    return { kind: 'para' }
  }

  /** How a line hangs: by its kind, or for text by the paragraph style and the containers that are open. */
  #place({ kind, level = 0 }: Shape, style: string): Pick<Line, 'kind' | 'level' | 'into'> {
    const inSchedule = this.#open.some(({ rank }) => rank === ranks.schedule)
    switch (kind) {
      case 'clause':
        return { kind, level, into: ranks.clause(level) - 0.1 }
      case 'party':
      case 'recital':
        return { kind, level, into: ranks.item - 0.1 }
      case 'definition':
        return { kind, level, into: ranks.definition - 0.1 }
      case 'heading':
        return { kind, level, into: inSchedule && level === 2 ? ranks.schedule : ranks.root }
      case 'bullet': {
        const holder = this.#open.findLast(({ rank }) => rank < ranks.bullet(0))?.rank ?? ranks.root
        const under = bulletsUnder[Math.max(0, Math.min(4, Math.round(holder) - 1))]!
        const depth = Math.max(1, level - (holder >= ranks.item ? under : 0))
        return { kind, level: depth, into: depth === 1 ? holder : ranks.bullet(depth - 1) }
      }
      case 'para':
      case 'caption':
        return { kind, level: 0, into: this.#textInto(style) }
      default:
        return { kind, level, into: ranks.root }
    }
  }

  #textInto(style: string): number {
    const deepest = this.#open.at(-1)?.rank ?? ranks.root
    const clause = /^ClauseText(\d)$/.exec(style)
    if (clause) {
      const level = ranks.clause(Number(clause[1]))
      const holder = this.#open.findLast(
        ({ rank }) => rank <= (level === ranks.item ? ranks.definition : level),
      )
      return holder?.rank ?? ranks.root
    }
    const inBullet = /^BulletText\d$/.test(style)
    if (inBullet || style === '' || style.startsWith('Table')) return deepest
    if (style === 'BodyText')
      return this.#open.find(({ rank }) => rank === ranks.schedule)?.rank ?? ranks.root
    return this.#open.findLast(({ rank }) => rank < ranks.bullet(0))?.rank ?? ranks.root
  }

  #tokens(
    { text, strong, emphasis, style, change, notes, target }: Piece,
    paragraph: string,
  ): readonly Token[] {
    const typed = notes?.filter(
      note => note.author !== 'Concordat' || !this.#names.questions.has(note.comment),
    )
    const isTerm = style === 'DefinedTerm' || style === 'Label'
    // A heading is bold as it stands.
    const isBold = strong && !isTerm && !/Heading|Label$|Title|Caption|CoverParty/.test(paragraph)
    const look = {
      strong: isBold,
      emphasis,
      ...(change && { change }),
      ...(typed && typed.length > 0 && { notes: typed }),
      ...(isTerm && { isTerm }),
    }
    const id = target === undefined ? undefined : idOf(target, this.#names)
    if (id === undefined) return textTokens(text, look)
    // What was typed into the result of a field is no number, and stands behind it as words.
    const number = NUMBER.exec(text)?.[0] ?? ''
    const leaf = { type: 'crossReference', target: id } as const
    return [
      ...(number === ''
        ? []
        : [{ ...look, text: number, key: referenceKey(id), leaf, part: 0, parts: 1 } as const]),
      ...textTokens(text.slice(number.length), look),
    ]
  }

  #table(table: ReturnedTable): Line {
    const [first, ...others] = table.rows
    const header = first?.isHeader || table.rows.length > 1 ? first : undefined
    const rows = header ? others : table.rows
    const width = Math.max(1, ...table.rows.map(row => row.cells.length))
    const changed = changeOfAll(table.rows)
    // What a table that is struck out as a whole says on top is not struck out once more.
    const titles = Array.from({ length: width }, (_, column) => {
      const title = this.#title(header, column)
      return changed ? unmarked(title, changed) : title
    })
    const head: Omit<Table, 'rows'> = {
      type: 'table',
      id: idByHand(`table\n${table.caption}\n${titles.map(textOf).join('\n')}`),
      caption: table.caption,
      columns: titles.map((title, column) => ({
        title: textOf(title),
        width: table.widths[column] ?? 1,
        align: 'left',
      })),
      from: { template: '', line: 0 },
    }
    return {
      kind: 'table',
      level: 0,
      into: this.#textInto(''),
      tokens: [],
      table: {
        head,
        columns: titles,
        rows: rows.map(row => this.#row(changed ? { ...row, change: changed } : row, width)),
      },
      ...(changed && { change: changed }),
    }
  }

  #title(header: ReturnedRow | undefined, column: number): readonly Token[] {
    const cell = header?.cells[column] ?? []
    return cell.flatMap((block, index) =>
      block.type === 'table'
        ? []
        : [
            ...(index > 0 ? textTokens(' ') : []),
            ...block.pieces.flatMap(piece => this.#tokens({ ...piece, strong: false }, 'TableHeader')),
          ],
    )
  }

  #row({ cells, change }: ReturnedRow, width: number): RowLine {
    const inside = new LineReader(this.#names, this.#reserved)
    const made: RowLine = {
      cells: Array.from({ length: width }, (_, column) => {
        inside.#open = []
        return inside.read(cells[column] ?? [])
      }),
    }
    return change ? { ...withoutChangeInRow(made, change), change } : made
  }
}

/** The change that all rows of a table share. */
function changeOfAll(rows: readonly ReturnedRow[]): Change | undefined {
  const [first, ...others] = rows
  return first?.change && others.every(row => row.change?.kind === first.change!.kind)
    ? first.change
    : undefined
}

const isLabelled = (kind: LineKind): boolean => kind === 'signing' || kind === 'coverLine'
