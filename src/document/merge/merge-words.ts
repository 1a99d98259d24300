/**
 * The words of one line as they were generated, as somebody left them and as they are generated now in; the words of all
 * three as one out. Where both sides changed the same words, both stand: theirs struck out, ours inserted, with a comment.
 */
import type { Change } from '../nodes.ts'
import { matched } from './sequences.ts'
import { cutAs, type Note, sameWords, shownBy, type Token, textOf } from './tokens.ts'

/** Who signs the marks of a merge, and when. */
export interface Signature {
  readonly author: string
  readonly date: string
}
/** Two edits of the same words. */
export interface Clash {
  readonly theirs: string
  readonly ours: string
}
export interface MergedWords {
  readonly tokens: readonly Token[]
  readonly clashes: readonly Clash[]
}

export const CLASH_OPENING = 'Changed by hand and by the answers'

/** The comment at a place where two edits meet. */
export const clashNote = ({ author, date }: Signature, { theirs, ours }: Clash): Note => ({
  author,
  date,
  comment: `${CLASH_OPENING}. By hand: “${theirs}”. From the answers: “${ours}”. Accept the tracked change for the answers, reject it for the words by hand.`,
})

/** A mark of an earlier merge, whose clash nobody has settled. */
const isOurs = (change: Change | undefined, { author }: Signature): boolean => change?.author === author

/** Words without the marks of earlier merges, as the person left them. */
export const asTyped = (tokens: readonly Token[], signature: Signature): readonly Token[] =>
  tokens.flatMap(token => {
    const { change, notes, ...plain } = token
    const others = notes?.filter(note => note.author !== signature.author)
    const noted = others && others.length > 0 ? { ...plain, notes: others } : plain
    if (!change) return [noted]
    if (!isOurs(change, signature)) return [{ ...noted, change }]
    return change.kind === 'deleted' ? [noted] : []
  })

const isOpen = (tokens: readonly Token[]): boolean => tokens.some(token => token.change !== undefined)

/** One word that all three have: each look, and each form of a mark, comes from whoever changed it, theirs before ours. */
function blend(base: Token, theirs: Token, ours: Token): Token {
  const look = (name: 'strong' | 'emphasis'): boolean =>
    theirs[name] !== base[name] ? theirs[name] : ours[name]
  return {
    ...ours,
    ...(shownBy(theirs) !== shownBy(base) && { text: theirs.text }),
    strong: look('strong'),
    emphasis: look('emphasis'),
    ...(theirs.change && { change: theirs.change }),
    ...(theirs.notes && { notes: theirs.notes }),
  }
}

/** What ours carries of the looks and comments that somebody gave to the words it replaces. */
function dressed(ours: readonly Token[], base: readonly Token[], theirs: readonly Token[]): readonly Token[] {
  const notes = [...new Set(theirs.flatMap(token => token.notes ?? []))]
  const all = (name: 'strong' | 'emphasis'): boolean =>
    theirs.length > 0 && theirs.every((token, index) => token[name] !== base[index]![name])
  const [strong, emphasis] = [all('strong'), all('emphasis')]
  if (notes.length === 0 && !strong && !emphasis) return ours
  return ours.map(token => ({
    ...token,
    ...(strong && { strong: theirs[0]!.strong }),
    ...(emphasis && { emphasis: theirs[0]!.emphasis }),
    ...(notes.length > 0 && { notes }),
  }))
}

/** Theirs struck out and ours inserted. */
export function clashing(
  theirs: readonly Token[],
  ours: readonly Token[],
  signature: Signature,
): { readonly tokens: readonly Token[]; readonly clash: Clash } {
  const typed = asTyped(theirs, signature)
  const clash = { theirs: textOf(typed), ours: textOf(ours) }
  const note = clashNote(signature, clash)
  const mark =
    (kind: Change['kind']) =>
    (token: Token): Token => ({
      ...token,
      // What somebody else's open change marks stays as that.
      change: token.change ?? { kind, ...signature },
      notes: [...(token.notes ?? []), note],
    })
  return { tokens: [...typed.map(mark('deleted')), ...ours.map(mark('inserted'))], clash }
}

/** Merges the words of one line. */
export function mergeWords(
  base: readonly Token[],
  typed: readonly Token[],
  ours: readonly Token[],
  signature: Signature,
): MergedWords {
  const theirs = cutAs(base, typed)
  const keys = (tokens: readonly Token[]) => tokens.map(token => token.key)
  const inTheirs = matched(keys(base), keys(theirs))
  const inOurs = matched(keys(base), keys(ours))
  const torn = answersTorn(base, inTheirs, inOurs)
  const out: Token[] = []
  const clashes: Clash[] = []
  const at = { base: 0, theirs: 0, ours: 0 }
  const between = (b: number, t: number, o: number): void => {
    const chunk = mergeChunk(
      base.slice(at.base, b),
      theirs.slice(at.theirs, t),
      ours.slice(at.ours, o),
      signature,
    )
    out.push(...chunk.tokens)
    clashes.push(...chunk.clashes)
    at.base = b
    at.theirs = t
    at.ours = o
  }
  for (let b = 0; b < base.length; b++) {
    const [t, o] = [inTheirs[b]!, inOurs[b]!]
    if (t < 0 || o < 0 || torn.has(b)) continue
    between(b, t, o)
    out.push(blend(base[b]!, theirs[t]!, ours[o]!))
    at.base = b + 1
    at.theirs = t + 1
    at.ours = o + 1
  }
  between(base.length, theirs.length, ours.length)
  return { tokens: out, clashes }
}

/** The words of answers that both sides changed. Half of one answer and half of another would be an answer nobody gave. */
function answersTorn(
  base: readonly Token[],
  inTheirs: readonly number[],
  inOurs: readonly number[],
): ReadonlySet<number> {
  const torn = new Set<number>()
  const isWhole = (places: readonly number[], from: number, to: number): boolean => {
    for (let b = from; b < to; b++)
      if (places[b]! < 0 || places[b]! - places[from]! !== b - from) return false
    return true
  }
  for (let from = 0; from < base.length; ) {
    const { leaf, parts = 1 } = base[from]!
    const to = from + Math.max(parts, 1)
    if (leaf?.type === 'fact' && parts > 1 && !isWhole(inTheirs, from, to) && !isWhole(inOurs, from, to))
      for (let b = from; b < to; b++) torn.add(b)
    from = to
  }
  return torn
}

function mergeChunk(
  base: readonly Token[],
  theirs: readonly Token[],
  ours: readonly Token[],
  signature: Signature,
): MergedWords {
  const none: readonly Clash[] = []
  if (sameWords(base, ours)) return { tokens: theirs, clashes: none }
  const typed = asTyped(theirs, signature)
  if (sameWords(base, theirs) && !isOpen(typed))
    return { tokens: dressed(ours, base, asTypedSame(theirs, signature)), clashes: none }
  if (sameWords(typed, ours) && !isOpen(typed)) return { tokens: dressed(ours, typed, typed), clashes: none }
  const { tokens, clash } = clashing(theirs, ours, signature)
  return { tokens, clashes: [clash] }
}

/** Words that are the same as the base, without the comments of earlier merges. */
const asTypedSame = (tokens: readonly Token[], { author }: Signature): readonly Token[] =>
  tokens.map(({ notes, change: _, ...plain }) => {
    const others = notes?.filter(note => note.author !== author)
    return others && others.length > 0 ? { ...plain, notes: others } : plain
  })
