/** What is collected while a tree is read against the schema: findings, where each answer stands, states, references. */
import type { Code } from '../../findings/codes.ts'
import type { Finding, Owner, Severity, Stage } from '../../findings/finding.ts'
import type { AnswerState, Key } from '../answers.ts'
import type { Field, RefTarget } from '../fields.ts'
import type { Lines } from './lines.ts'
import type { Span } from './tree.ts'

/** Where the reading has got to: the path into the answers, how it is written, and what is inherited from groups above. */
export interface At {
  readonly keys: readonly Key[]
  readonly path: string
  readonly field: Field
  readonly owner: Owner
  readonly stage: Stage
}

/** Where an answer stands in the file. */
export interface Spot {
  readonly keys: readonly Key[]
  /** The key it stands under; for an item of a list, the item's start. */
  readonly key: Span
  /** The value, when there is one on its own. */
  readonly value?: Span
}

interface Reference {
  readonly id: string
  readonly target: RefTarget
  readonly span: Span
  readonly at: At
}

export interface Notes {
  readonly lines: Lines
  readonly findings: Finding[]
  readonly spots: Spot[]
  readonly states: { readonly keys: readonly Key[]; readonly state: AnswerState }[]
  readonly references: Reference[]
  /** Paths of every question in the schema by the last word of the path, for "this question is at …". */
  readonly pathsByName: ReadonlyMap<string, readonly string[]>
}

/** Starts a collection for one file. */
export const startNotes = (lines: Lines, pathsByName: Notes['pathsByName']): Notes => ({
  lines,
  findings: [],
  spots: [],
  states: [],
  references: [],
  pathsByName,
})

/** Adds a finding about the answer at a place. */
export function report(
  notes: Notes,
  at: At,
  span: Span,
  { code, message, hint, severity = 'error', related }: Saying,
): void {
  notes.findings.push({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    place: notes.lines.placeAt(span, at.path),
    ...(related === undefined ? {} : { related }),
    owner: at.owner,
    stage: at.stage,
  })
}

interface Saying {
  readonly code: Code
  readonly message: string
  readonly hint?: string
  readonly severity?: Severity
  readonly related?: Finding['related']
}
