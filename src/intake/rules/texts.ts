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

/** The words as a pattern that finds just them. */
export const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The sentence of a text that holds the characters from `start` up to `end`. A point in a list starts a sentence too. */
export function sentenceAround(text: string, start: number, end: number): string {
  const opening = [...text.slice(0, start).matchAll(/[.;!?]\s|\n\s*[-*•]\s/g)].at(-1)
  const rest = text.slice(end).search(/[.;!?](?:\s|$)|\n\s*[-*•]\s/)
  return text.slice(opening ? opening.index + 1 : 0, rest < 0 ? undefined : end + rest)
}
