/** Top-level names of the intake in; every text below them, with its path, out. */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'

export interface FoundText {
  readonly at: readonly Key[]
  readonly text: string
}

/** Every text answered under the names given, in the order of the answers. */
export function* textsUnder(intake: Intake, names: readonly (keyof Intake)[]): Generator<FoundText> {
  for (const name of names) yield* textsIn(intake[name], [name])
}

function* textsIn(value: unknown, at: readonly Key[]): Generator<FoundText> {
  if (typeof value === 'string') yield { at, text: value }
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* textsIn(item, [...at, index])
  else if (value && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...at, key])
}
