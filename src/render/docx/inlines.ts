/** Inline nodes in, runs of text, fields and comment anchors out: one handler for each type of inline node. */
import type { Inline } from '../../document/nodes.ts'
import { referenceText } from '../../document/number.ts'
import { type Element, element, group, valued } from './elements.ts'
import { bookmarkOf, isGone, labelOf, paragraph, type Rendering, under } from './rendering.ts'
import { sealAttribute, sealText } from './text.ts'
import { trackInlines } from './tracked.ts'

interface Look {
  readonly strong?: boolean
  readonly emphasis?: boolean
}

/** The character styles that text may carry. */
export type RunStyle =
  | 'Strong'
  | 'Emphasis'
  | 'StrongEmphasis'
  | 'DefinedTerm'
  | 'Label'
  | 'Gap'
  | 'CommentReference'

const styleOf = ({ strong, emphasis }: Look): RunStyle | undefined =>
  strong ? (emphasis ? 'StrongEmphasis' : 'Strong') : emphasis ? 'Emphasis' : undefined

/** A run that holds anything, in a character style if one is named, and bold or italic beside that where the style says neither. */
export const runOf = (
  style: RunStyle | undefined,
  children: readonly Element[],
  { strong, emphasis }: Look = {},
): Element => {
  if (!style) return element('w:r', undefined, children)
  const looks = [
    valued('w:rStyle', style),
    ...(strong ? [element('w:b'), element('w:bCs')] : []),
    ...(emphasis ? [element('w:i'), element('w:iCs')] : []),
  ]
  return element('w:r', undefined, [group('w:rPr', looks), ...children])
}

const piece = (text: string): Element =>
  text === '\n'
    ? element('w:br')
    : text === '\t'
      ? element('w:tab')
      : element('w:t', { 'xml:space': 'preserve' }, [text])

/** A run of text. Line ends and tabs in it become Word's own, since Word shows the characters as blanks. */
export function run(text: string, style?: RunStyle, beside?: Look): Element {
  const sealed = sealText(text)
  const pieces = /[\n\t]/.test(sealed) ? sealed.split(/([\n\t])/).filter(part => part !== '') : [sealed]
  return runOf(style, pieces.map(piece), beside)
}

/** A field with its result already in it, so that Word has nothing to ask at opening. */
export const field = (instruction: string, result: string, style?: RunStyle): Element =>
  element('w:fldSimple', { 'w:instr': ` ${instruction} ` }, [run(result, style)])

/** Inline content between the marks of a bookmark, which gets its number once the whole part is written. */
export const bookmarked = (name: string, children: readonly Element[]): readonly Element[] => [
  element('w:bookmarkStart', { 'w:id': NO_NUMBER, 'w:name': name }),
  ...children,
  element('w:bookmarkEnd', { 'w:id': NO_NUMBER }),
]

const NO_NUMBER = 'bookmark'
/** The id of a bookmark that has no number yet, as XML. */
export const WITHOUT_NUMBER = ` w:id="${NO_NUMBER}"`

interface Note {
  readonly text: string
  readonly author: string
  readonly date: string
}

/** The first letters of a name, as Word shows them beside a comment. */
const initials = (author: string): string =>
  (author.match(/(?<=^|\s)\p{L}/gu) ?? ['?']).slice(0, 3).join('').toUpperCase()

/** Adds a comment to the document and gives the anchors that go round the content it is about. */
function commented(
  { text, author, date }: Note,
  children: readonly Element[],
  rendering: Rendering,
): readonly Element[] {
  const id = rendering.next.comment()
  const note = runOf('CommentReference', [element('w:annotationRef')])
  const marks = {
    'w:id': id,
    'w:initials': initials(author),
    'w:author': sealAttribute(author),
    'w:date': new Date(date).toISOString(),
  }
  rendering.comments.push(element('w:comment', marks, [paragraph('CommentText', [note, run(text)])]))
  return [
    element('w:commentRangeStart', { 'w:id': id }),
    ...children,
    element('w:commentRangeEnd', { 'w:id': id }),
    runOf('CommentReference', [element('w:commentReference', { 'w:id': id })]),
  ]
}

const numberField = (
  id: string,
  format: 'w' | 'n',
  text: string,
  look: Look,
  rendering: Rendering,
): Element => field(`REF ${bookmarkOf(id, rendering)} \\${format} \\h`, text, styleOf(look))

