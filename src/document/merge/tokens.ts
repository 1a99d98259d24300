/** Inlines in, words with their looks out, and back: what a merge compares and moves about. */
import type { Change, CrossReference, Fact, Gap, Inline, LineBreak } from '../nodes.ts'
import { legalText } from '../shown-text.ts'
import { plainForm } from './letter-forms.ts'

/** A comment in the margin. */
export interface Note {
  readonly author: string
  readonly date: string
  readonly comment: string
}
/** An inline that stands or falls as a whole: once its words are edited it is words. */
export type Leaf = CrossReference | Fact | Gap | LineBreak

/** A word, a mark of punctuation, a blank, or a reference. */
export interface Token {
  readonly text: string
  /** Two tokens are the same words when their keys are equal; their looks, and the forms of their marks, may differ. */
  readonly key: string
  readonly strong: boolean
  readonly emphasis: boolean
  /** What it is part of, and which part. Parts of one leaf share the object. */
  readonly leaf?: Leaf
  readonly part?: number
  readonly parts?: number
  readonly change?: Change
  readonly notes?: readonly Note[]
  /** Of a definition: part of the term. */
  readonly isTerm?: boolean
}

export interface Look {
  readonly strong: boolean
  readonly emphasis: boolean
  readonly change?: Change
  readonly notes?: readonly Note[]
  readonly isTerm?: boolean
}

export const PLAIN: Look = { strong: false, emphasis: false }

const WORDS = /\n|\t|[^\S\n\t]+|[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*|\S/gu

/** Splits a text as a reader sees it into words, marks and blanks. */
export const wordsOf = (text: string): readonly string[] => text.match(WORDS) ?? []

/** A text as tokens of one look. */
export function textTokens(text: string, look: Look = PLAIN, leaf?: Leaf): Token[] {
  const words = wordsOf(legalText(text))
  const { strong, emphasis } = look
  // Nearly every token of a document is made here, and a spread takes several times as long as fields by name.
  const isPlain = !look.change && !look.notes && !look.isTerm
  const parts = words.length
  if (isPlain && !leaf) return words.map(word => ({ strong, emphasis, text: word, key: plainForm(word) }))
  if (isPlain && leaf)
    return words.map((word, part) => ({
      strong,
      emphasis,
      text: word,
      key: plainForm(word),
      leaf,
      part,
      parts,
    }))
  return words.map((word, part) => ({
    ...look,
    text: word,
    key: plainForm(word),
    ...(leaf && { leaf, part, parts }),
  }))
}

/** The key of a reference: what it points at, whatever number it prints. */
export const referenceKey = (target: string): string => `\u0000${target}`

/** Whether a token is a reference that is known by its target. */
export const isReference = ({ key }: Token): boolean => key.startsWith('\u0000')

/** What a token shows to the letter; a field shows what it points at, whatever number it prints. */
export const shownBy = (token: Token): string => (isReference(token) ? token.key : token.text)

/** How references, in the schedule they stand in, become tokens: as one that is known by its target, or as the words it prints. */
export type Printed = (
  target: string,
  schedule?: string,
) => { readonly text: string; readonly isField: boolean }

/** Inlines as tokens. */
export function tokensOf(inlines: readonly Inline[], printed: Printed, look: Look = PLAIN): Token[] {
  return inlines.flatMap((inline): Token[] => {
    switch (inline.type) {
      case 'text':
        return textTokens(inline.text, look)
      case 'strong':
      case 'emphasis':
        return tokensOf(inline.children, printed, { ...look, [inline.type]: true })
      case 'fact':
        return textTokens(inline.text, look, inline)
      case 'gap':
        return textTokens(`[${inline.text}]`, look, inline)
      case 'lineBreak':
        return [{ ...look, text: '\n', key: '\n', leaf: inline, part: 0, parts: 1 }]
      case 'crossReference': {
        const { text, isField } = printed(inline.target)
        if (!isField) return textTokens(text, look, inline)
        return [{ ...look, text, key: referenceKey(inline.target), leaf: inline, part: 0, parts: 1 }]
      }
      case 'changed':
        return tokensOf(inline.children, printed, { ...look, change: nested(look.change, inline.change) })
      default: {
        const { author, date, comment } = inline
        const notes = [...(look.notes ?? []), { author, date, comment }]
        return tokensOf(inline.children, printed, { ...look, notes })
      }
    }
  })
}

/** Whether two marks are one person's, of one kind and moment, and stand within the same. */
export const sameChange = (a: Change | undefined, b: Change | undefined): boolean =>
  a === b ||
  (a?.kind === b?.kind && a?.author === b?.author && a?.date === b?.date && sameChange(a?.within, b?.within))

/** A tracked change within another: what one person inserted and another strikes out is struck out, within the insertion. */
export const nested = (outer: Change | undefined, inner: Change): Change => {
  if (outer === undefined || outer.kind === inner.kind) return inner
  const [deletion, within] = inner.kind === 'deleted' ? [inner, outer] : [outer, inner]
  return { ...deletion, within }
}

/** The words that tokens show. */
export const textOf = (tokens: readonly Token[]): string => tokens.map(token => token.text).join('')

/** The text of tokens where no tracked change can stand: as it reads once those are accepted. */
export const plainText = (tokens: readonly Token[]): string =>
  textOf(tokens.filter(token => token.change?.kind !== 'deleted'))

/** Whether two runs of tokens are the same words. */
export const sameWords = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length && a.every((token, index) => token.key === b[index]!.key)

/**
 * Words as another text has them cut: where an answer ends inside a word, as in “the Council’s”, that is two words or three to
 * us and one to Word.
 */
export function cutAs(like: readonly Token[], tokens: readonly Token[]): readonly Token[] {
  const parts = partsOfWords(like)
  if (parts.size === 0) return tokens
  return tokens.flatMap((token): Token[] => {
    const lengths = token.leaf ? undefined : parts.get(token.key)
    if (!lengths) return [token]
    let end = 0
    return lengths.map(length => {
      end += length
      const text = token.text.slice(end - length, end)
      return { ...token, text, key: plainForm(text) }
    })
  })
}

/** The words that are several tokens, by their keys: the length of each token. */
function partsOfWords(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  for (let from = 0, to = 0; from < tokens.length; from = to + 1) {
    to = from
    while (to < tokens.length && !isReference(tokens[to]!)) to++
    const lengths = tokens.slice(from, to).map(({ text }) => text.length)
    for (const word of wordsOf(textOf(tokens.slice(from, to)))) {
      const own: number[] = []
      for (let left = word.length; left > 0; left -= own.at(-1)!) own.push(lengths.shift() ?? left)
      if (own.length > 1) found.set(plainForm(word), own)
    }
  }
  return found
}
