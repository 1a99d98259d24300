/**
 * Two versions in, the redline out: checked to give both texts exactly. A part of it that would not is shown coarser, paragraph by
 * paragraph or whole, and checked again; only where nothing helps is there no redline.
 */
import { bookmarkName } from '../document/bookmarks.ts'
import { type Author, compareDocuments } from '../document/compare/compare-documents.ts'
import { COVER, type Grain, type GrainOf, partKey } from '../document/compare/grain.ts'
import type { HouseStyle } from '../document/house-style.ts'
import type { Block, Document } from '../document/nodes.ts'
import { numberDocument } from '../document/number.ts'
import { clauseNames } from '../pack/clauses.ts'
import { readingOfDocument, renderDocx } from '../render/docx/index.ts'
import { type PlacedReading, type Reading, readingsOf } from '../render/docx/readings.ts'

export interface Redline {
  readonly marked: Document
  /** Left out where the file would not read as both versions: a redline that is wrong in one place is worse than none. */
  readonly bytes?: Uint8Array
  /** What is shown coarser than word by word, each as a sentence. */
  readonly coarse: readonly string[]
  /** What differs and Word cannot track, each as a sentence. */
  readonly untracked: readonly string[]
  /** Why there is no file, or why it is coarse: the first line that one of the readings would have got wrong. */
  readonly fault?: string
}

/** Makes one document of two versions, with every difference marked, each part as finely as is asked. */
export type Compare = (before: Document, after: Document, by: Author, grainOf: GrainOf) => Document

interface Signed extends Author {
  readonly style: HouseStyle
}
interface Fault {
  readonly text: string
  /** The part that it stands in, by its key. */
  readonly part: string
}

/** So many parts are made coarser one by one before the whole redline is. */
const MOST_TRIES = 12

/** Makes the redline of two versions, and reads it both ways before anybody may write it. */
export function makeRedline(
  before: Document,
  after: Document,
  signed: Signed,
  compare: Compare = compareDocuments,
): Redline {
  const { author, date, style } = signed
  const wanted = (document: Document) => readingOfDocument(document, numberDocument(document), style)
  // The kind of document on the cover is not tracked, so the older one is read under the newer's.
  const [newer, older] = [
    wanted(after),
    wanted({ ...before, cover: { ...before.cover, kind: after.cover.kind } }),
  ]
  const parts = partsOf(before, after)
  const attempt = (grainOf: GrainOf) => {
    const marked = compare(before, after, { author, date }, grainOf)
    const bytes = renderDocx(marked, numberDocument(marked), style)
    const { accept, reject } = readingsOf(bytes)
    const fault = faultIn(accept, newer, 'newer', parts) ?? faultIn(reject, older, 'older', parts)
    return { marked, bytes, ...(fault && { fault }) }
  }
  const untracked = untrackedChanges(before, after)
  const grains = new Map<string, Grain>()
  const known: GrainOf = key => grains.get(key) ?? 'words'
  const first = attempt(known)
  if (!first.fault) return { marked: first.marked, bytes: first.bytes, coarse: [], untracked }
  const why = first.fault.text

  let made: ReturnType<typeof attempt> = first
  for (let tries = 0; made.fault && tries < MOST_TRIES; tries++) {
    if (!coarsen(grains, made.fault.part, parts.order)) break
    made = attempt(known)
  }
  if (!made.fault) {
    const coarse = coarseParts(grains, after)
    return { marked: made.marked, bytes: made.bytes, coarse, untracked, fault: why }
  }
  for (const grain of ['paragraphs', 'whole'] as const) {
    made = attempt(() => grain)
    if (!made.fault)
      return {
        marked: made.marked,
        bytes: made.bytes,
        coarse: [`Everything: ${SHOWN[grain]}`],
        untracked,
        fault: why,
      }
  }
  return {
    marked: first.marked,
    coarse: [],
    untracked: ['Anything: no redline was written, since it would not read as both versions.', ...untracked],
    fault: why,
  }
}

const SHOWN = {
  words: 'it is shown word by word.',
  paragraphs:
    'each paragraph or row that differs is struck out whole, and stands inserted whole as it is now.',
  whole: 'all of it is struck out as it was, and stands inserted as it is now.',
} as const satisfies Readonly<Record<Grain, string>>

