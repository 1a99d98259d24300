/**
 * An intake in; out comes the same agreement as each rival library would be given it, in a folder: a Word template with a
 * tag for every answer (`template.docx`), the answers by tag (`data.json`), its paragraphs and tables as plain objects
 * (`blocks.json`), and the finished parts (`parts.json`). All that Concordat works out is given to them ready.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { makeAgreement } from '../../src/commands/agreement.ts'
import { readIntake } from '../../src/commands/read-intake.ts'
import { loadSettings } from '../../src/commands/settings.ts'
import type { Block, Document, Inline } from '../../src/document/nodes.ts'
import { type Numbering, numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { realWorld } from '../../src/world.ts'

const [intake, timesText, folder] = process.argv.slice(2) as [string, string, string]
const world = { ...realWorld(), prepared: async () => undefined, read: (path: string) => readFileSync(path) }
const settings = (await loadSettings(world)).value!
const once = makeAgreement(settings, readIntake(world, intake).value!, '2026-11-22').document
const document = repeated(once, Number(timesText))
const numbering = numberDocument(document)
const data: Record<string, string> = {}

/** Everything in a tree of plain data, changed from the leaves up. */
function change<T>(tree: T, of: (node: Record<string, unknown>) => Record<string, unknown>): T {
  if (Array.isArray(tree)) return tree.map(item => change(item, of)) as T
  if (tree === null || typeof tree !== 'object') return tree
  return of(Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, change(value, of)]))) as T
}

/** The document with its body standing `times` times, each copy under ids of its own. */
function repeated(of: Document, times: number): Document {
  const copies = Array.from({ length: times - 1 }, (_, n) =>
    change(of.body, node => ({
      ...node,
      ...('id' in node ? { id: `${node.id}-${n}` } : {}),
      ...('target' in node ? { target: `${node.target}-${n}` } : {}),
    })),
  )
  return { ...of, body: [...of.body, ...copies.flat()] }
}

/** The document with a tag in place of every answer. */
function tagged(of: Document): Document {
  return change(of, node => {
    if (node.type !== 'fact' && node.type !== 'gap') return node
    const tag = `f${Object.keys(data).length}`
    data[tag] = String(node.text)
    return { type: 'text', text: `{${tag}}` }
  })
}

interface Piece {
  readonly text: string
  readonly bold?: boolean
}
type Flat =
  | { readonly style: string; readonly level?: number; readonly pieces: readonly Piece[] }
  | { readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] }

const words = (inlines: readonly Inline[], numbers: Numbering, bold = false): Piece[] =>
  inlines.flatMap((inline): Piece[] => {
    if ('children' in inline) return words(inline.children, numbers, bold || inline.type === 'strong')
    if (inline.type === 'crossReference') return [{ text: numbers.get(inline.target)?.full ?? '' }]
    return 'text' in inline ? [{ text: inline.text, bold }] : []
  })

const textOf = (blocks: readonly Block[]): string =>
  flat(blocks)
    .flatMap(part => ('pieces' in part ? part.pieces.map(piece => piece.text) : part.rows.flat()))
    .join(' ')

/** Blocks as paragraphs and tables, in reading order. */
function flat(blocks: readonly Block[], style = 'Normal', level?: number): Flat[] {
  return blocks.flatMap((block): Flat[] => {
    if (block.type === 'table')
      return [
        {
          widths: block.columns.map(column => column.width),
          rows: [
            block.columns.map(column => column.title),
            ...block.rows.map(row => row.cells.map(cell => textOf(cell.children))),
          ],
        },
      ]
    if (block.type === 'bullets') return block.items.flatMap(item => flat(item, 'ListBullet'))
    if (block.type === 'heading')
      return [{ style: `Heading${block.level}`, pieces: words(block.children, numbering) }]
    if (block.type === 'para')
      return [{ style, pieces: words(block.children, numbering), ...(level === undefined ? {} : { level }) }]
    const title = 'title' in block && block.title ? words(block.title, numbering) : []
    const own: Flat[] = title.length > 0 ? [{ style: 'Heading2', level: 0, pieces: title }] : []
    const lines =
      block.type === 'executionBlock'
        ? block.lines.map(line => ({
            style: 'Normal',
            pieces: [{ text: `${line.label}: ` }, ...words(line.value, numbering)],
          }))
        : []
    const inside = block.type === 'clause' ? Math.max(0, block.level - 1) : undefined
    const children = 'children' in block ? (block.children as readonly Block[]) : []
    return [...own, ...flat(children, 'Normal', inside), ...lines]
  })
}

mkdirSync(folder, { recursive: true })
const template = tagged(document)
const whole = renderDocx(document, numbering, settings.style)
const decoder = new TextDecoder()
writeFileSync(join(folder, 'template.docx'), renderDocx(template, numberDocument(template), settings.style))
writeFileSync(join(folder, 'data.json'), JSON.stringify(data))
writeFileSync(join(folder, 'blocks.json'), JSON.stringify(flat(document.body)))
writeFileSync(
  join(folder, 'parts.json'),
  JSON.stringify(
    Object.fromEntries(Object.entries(unzipSync(whole)).map(([k, v]) => [k, decoder.decode(v)])),
  ),
)
