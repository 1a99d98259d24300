/** Two versions in, the redline out: checked to give both texts exactly before anybody may write it. */

import { compareDocuments } from '../document/compare/compare-documents.ts'
import type { HouseStyle } from '../document/house-style.ts'
import type { Document } from '../document/nodes.ts'
import { numberDocument } from '../document/number.ts'
import { InternalError } from '../findings/finding.ts'
import { readingOfDocument, renderDocx } from '../render/docx/index.ts'
import { readingsOf } from '../render/docx/readings.ts'

export interface Redline {
  readonly marked: Document
  readonly bytes: Uint8Array
  /** What differs and Word cannot track, each as a sentence. */
  readonly untracked: readonly string[]
}

/**
 * Makes the redline of two versions.
 * @throws InternalError when its file, with all changes accepted or rejected, would not read as the newer or older one
 */
export function makeRedline(
  before: Document,
  after: Document,
  { author, date, style }: { readonly author: string; readonly date: string; readonly style: HouseStyle },
): Redline {
  const marked = compareDocuments(before, after, { author, date })
  const bytes = renderDocx(marked, numberDocument(marked), style)
  const found = readingsOf(bytes)
  const wanted = (document: Document) => readingOfDocument(document, numberDocument(document), style)
  demandSame(found.accept, wanted(after), 'newer')
  // The kind of document on the cover is not tracked, so the older one is read under the newer's.
  demandSame(found.reject, wanted({ ...before, cover: { ...before.cover, kind: after.cover.kind } }), 'older')
  return { marked, bytes, untracked: untrackedChanges(before, after) }
}

function demandSame(found: readonly string[], wanted: readonly string[], which: string): void {
  const at = wanted.findIndex((line, index) => line !== found[index])
  if (at < 0 && found.length === wanted.length) return
  const line = at < 0 ? wanted.length : at
  throw new InternalError(
    `The redline does not give the ${which} text: line ${line + 1} is "${found[line] ?? ''}", not "${wanted[line] ?? ''}".`,
  )
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
