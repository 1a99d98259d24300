/** Top-level names of the intake in; every text below them, with its path, out. */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'

export interface FoundText {
  readonly at: readonly Key[]
  readonly text: string
}

/** What was found in a section before: several rules read all texts, and an intake that changed in one section keeps the others. */
const textsFound = new WeakMap<object, readonly FoundText[]>()

/** Every text answered under the names given, in the order of the answers. */
export const textsUnder = (intake: Intake, names: readonly (keyof Intake)[]): readonly FoundText[] =>
  names.flatMap(name => {
    const section = intake[name]
    if (typeof section !== 'object' || section === null) return textsIn(section, [name])
    const found = textsFound.get(section) ?? textsIn(section, [name])
    textsFound.set(section, found)
    return found
  })

function textsIn(value: unknown, at: readonly Key[]): readonly FoundText[] {
  const texts: FoundText[] = []
  const visit = (here: unknown, keys: readonly Key[]): void => {
    if (typeof here === 'string') texts.push({ at: keys, text: here })
    else if (Array.isArray(here)) for (const [index, item] of here.entries()) visit(item, [...keys, index])
    else if (here && typeof here === 'object')
      for (const [key, item] of Object.entries(here)) visit(item, [...keys, key])
  }
  visit(value, at)
  return texts
}

/** The words and numbers of a text in small letters, with one blank between them. */
export const simplify = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** A pattern of some ten thousand letters is more than an engine takes, and no sentence says so long a name. */
const LONGEST_NAME = 1_000
const NOWHERE = '(?!)'

/** The words as a pattern that finds just them; nothing, where they are longer than anybody would say. */
export const literally = (words: string): string =>
  words.length > LONGEST_NAME ? NOWHERE : words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The sentence of a text that holds the characters from `start` up to `end`. A point in a list starts a sentence too. */
export function sentenceAround(text: string, start: number, end: number): string {
  const opening = [...text.slice(0, start).matchAll(/[.;!?]\s|\n\s*[-*•]\s/g)].at(-1)
  const rest = text.slice(end).search(/[.;!?](?:\s|$)|\n\s*[-*•]\s/)
  return text.slice(opening ? opening.index + 1 : 0, rest < 0 ? undefined : end + rest)
}