/** What each coarse part is called, and how it is shown. */
function coarseParts(grains: ReadonlyMap<string, Grain>, after: Document): readonly string[] {
  const nameOf = clauseNames(after, numberDocument(after))
  const names = new Map(
    after.body.map(block => [partKey(block), 'id' in block ? nameOf(block.id) : undefined]),
  )
  return [...grains].map(([key, grain]) => {
    const name =
      key === COVER ? 'The cover' : (names.get(key) ?? `“${key.replace(/^\S+ /, '').slice(0, 60)}”`)
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${SHOWN[grain]}`
  })
}

interface Parts {
  /** The part that each bookmark stands in. */
  readonly byBookmark: ReadonlyMap<string, string>
  /** The keys in reading order. */
  readonly order: readonly string[]
}

/** The parts of both versions, and where their bookmarks are. */
function partsOf(before: Document, after: Document): Parts {
  const byBookmark = new Map<string, string>()
  const visit = (block: Block, key: string): void => {
    if ('id' in block) byBookmark.set(bookmarkName(block.id), key)
    if (block.type === 'bullets') for (const one of block.items.flat()) visit(one, key)
    else if ('children' in block && 'id' in block) for (const one of block.children) visit(one, key)
  }
  for (const { body } of [before, after]) for (const block of body) visit(block, partKey(block))
  return { byBookmark, order: [COVER, ...after.body.map(partKey)] }
}

/** Makes a part coarser; one that cannot be, hands it on to the part before. False where nothing is left to do. */
function coarsen(grains: Map<string, Grain>, part: string, order: readonly string[]): boolean {
  for (let at = order.indexOf(part); at >= 0; at--) {
    const key = order[at]!
    const grain = grains.get(key) ?? 'words'
    if (grain === 'whole' || (key === COVER && grain === 'paragraphs')) continue
    grains.set(key, grain === 'words' ? 'paragraphs' : 'whole')
    return true
  }
  return false
}

/** The first line that differs, in words, and the part that it stands in. */
function faultIn(
  { lines: found, places }: PlacedReading,
  wanted: Reading,
  which: 'newer' | 'older',
  { byBookmark }: Parts,
): Fault | undefined {
  const at = wanted.findIndex((line, index) => line !== found[index])
  if (at < 0 && found.length === wanted.length) return undefined
  const line = at < 0 ? wanted.length : at
  // A line stands behind the name of its style, which is named where nothing else differs.
  const bare = (text = ''): string => text.replace(/^[^:]*: /, '')
  const isInStyle = bare(wanted[line]) === bare(found[line])
  const words = (text = ''): string => (isInStyle ? text : bare(text)).slice(0, 120)
  const part = places.slice(0, line + 1).findLast(place => byBookmark.has(place))
  return {
    text: `the ${which} text has “${words(wanted[line])}” where the redline would give “${words(found[line])}”`,
    part: part === undefined ? COVER : byBookmark.get(part)!,
  }
}

/** What a reader of the redline would not see marked. */
function untrackedChanges(before: Document, after: Document): readonly string[] {
  const [was, is] = [before.properties, after.properties]
  const layouts = new Map(
    before.body.flatMap(b => (b.type === 'schedule' ? [[b.id, b.layout] as const] : [])),
  )
  const differ = (name: string, old: string, now: string): readonly string[] =>
    old === now ? [] : [`${name}: “${old || 'none'}” became “${now || 'none'}”.`]
  return [
    ...differ('The reference at the top of each page', was.reference, is.reference),
    ...differ('The version at the top of each page', was.version, is.version),
    ...differ('The state at the top of each page and across it', was.state, is.state),
    ...differ('The title in the properties of the file', was.title, is.title),
    ...differ('The kind of document on the cover', before.cover.kind, after.cover.kind),
    ...after.body.flatMap(block => {
      const layout = block.type === 'schedule' ? layouts.get(block.id) : undefined
      return block.type === 'schedule' && layout !== undefined && layout !== block.layout
        ? [`A schedule’s pages: “${layout}” became “${block.layout}” (${block.id}).`]
        : []
    }),
  ]
}
