/** What reading an intake gives: the answers as plain data, the special states of some, and where each one stands. */
import type { Place } from '../findings/finding.ts'
import type { Intake } from './schema.ts'

/** A step into the answers: a key, or the position in a list counted from 0. */
export type Key = string | number

/**
 * A state other than "answered" or "not answered".
 * `none`: the officer wrote `none` (a list is then empty, a text prints "None").
 * `not_applicable`: `{ not_applicable: reason }`.
 * `disputed`: `{ disputed: [{ value, source }, …] }`; the value itself is absent from the intake.
 */
export type AnswerState =
  | { readonly state: 'none' }
  | { readonly state: 'not_applicable'; readonly reason: string }
  | {
      readonly state: 'disputed'
      readonly values: readonly { readonly value: string; readonly source: string; readonly place: Place }[]
    }

export interface Answers {
  readonly file: string
  /** The whole text of the file, for carets and hashes. */
  readonly text: string
  /** Validated answers under the names the file uses. Absent means not answered (or see `stateOf`). */
  readonly intake: Intake
  readonly stateOf: (keys: readonly Key[]) => AnswerState | undefined
  /** Where the answer stands; for one that is missing, the key of the nearest group above it. */
  readonly placeOf: (keys: readonly Key[]) => Place
}
