/** Recognises what an officer writes in place of an answer: nothing, "to be confirmed", none, not applicable, disputed. */
import type { Entry, Mapping, Node, Scalar } from './tree.ts'

const unknownWords = new Set([
  'tbc',
  'tba',
  'tbd',
  't.b.c.',
  'to be confirmed',
  'to be agreed',
  'to be decided',
  'to be determined',
  'to follow',
  'not known',
  'not known yet',
  'unknown',
  'n/k',
  '?',
  '??',
  '???',
])

const simplify = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')

/** True for a value left blank: nothing, `~` or `null`. */
export const isBlank = (node: Scalar): boolean =>
  node.text.trim() === '' || (node.style === 'plain' && /^(?:~|null|Null|NULL)$/.test(node.text.trim()))

/** Answers are mostly longer than what stands in place of one. */
const mayBeWord = (text: string): boolean => text.length < 40

/** True for words that say that nobody knows yet. What stands in quotes is the answer itself. */
export const isUnknown = (node: Scalar): boolean =>
  node.style === 'plain' && mayBeWord(node.text) && unknownWords.has(simplify(node.text))

/** True for such words in quotes, where they would be printed. */
export const isQuotedUnknown = (node: Scalar): boolean =>
  node.style !== 'plain' && mayBeWord(node.text) && unknownWords.has(simplify(node.text))

/** True for the word `none`, unquoted. */
export const isNone = (node: Scalar): boolean => node.style === 'plain' && /^\s*none\s*$/i.test(node.text)

/** True for `n/a` and the like, which lack the reason. */
export const isBareNotApplicable = (node: Scalar): boolean =>
  node.style === 'plain' && /^(?:n\/a|na|n\.a\.|not applicable|not_applicable)$/i.test(node.text.trim())

type SpecialKey = 'not_applicable' | 'disputed'

/** The entry of a mapping such as `{ not_applicable: reason }`, if it is one. */
export function specialEntry(node: Node): (Entry & { readonly key: SpecialKey }) | undefined {
  if (node.type !== 'mapping') return undefined
  const entry = (node as Mapping).entries.find(({ key }) => key === 'not_applicable' || key === 'disputed')
  return entry as (Entry & { readonly key: SpecialKey }) | undefined
}
