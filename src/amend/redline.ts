/** Two versions in, the redline out: checked to give both texts exactly, or left out. */
import { compareDocuments } from '../document/compare/compare-documents.ts'
import type { HouseStyle } from '../document/house-style.ts'
import type { Document } from '../document/nodes.ts'
import { numberDocument } from '../document/number.ts'
import { readingOfDocument, renderDocx } from '../render/docx/index.ts'
import { readingsOf } from '../render/docx/readings.ts'

export interface Redline {
  readonly marked: Document
  /** Left out where the file would not read as both versions: a redline that is wrong in one place is worse than none. */
  readonly bytes?: Uint8Array
  /** What differs and Word cannot track, each as a sentence. */
  readonly untracked: readonly string[]
  /** Why there is no file: the first line that one of the readings would get wrong. */
  readonly fault?: string
}

/** Makes the redline of two versions, and reads it both ways before anybody may write it. */
export function makeRedline(
  before: Document,
  after: Document,
  { author, date, style }: { readonly author: string; readonly date: string; readonly style: HouseStyle },
): Redline {
  const marked = compareDocuments(before, after, { author, date })
  const bytes = renderDocx(marked, numberDocument(marked), style)
  const found = readingsOf(bytes)
  const wanted = (document: Document) => readingOfDocument(document, numberDocument(document), style)
  // The kind of document on the cover is not tracked, so the older one is read under the newer's.
  const old = { ...before, cover: { ...before.cover, kind: after.cover.kind } }
  const fault =
    differenceIn(found.accept, wanted(after), 'newer') ?? differenceIn(found.reject, wanted(old), 'older')
  const untracked = untrackedChanges(before, after)
  if (fault === undefined) return { marked, bytes, untracked }
  return {
    marked,
    untracked: ['Anything: no redline was written, since it would not read as both versions.', ...untracked],
    fault,
  }
}

/** The first line that differs, in words. */
function differenceIn(
  found: readonly string[],
  wanted: readonly string[],
  which: 'newer' | 'older',
): string | undefined {
  const at = wanted.findIndex((line, index) => line !== found[index])
  if (at < 0 && found.length === wanted.length) return undefined
  const line = at < 0 ? wanted.length : at
  // A line stands behind the name of its style, which is named where nothing else differs.
  const bare = (text = ''): string => text.replace(/^[^:]*: /, '')
  const isInStyle = bare(wanted[line]) === bare(found[line])
  const words = (text = ''): string => (isInStyle ? text : bare(text)).slice(0, 120)
  return `the ${which} text has “${words(wanted[line])}” where the redline would give “${words(found[line])}”`
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
