/** A Word file as it was read, what it was drafted as, and the agreement as it now is, in; the merge of all three out. */
import type { Line } from '../../document/merge/lines.ts'
import { type Merged, mergeDocuments } from '../../document/merge/merge.ts'
import { settle, type Verdict } from '../../document/merge/settle.ts'
import type { Document } from '../../document/nodes.ts'
import { allInlines } from '../../document/references.ts'
import type { Returned, ReturnedBlock } from '../../returned/content.ts'
import { linesOf, namesOf } from '../../returned/lines.ts'
import type { MadeAgreement } from '../agreement.ts'
import type { Base } from './find-base.ts'

/** Who signs the marks of a merge. */
export const AUTHOR = 'Concordat'

export interface MergedFile {
  readonly merged: Merged
  /** What the file says, line by line, with its tracked changes. */
  readonly typed: readonly Line[]
  /** The same with those settled that were to be settled. */
  readonly theirs: readonly Line[]
  /** Whether any reference in it is still a field. */
  readonly hasFields: boolean
}

/** Merges. Without a base the file's own text counts as one, and nothing in it can be told to be an edit. */
export function mergeReturned(
  returned: Returned,
  base: Base | undefined,
  made: MadeAgreement,
  verdict?: Verdict,
): MergedFile {
  const ids = [...(base?.numbering.keys() ?? []), ...made.numbering.keys()]
  const questions = [...questionsIn(made.document), ...(base ? questionsIn(base.document) : [])]
  const typed = linesOf(returned, namesOf(ids, questions))
  const theirs = verdict ? settle(typed, verdict) : typed
  const signature = { author: AUTHOR, date: made.document.properties.date }
  const hasFields = hasField(returned.blocks)
  const merged = base
    ? mergeDocuments(base.document, theirs, made.document, signature, hasFields)
    : { ...made, edits: [], conflicts: [], losses: [], broken: [] }
  return { merged, typed, theirs, hasFields }
}

/** Whether any reference in the file is still a field; a program that has none leaves the numbers as words. */
const hasField = (blocks: readonly ReturnedBlock[]): boolean =>
  blocks.some(block =>
    block.type === 'paragraph'
      ? block.pieces.some(piece => piece.target !== undefined)
      : block.rows.some(row => row.cells.some(hasField)),
  )

/** The comments by which a draft asks its open questions. */
const questionsIn = ({ body, cover }: Document): readonly string[] =>
  allInlines([
    ...body,
    ...[cover.title, ...cover.parties, ...cover.lines.map(line => line.value)].map(
      children => ({ type: 'para', children }) as const,
    ),
  ]).flatMap(inline => (inline.type === 'gap' ? [inline.comment] : []))
