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

/** Whether two agreements are of one partnership: by reference or name, or, where neither is known, for want of any difference. */
export function isOfOne(a: Document, b: Document): boolean {
  const [one, other] = [identityOf(a), identityOf(b)]
  if (one.reference !== undefined && one.reference === other.reference) return true
  const canTell = one.name !== undefined || one.reference === undefined
  return canTell && a.properties.title === b.properties.title
}

/**
 * Whether words stand in a text as a whole, with no letter, digit or hyphen on either side: NBC-P-1 does not stand in
 * NBC-P-12.
 */
export function standsWhole(text: string, words: string): boolean {
  const plain = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return words !== '' && new RegExp(`(?<![\\p{L}\\p{N}-])${plain}(?![\\p{L}\\p{N}-])`, 'u').test(text)
}

const isAsked = (inlines: readonly Inline[]): boolean => inlines.some(({ type }) => type === 'gap')
