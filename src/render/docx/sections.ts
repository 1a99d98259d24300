/** What stands on the pages of a document in; its sections as Word parts them, with what stands in their margins, out. */
import type { FileChild, IParagraphRunOptions } from 'docx'
import type { Change } from '../../document/nodes.ts'
import type { Layout } from '../page-runs.ts'
import type { Element } from './elements.ts'
import { coverHeader, pageFooter, pageHeader } from './headers.ts'
import { stamp } from './paragraph-marks.ts'
import type { Rendering } from './rendering.ts'

/** The change of a section's end, as the library takes it: a schedule that goes takes its pages with it. */
export type SectionEnd = Pick<IParagraphRunOptions, 'insertion' | 'deletion'>

export interface Section {
  readonly layout: Layout
  /** Later sections take over the margins of the one before, so they are written once. */
  readonly header?: readonly Element[]
  readonly footer?: readonly Element[]
  readonly content: readonly (Element | FileChild)[]
  readonly end: SectionEnd
}

/** Content that shares its pages' layout. */
export interface Run {
  readonly layout: Layout
  /** The change of everything in it. */
  readonly change?: Change
  readonly children: readonly Element[]
}

/** What stands on the pages of a document, made before the library sees any of it. */
export interface Content {
  readonly rendering: Rendering
  /** The cover; or, of a document that has none, the title over its body. */
  readonly front: readonly (Element | FileChild)[]
  readonly contents: readonly Element[]
  readonly body: readonly Run[]
}

/** Parts what stands on the pages into sections. */
export function sectionsOf({ rendering, front, contents, body }: Content): readonly Section[] {
  const { document, style } = rendering
  const isUnderHeading = document.front === 'heading'
  const pages: readonly Run[] = [
    ...(contents.length > 0 ? [{ layout: 'portrait' as const, children: contents }] : []),
    ...body,
  ]
  const ends = changesOfEnds(pages)
  const top = coverHeader(document.properties, style)
  const cover: Section = {
    layout: 'portrait',
    ...(top.length > 0 && { header: top }),
    content: front,
    end: {},
  }
  return [
    ...(isUnderHeading ? [] : [cover]),
    ...pages.map(
      ({ layout, children }, index): Section => ({
        layout,
        ...(index === 0 && { header: pageHeader(document.properties, style), footer: pageFooter() }),
        content: isUnderHeading && index === 0 ? [...front, ...children] : children,
        end: isUnderHeading ? {} : sectionEnd(ends[index], rendering),
      }),
    ),
  ]
}

function sectionEnd(change: Change | undefined, rendering: Rendering): SectionEnd {
  if (!change) return {}
  const { 'w:id': id, 'w:author': author, 'w:date': date } = stamp(change, rendering.next)
  const marks = { id: Number(id), author: String(author), date: String(date) }
  return change.kind === 'inserted' ? { insertion: marks } : { deletion: marks }
}

/** The changes of the sections' ends. The last end is the document's own and stays, so the one before changes for it. */
function changesOfEnds(pages: readonly Run[]): readonly (Change | undefined)[] {
  const changes = pages.map(({ change }) => change)
  const stays = changes.findLastIndex(change => !change)
  return changes.map((change, index) => (index < stays ? change : changes[index + 1]))
}
