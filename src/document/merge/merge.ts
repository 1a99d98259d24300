/**
 * A document as it was generated, the lines of what somebody made of it, and the document as it is generated now, in; one
 * document with both, and what is to be said of it, out.
 */

import { itemsNamed, namesOfCounted } from '../compare/counted-items.ts'
import type { Document } from '../nodes.ts'
import { type Numbering, numberDocument, referenceText } from '../number.ts'
import { brokenReferences } from '../references.ts'
import { distinct } from './distinct.ts'
import { type Conflict, type Edit, type Loss, pathsIn, Report } from './edits.ts'
import { flatten } from './flatten.ts'
import { inlinesIn } from './inlines-in.ts'
import type { Line } from './lines.ts'
import { lossesOf } from './losses.ts'
import { mergeLines } from './merge-lines.ts'
import type { Signature } from './merge-words.ts'
import { linesNamed } from './paired-items.ts'
import { placesOf } from './places.ts'
import { rebuild } from './rebuild.ts'
import { isIdenticalLine } from './same.ts'
import { settledMarks } from './settled-marks.ts'
import { runsIn } from './words-left.ts'

/** Where something is said of: the clause by its number now, or by its old one when it is gone, and the intake's paths. */
export interface Place {
  readonly place: string
  readonly paths: readonly string[]
}
export interface Merged {
  readonly document: Document
  readonly numbering: Numbering
  readonly edits: readonly (Edit & Place)[]
  readonly conflicts: readonly (Conflict & Place)[]
  readonly losses: readonly (Loss & Place)[]
  /** References to what was deleted by hand: where they stand, and what they printed before. */
  readonly broken: readonly { readonly place: string; readonly text: string }[]
}

const linesKnown = new WeakMap<Document, Map<boolean, readonly Line[]>>()

/**
 * The lines of a document as they are generated, kept once made. When the file has lost its fields, references count as
 * what they print.
 */
export function linesOfDocument(
  document: Document,
  numbering: Numbering,
  hasFields: boolean,
): readonly Line[] {
  const known = linesKnown.get(document) ?? new Map<boolean, readonly Line[]>()
  linesKnown.set(document, known)
  const have = known.get(hasFields)
  if (have) return have
  const lines = flatten(document, (target, schedule) => ({
    text: referenceText(numbering, target, schedule) ?? '',
    isField: hasFields,
  }))
  known.set(hasFields, lines)
  return lines
}

/** Whether nobody touched the file: line by line it is what was generated, with nothing tracked and no remark. */
const isUntouched = (base: readonly Line[], theirs: readonly Line[]): boolean =>
  base.length === theirs.length &&
  base.every((line, at) => {
    const other = theirs[at]!
    return line.kind === other.kind && line.level === other.level && isIdenticalLine(line, other)
  })

/** Merges what somebody made of a document with the document as it is generated now. */
export function mergeDocuments(
  generated: Document,
  typed: readonly Line[],
  ours: Document,
  signature: Signature,
  hasFields: boolean,
): Merged {
  const oursNumbers = numberDocument(ours)
  if (isUntouched(linesOfDocument(generated, numberDocument(generated), hasFields), typed))
    return { document: ours, numbering: oursNumbers, edits: [], conflicts: [], losses: [], broken: [] }
  // An item without an id is another item once one before it came or went, so those of both are paired by what they say.
  const names = namesOfCounted(generated, ours)
  const base = itemsNamed(generated, names)
  const theirs = linesNamed(typed, names)
  const baseNumbers = numberDocument(base)
  const baseLines = linesOfDocument(base, baseNumbers, hasFields)
  const oursLines = linesOfDocument(ours, oursNumbers, hasFields)
  const report = new Report()
  const lines = distinct(mergeLines(baseLines, theirs, oursLines, { signature, report }))
  const made = rebuild(lines, ours)
  const numbering = numberDocument(made)
  const before = (target: string) =>
    referenceText(oursNumbers, target) ?? referenceText(baseNumbers, target) ?? 'deleted clause'
  const document = withoutBroken(made, numbering, before, signature)
  const now = placesOf(lines, numbering)
  const once = placesOf(baseLines, baseNumbers)
  const soon = placesOf(oursLines, oursNumbers)
  const placed = <T extends Edit | Conflict | Loss | { readonly line: Line }>(entry: T): T & Place => {
    const line = ('cell' in entry && entry.cell?.table) || entry.line
    const place =
      now.get(line) ??
      (line.key === undefined ? undefined : now.get(line.key)) ??
      once.get(line) ??
      (line.key === undefined ? undefined : once.get(line.key)) ??
      soon.get(line) ??
      'the text'
    return { ...entry, place, paths: pathsIn(entry.line) }
  }
  return {
    document,
    numbering,
    edits: report.edits.map(placed),
    conflicts: report.conflicts.map(placed),
    losses: [
      ...report.losses,
      ...settledMarks(lines, signature.author),
      ...lossesOf(
        { base: baseLines, theirs, ours: oursLines },
        document,
        report.conflicts,
        signature.author,
        (target, schedule) => ({
          text: referenceText(baseNumbers, target, schedule) ?? before(target),
          isField: hasFields,
        }),
      ),
    ].map(placed),
    broken: lines.flatMap(line =>
      brokenIn(line, numbering).map(target => ({ place: placed({ line }).place, text: before(target) })),
    ),
  }
}

/** What somebody made of a document, as a document. Nothing is said of it; `mergeDocuments` does that. */
export function documentTyped(
  base: Document,
  theirs: readonly Line[],
  signature: Signature,
  hasFields: boolean,
): Document {
  const numbers = numberDocument(base)
  const lines = linesOfDocument(base, numbers, hasFields)
  if (isUntouched(lines, theirs)) return base
  const typed = distinct(mergeLines(lines, theirs, lines, { signature, report: new Report() }))
  const made = rebuild(typed, base)
  const before = (target: string) => referenceText(numbers, target) ?? 'deleted clause'
  return withoutBroken(made, numberDocument(made), before, signature)
}

/** What the references in a line point at that stands no more, each once. */
const brokenIn = (line: Line, numbering: Numbering): readonly string[] => [
  ...new Set(
    runsIn(line)
      .flat()
      .flatMap(({ leaf }) =>
        leaf?.type === 'crossReference' && !numbering.has(leaf.target) ? [leaf.target] : [],
      ),
  ),
]

/** References that lead nowhere print what they printed, with a comment, so that no field in Word is broken. */
function withoutBroken(
  document: Document,
  numbering: Numbering,
  before: (target: string) => string,
  { author, date }: Signature,
): Document {
  if (brokenReferences(document, numbering).length === 0) return document
  return inlinesIn(document, inline =>
    inline.type === 'crossReference' && !numbering.has(inline.target)
      ? {
          type: 'remark',
          author,
          date,
          comment: `This pointed at ${before(inline.target)}, which was deleted by hand. Reword the sentence, or put the clause back.`,
          children: [{ type: 'text', text: before(inline.target) }],
        }
      : inline,
  )
}
