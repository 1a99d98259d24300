/** What every stage reports: one finding type, and a value that travels with its findings. */
import type { Code } from './codes.ts'

/** A position in a file, counted from 1, as an editor shows it. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where something stands: a file, a range in it, and the intake path where the answer has one. */
export interface Place {
  readonly file: string
  readonly path?: string
  readonly start: Position
  readonly end?: Position
  /** The file has neither the answer nor a group round it: this is the section that comes before it in the form. */
  readonly isNearby?: true
}

/** `error`: wrong, must be mended. `warning`: look at it. `gap`: a question without an answer yet. `note`: for information. */
export type Severity = 'error' | 'warning' | 'gap' | 'note'

/** Who must act on a finding or answer a question. Titles for each come from `data/council.yaml`. */
export const owners = [
  'officer',
  'legal',
  'finance',
  'procurement',
  'hr',
  'risk_insurance',
  'ict',
  'performance',
  'information_governance',
  'director',
  'partner',
  'clause_owner',
] as const
export type Owner = (typeof owners)[number]

/** The stage of a partnership's life that a finding blocks, in order. */
export const stages = ['in_principle', 'draft', 'consultation', 'sign_off', 'live', 'review', 'exit'] as const
export type Stage = (typeof stages)[number]

export interface Finding {
  readonly code: Code
  readonly severity: Severity
  /** One sentence: what is wrong, naming the answer. */
  readonly message: string
  /** One sentence: what to do about it. */
  readonly hint?: string
  readonly place?: Place
  readonly related?: readonly { readonly message: string; readonly place: Place }[]
  readonly owner?: Owner
  readonly stage?: Stage
  /** The rule's authority, such as `Code 9.2` or a statute. */
  readonly source?: string
}

/** A stage's result: a value if the next stage can stand on it, and everything there is to say. */
export interface Outcome<T> {
  readonly value?: T
  readonly findings: readonly Finding[]
}

/** True when nothing in the list is an error. Gaps, warnings and notes do not stop a draft. */
export const isClean = (findings: readonly Finding[]): boolean => findings.every(f => f.severity !== 'error')

/** A fault of the program itself, never of the intake. The command line asks the user to report it. */
export class InternalError extends Error {
  override name = 'InternalError'
}
