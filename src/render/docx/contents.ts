/** The contents list: the entries collected from the body in, Word's own kind of contents block out, ready at first opening. */
import type { Change } from '../../document/nodes.ts'
import { type Element, element, group, valued } from './elements.ts'
import type { Allocator } from './ids.ts'
import { run, runOf } from './inlines.ts'
import { endingUnmarked, markParagraph } from './paragraph-marks.ts'
import { type Entry, paragraph, type Reading, type Rendering } from './rendering.ts'
import { trackInlines } from './tracked.ts'

const STYLE = { part: 'TOC1', clause: 'TOC2', schedule: 'TOC3' } as const

/**
 * Clauses and parts come by their built-in heading styles, schedules by the name of theirs. `\n` leaves page numbers
 * out: only a layout engine knows them, and a wrong one is worse than none (docs/decisions/0002-word-rendering.md).
 */
const INSTRUCTION = ' TOC \\o "1-2" \\t "Schedule Heading,3" \\n \\h \\z '

const mark = (type: 'begin' | 'separate' | 'end'): Element =>
  runOf(undefined, [element('w:fldChar', { 'w:fldCharType': type })])

const opening = (): readonly Element[] => [
  mark('begin'),
  runOf(undefined, [element('w:instrText', { 'xml:space': 'preserve' }, [INSTRUCTION])]),
  mark('separate'),
]

/** The number and the title of a line, each marked where it changed. */
function link({ bookmark, change, was, ...now }: Entry, next: Allocator): Element {
  const part = (name: keyof Reading): readonly Element[] => {
    const say = (text: string | undefined, by?: Change): readonly Element[] =>
      text === undefined || !by ? [run(text ?? '')] : trackInlines([run(text)], by, next)
    const [old, text] = [was?.[name], now[name]]
    if (!was || old === text) return say(text, change)
    return [...say(old, { ...was.by, kind: 'deleted' }), ...say(text, { ...was.by, kind: 'inserted' })]
  }
  const tab = [runOf(undefined, [element('w:tab')])]
  return element('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, [
    ...(now.number ? [...part('number'), ...(change ? trackInlines(tab, change, next) : tab)] : []),
    ...part('title'),
  ])
}

/** Renders the contents list of the entries met so far; nothing when there are none. */
export function renderContents({ entries, next }: Rendering): readonly Element[] {
  if (entries.length === 0) return []
  const lines = entries.map((entry, index) => {
    const line = paragraph(STYLE[entry.kind], [
      ...(index === 0 ? opening() : []),
      link(entry, next),
      ...(index === entries.length - 1 ? [mark('end')] : []),
    ])
    // The field itself stays, whichever of its lines go.
    return entry.change ? markParagraph(line, entry.change, next) : line
  })
  return [
    group('w:sdt', [
      group('w:sdtPr', [
        valued('w:id', next.control('contents')),
        group('w:docPartObj', [valued('w:docPartGallery', 'Table of Contents'), element('w:docPartUnique')]),
      ]),
      group('w:sdtContent', [paragraph('TOCHeading', [run('Contents')]), ...endingUnmarked(lines)]),
    ]),
  ]
}
