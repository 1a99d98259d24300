/** An agreement in; the reference and name of its partnership out, each undefined where the agreement still asks for it. */
import type { Document, Inline } from './nodes.ts'

export interface Identity {
  readonly reference?: string
  readonly name?: string
}

/** Whose agreement a document is. A question that stands in place of an answer is the same for every partnership. */
export function identityOf({ properties, cover }: Document): Identity {
  const line = cover.lines.find(({ label }) => label === 'Reference')?.value
  const name = cover.title.map(inline => ('text' in inline ? inline.text : '')).join('')
  return {
    ...(line !== undefined && !isAsked(line) && { reference: properties.reference }),
    ...(!isAsked(cover.title) && { name }),
  }
}

/** What two agreements were told to be of one partnership by, or of two; `nothing` where nothing stands in both. */
export type ToldBy = 'reference' | 'name' | 'parties' | 'nothing'
export interface Comparison {
  readonly isOne: boolean
  readonly by: ToldBy
}

/**
 * Compares two agreements by reference; where that is not in both, or was changed, by name; and where that is not in both
 * either, by whether any party is in both. Where nothing can be compared they count as of one partnership.
 */
export function compareIdentity(a: Document, b: Document): Comparison {
  const [one, other] = [identityOf(a), identityOf(b)]
  const hasBoth = (field: keyof Identity): boolean => one[field] !== undefined && other[field] !== undefined
  if (hasBoth('reference') && one.reference === other.reference) return { isOne: true, by: 'reference' }
  if (hasBoth('name')) return { isOne: one.name === other.name, by: 'name' }
  if (hasBoth('reference')) return { isOne: false, by: 'reference' }
  const [mine, yours] = [partiesOf(a), partiesOf(b)]
  if (mine.length > 0 && yours.length > 0)
    return { isOne: mine.some(party => yours.includes(party)), by: 'parties' }
  return { isOne: true, by: 'nothing' }
}

/** The parties on the cover whose names are known. */
const partiesOf = ({ cover }: Document): readonly string[] =>
  cover.parties
    .filter(party => !isAsked(party))
    .map(party => party.map(inline => ('text' in inline ? inline.text : '')).join(''))

const JOINED_BEFORE = /[\p{L}\p{N}-]$/u
const JOINED_AFTER = /^[\p{L}\p{N}-]/u

/**
 * Whether words stand in a text as a whole, with no letter, digit or hyphen on either side: NBC-P-1 does not stand in
 * NBC-P-12.
 */
export function standsWhole(text: string, words: string): boolean {
  // Not by a pattern made of the words, which may be longer than a pattern can be.
  for (let at = words === '' ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const after = at + words.length
    const isJoined =
      JOINED_BEFORE.test(text.slice(Math.max(0, at - 2), at)) ||
      JOINED_AFTER.test(text.slice(after, after + 2))
    if (!isJoined) return true
  }
  return false
}

const isAsked = (inlines: readonly Inline[]): boolean => inlines.some(({ type }) => type === 'gap')