/**
 * A paragraph of a schedule is one field for each part of its number, since Word's full-context number (`\w`) would
 * put the schedule's own number in front of it: `Schedule 21.1`.
 */
function paragraphReference(target: string, look: Look, rendering: Rendering): readonly Element[] {
  const style = styleOf(look)
  const { full, schedule } = labelOf(target, rendering)
  const parts: Element[] = []
  let rest = full
  for (const id of [...(rendering.lineage.get(target) ?? [target])].reverse()) {
    const { text } = labelOf(id, rendering)
    if (rest === '' || !rest.endsWith(text)) break
    parts.unshift(numberField(id, 'n', text, look, rendering))
    rest = rest.slice(0, rest.length - text.length)
  }
  if (schedule === rendering.schedule) return [run('paragraph ', style), ...parts]
  return [
    run('paragraph ', style),
    ...parts,
    run(' of ', style),
    numberField(schedule!, 'n', labelOf(schedule!, rendering).full, look, rendering),
  ]
}

type InlineHandlers = {
  readonly [K in Inline['type']]: (
    node: Extract<Inline, { type: K }>,
    look: Look,
    rendering: Rendering,
  ) => readonly Element[]
}

const handlers: InlineHandlers = {
  text: (node, look) => [run(node.text, styleOf(look))],
  strong: (node, look, rendering) => renderInlines(node.children, rendering, { ...look, strong: true }),
  emphasis: (node, look, rendering) => renderInlines(node.children, rendering, { ...look, emphasis: true }),
  // An answer is a run of its own, so that a content control carrying its path can go round it here.
  fact: (node, look) => [run(node.text, styleOf(look))],
  // One comment asks each question, at its first place: the same one forty times over would hide the others.
  // It is as bold as what it stands for, or it would come back as a change of somebody's.
  gap: (node, look, rendering) => {
    const marked = [run(`[${node.text}]`, 'Gap', look)]
    const question = node.path || node.comment
    if (rendering.asked.has(question)) return marked
    rendering.asked.add(question)
    const { date } = rendering.document.properties
    return commented({ text: node.comment, author: 'Concordat', date }, marked, rendering)
  },
  crossReference: (node, look, rendering) => {
    const label = labelOf(node.target, rendering)
    if (label.series === 'paragraph') return paragraphReference(node.target, look, rendering)
    return [numberField(node.target, label.series === 'clause' ? 'w' : 'n', label.full, look, rendering)]
  },
  lineBreak: () => [runOf(undefined, [element('w:br')])],
  changed: ({ children, change }, look, rendering) =>
    trackInlines(renderInlines(children, under(change, rendering), look), change, rendering.next),
  remark: ({ comment, author, date, children }, look, rendering) =>
    commented({ text: comment, author, date }, renderInlines(children, rendering, look), rendering),
}

/** Renders inline nodes, in order. */
export function renderInlines(
  nodes: readonly Inline[],
  rendering: Rendering,
  look: Look = {},
): readonly Element[] {
  return nodes.flatMap(node =>
    (handlers[node.type] as (typeof handlers)['text'])(node as never, look, rendering),
  )
}

const words: {
  readonly [K in Inline['type']]: (node: Extract<Inline, { type: K }>, rendering: Rendering) => string
} = {
  text: node => node.text,
  strong: (node, rendering) => wordsOf(node.children, rendering),
  emphasis: (node, rendering) => wordsOf(node.children, rendering),
  fact: node => node.text,
  gap: node => `[${node.text}]`,
  crossReference: (node, rendering) =>
    referenceText(rendering.numbering, node.target, rendering.schedule) ?? '',
  lineBreak: () => ' ',
  changed: ({ change, children }, rendering) =>
    (change.kind === 'deleted') === isGone(rendering) ? wordsOf(children, rendering) : '',
  remark: (node, rendering) => wordsOf(node.children, rendering),
}

/** Inline nodes as the words a reader sees, for the contents list and other places that hold no formatting. */
export const wordsOf = (nodes: readonly Inline[], rendering: Rendering): string =>
  nodes.map(node => (words[node.type] as (typeof words)['text'])(node as never, rendering)).join('')
