/** Whether a file is an intake or another that the council keeps; out comes what its reader calls the parts of its lines. */

export interface Terms {
  /** What stands before a colon. */
  readonly name: string
  /** What stands after it. */
  readonly value: string
  readonly aValue: string
  /** Goes before the name. */
  readonly valueOf: string
  readonly file: string
}

export const ofIntake: Terms = {
  name: 'question',
  value: 'answer',
  aValue: 'an answer',
  valueOf: 'answer to',
  file: 'an intake',
}
/** The header of a template, and files such as `data/law.yaml`. */
export const ofFields: Terms = {
  name: 'field',
  value: 'value',
  aValue: 'a value',
  valueOf: 'value of',
  file: 'this file',
}
