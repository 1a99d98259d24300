/** A document in, its paragraphs, headings and cells one by one out: each with the address a lawyer would give for it. */
import type { Block, Document, Inline, Table } from '../document/nodes.ts'
import { type Numbering, referenceText } from '../document/number.ts'
import { allInlines } from '../document/references.ts'
import { inlineText } from '../render/text.ts'

export interface Unit {
  /** The provision, party or signature block it stands in. */
  readonly top: string
  /** What it stands in directly, by id: an item, a definition, one cell of a row. */
  readonly item: string
  /** Such as `clause 7.2` or `paragraph 2 of Schedule 4, table “Costs”, row 3, column “Sum”`. No two are the same. */
  readonly address: string
  /** As it reads in its own document. */
  readonly text: string
  /** As it would read with the numbers of the newer version in its references. */
  readonly steady: string
  /** What it is made of, without remarks. */
  readonly inlines: readonly Inline[]
  /** Intake paths of the answers it prints. */
  readonly paths: readonly string[]
  readonly template: string
}

interface Place {
  readonly top: string
  readonly item: string
  readonly address: string
  readonly template: string
}

/**
 * The units of a document in reading order.
 * @param later the numbers of the newer version, for `steady`
 */
export function unitsOf(document: Document, own: Numbering, later: Numbering = own): readonly Unit[] {
  const units: Unit[] = []
  const met = new Map<string, number>()
  const steady: Numbering = new Map([...own, ...later])
  let blocksSigned = 0

  const add = (marked: readonly Inline[], place: Place): void => {
    const inlines = withoutRemarks(marked)
    const count = (met.get(place.address) ?? 0) + 1
    met.set(place.address, count)
    const text = inlineText(inlines, { numbering: own, indent: 0 })
    units.push({
      ...place,
      address: count === 1 ? place.address : `${place.address}, paragraph ${count}`,
      text,
      inlines,
      steady: inlineText(inlines, { numbering: steady, indent: 0 }),
      paths: pathsIn(inlines),
    })
  }
  const numbered = (id: string): string => {
    const text = referenceText(own, id) ?? ''
    switch (own.get(id)?.series) {
      case 'clause':
        return `clause ${text}`
      case 'party':
      case 'recital':
        return `${own.get(id)!.series} ${text}`
      default:
        return text
    }
  }
  const table = ({ id, caption, columns, rows }: Table, place: Place): void => {
    const name = `${place.address}, table${caption === '' ? '' : ` “${caption}”`}`
    const say = (what: string, words: string): void =>
      add([{ type: 'text', text: words }], {
        ...place,
        item: `${id} ${what}`,
        address: `the ${what} of ${name}`,
      })
    // The list of versions is no text of the agreement but a record.
    const isRecord = id.startsWith('history.')
    if (caption !== '' && !isRecord) say('title', caption)
    if (!isRecord) say('column headings', columns.map(({ title }) => title).join(' | '))
    for (const [at, row] of rows.entries())
      for (const [column, cell] of row.cells.entries())
        visit(cell.children, {
          ...place,
          item: `${id} ${row.id} ${column}`,
          address: `${name}, row ${at + 1}, column “${columns[column]!.title}”`,
        })
  }
  const visit = (blocks: readonly Block[], place: Place): void => {
    for (const block of blocks) {
      const at = 'from' in block ? { ...place, template: block.from.template } : place
      const outer = place.top === '' && 'id' in block ? { ...at, top: block.id } : at
      switch (block.type) {
        case 'para':
          add(block.children, place)
          break
        case 'heading': {
          const words = inlineText(block.children, { numbering: own, indent: 0 })
          const top = place.top || `heading ${words}`
          add(block.children, { ...place, top, item: `heading ${words}`, address: `the heading “${words}”` })
          break
        }
        case 'bullets':
          for (const item of block.items) visit(item, place)
          break
        case 'table':
          table(block, outer)
          break
        case 'clause':
        case 'schedule': {
          const here = { ...outer, item: block.id, address: numbered(block.id) }
          if (block.title)
            add(block.title, {
              ...here,
              item: `title ${block.id}`,
              address: `the heading of ${here.address}`,
            })
          visit(block.children, here)
          break
        }
        case 'definition':
          visit(block.children, {
            ...outer,
            item: `${block.id} ${block.term}`,
            address: `the definition of “${block.term}”${place.address ? ` in ${place.address}` : ''}`,
          })
          break
        case 'executionBlock': {
          const address = `signature block ${++blocksSigned}`
          const here = { ...outer, item: block.id, address }
          visit(block.children, here)
          for (const { label, value } of block.lines)
            add([{ type: 'text', text: `${label}: ` }, ...value], {
              ...here,
              item: `${block.id} ${label}`,
              address: `${address}, “${label}”`,
            })
          break
        }
        case 'diagram':
          break
        default:
          visit(block.children, { ...outer, item: block.id, address: numbered(block.id) })
      }
    }
  }
  visit(document.body, { top: '', item: '', address: 'the text before clause 1', template: '' })
  return units
}

/** A comment in the margin is no part of the text. */
const withoutRemarks = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline): readonly Inline[] => {
    if (!('children' in inline)) return [inline]
    const children = withoutRemarks(inline.children)
    return inline.type === 'remark' ? children : [{ ...inline, children }]
  })

const pathsIn = (inlines: readonly Inline[]): readonly string[] => [
  ...new Set(
    allInlines([{ type: 'para', children: inlines }]).flatMap(inline =>
      'path' in inline ? [inline.path] : [],
    ),
  ),
]
