/** What holds of every merge, whatever was edited: each property takes how many cases to try. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { type Line, parentsOf } from '../../../src/document/merge/lines.ts'
import { linesOfDocument, mergeDocuments } from '../../../src/document/merge/merge.ts'
import { rebuild } from '../../../src/document/merge/rebuild.ts'
import { textTokens } from '../../../src/document/merge/tokens.ts'
import type { Document } from '../../../src/document/nodes.ts'
import { numberDocument } from '../../../src/document/number.ts'
import { renderText } from '../../../src/render/text.ts'
import { clause, documentOf, titled } from '../../render/docx/builders.ts'
import { first, smallAgreement } from '../../support/small-agreement.ts'
import { version } from '../compare/documents.ts'

const signature = { author: 'Concordat', date: '2026-11-24' }
const base = smallAgreement(first)
const linesOf = (document: Document) => linesOfDocument(document, numberDocument(document), true)
const textOf = (document: Document) => renderText(document, numberDocument(document))
const merge = (from: Document, theirs: readonly Line[], ours: Document) =>
  mergeDocuments(from, theirs, ours, signature, true)

const lines = linesOf(base)
const parents = new Set(parentsOf(lines))
const referred = new Set(
  lines.flatMap(({ tokens }) =>
    tokens.map(({ leaf }) => (leaf?.type === 'crossReference' ? leaf.target : '')),
  ),
)
/** Lines of the text that hold no others, and that no reference names. */
const places = lines.flatMap(({ kind, key = '', table, tokens }, at) => {
  const isText = ['clause', 'para', 'bullet', 'recital'].includes(kind) && !table && tokens.length > 4
  return isText && !parents.has(at) && !referred.has(key) ? [at] : []
})

type Act = 'reword' | 'strike' | 'add' | 'remove'
interface LineEdit {
  readonly at: number
  readonly act: Act
  readonly words: string
  readonly token: number
}
const lineEdit = fc.record<LineEdit>({
  at: fc.constantFrom(...places),
  act: fc.constantFrom<Act>('reword', 'strike', 'add', 'remove'),
  words: fc.constantFrom('gladly', 'in good time', '£5 & more', 'Ŵyn'),
  token: fc.nat(20),
})

function edited(line: Line, { at, act, words, token }: LineEdit): readonly Line[] {
  const { tokens, key: _, ...rest } = line
  const place = 1 + (token % (tokens.length - 2))
  const typed = textTokens(` ${words}`)
  switch (act) {
    case 'reword':
      return [{ ...line, tokens: [...tokens.slice(0, place), ...typed, ...tokens.slice(place)] }]
    case 'strike':
      return [{ ...line, tokens: tokens.filter((_, index) => index !== place) }]
    case 'add':
      return [
        line,
        {
          ...rest,
          ...(line.kind !== 'para' && line.kind !== 'bullet' && { key: `typed-${at}`, isNew: true }),
          tokens: textTokens(`${words} is agreed.`),
        },
      ]
    case 'remove':
      return []
  }
}

/** The lines after some edits. */
const after = (edits: readonly LineEdit[]): readonly Line[] =>
  lines.flatMap((line, at) => {
    const one = edits.find(edit => edit.at === at)
    return one ? edited(line, one) : [line]
  })

/** Edits of two people, of whom neither touched what the other did, nor what stands beside it. */
const apart = fc
  .uniqueArray(lineEdit, { minLength: 2, maxLength: 8, selector: ({ at }) => at })
  .map(all => all.filter((one, n) => all.slice(0, n).every(other => Math.abs(other.at - one.at) > 1)))
  .map(all => [all.filter((_, n) => n % 2 === 0), all.filter((_, n) => n % 2 === 1)] as const)

/** Whoever edits first, both edits are kept and nothing clashes. */
export function disjointEditsCommute(numRuns: number): void {
  fc.assert(
    fc.property(apart, ([mine, yours]) => {
      const one = merge(base, after(mine), rebuild(after(yours), base))
      const other = merge(base, after(yours), rebuild(after(mine), base))
      const both = rebuild(after([...mine, ...yours]), base)
      expect([one.conflicts, one.losses, other.conflicts, other.losses]).toEqual([[], [], [], []])
      expect(textOf(one.document)).toBe(textOf(both))
      expect(textOf(other.document)).toBe(textOf(both))
    }),
    { numRuns },
  )
}

// Items of a list that the answers only count: an item has another number once one before it came or went.

const SAID = [
  'the keys',
  'the boats',
  'each hall',
  'a budget',
  'old maps',
  'the alarm',
  'our rota',
  'all records',
]
const items = SAID.map((what, n) => `${what} are looked after in turn by member ${n + 1} of the committee;`)
const listOf = (texts: readonly string[]): Document =>
  documentOf([
    titled(
      'care',
      'What is looked after',
      clause(
        'care.list',
        2,
        'The Partners see to it that:',
        ...texts.map((text, n) => clause(`care.list._this[${n + 1}]`, 3, text)),
      ),
    ),
  ])

interface ItemEdit {
  readonly at: number
  readonly act: 'reword' | 'add' | 'remove'
  readonly words: string
}
const itemEdit = fc.record<ItemEdit>({
  at: fc.nat(items.length - 1),
  act: fc.constantFrom('reword', 'add', 'remove'),
  words: fc.constantFrom('gladly', 'once a year', '£5 & more', 'Ŵyn'),
})
const addedText = ({ words, at }: ItemEdit): string =>
  `${words}: a new matter that stands behind number ${at};`
const rewordedText = ({ words }: ItemEdit, text: string): string =>
  text.replace(' in turn', ` ${words} in turn`)

/** What the answers make of the list: its items counted anew. */
const answered = (edits: readonly ItemEdit[]): readonly string[] =>
  items.flatMap((text, at) => {
    const one = edits.find(edit => edit.at === at)
    if (!one) return [text]
    return one.act === 'remove' ? [] : one.act === 'add' ? [text, addedText(one)] : [rewordedText(one, text)]
  })

/** What a person makes of it in Word, which leaves each item its bookmark. */
const inWord = (edits: readonly ItemEdit[]): readonly Line[] =>
  linesOf(listOf(items)).flatMap((line): readonly Line[] => {
    const one = edits.find(({ at }) => line.key === `care.list._this[${at + 1}]`)
    if (!one) return [line]
    const typed = (text: string) => ({ ...line, tokens: textTokens(text) })
    if (one.act === 'remove') return []
    if (one.act === 'reword') return [typed(rewordedText(one, items[one.at]!))]
    return [line, { ...typed(addedText(one)), key: `typed-${one.at}`, isNew: true }]
  })

/** Edits of a list by a person and by the answers, apart from each other, are both kept, whoever made which. */
export function disjointItemsCommute(numRuns: number): void {
  const apart = fc
    .uniqueArray(itemEdit, { minLength: 2, maxLength: 6, selector: ({ at }) => at })
    .map(all => all.filter((one, n) => all.slice(0, n).every(other => Math.abs(other.at - one.at) > 1)))
    .map(all => [all.filter((_, n) => n % 2 === 0), all.filter((_, n) => n % 2 === 1)] as const)
  fc.assert(
    fc.property(apart, ([mine, yours]) => {
      const one = merge(listOf(items), inWord(mine), listOf(answered(yours)))
      const other = merge(listOf(items), inWord(yours), listOf(answered(mine)))
      const both = textOf(listOf(answered([...mine, ...yours])))
      expect([one.conflicts, one.losses, other.conflicts, other.losses]).toEqual([[], [], [], []])
      expect(textOf(one.document)).toBe(both)
      expect(textOf(other.document)).toBe(both)
    }),
    { numRuns },
  )
}

/** Where both touched the same items, every word that was typed is still in the document or in what is said of the clash. */
export function noTypedItemIsLost(numRuns: number): void {
  const some = fc.uniqueArray(itemEdit, { maxLength: 6, selector: ({ at }) => at })
  fc.assert(
    fc.property(some, some, (mine, yours) => {
      const { document, conflicts, losses } = merge(listOf(items), inWord(mine), listOf(answered(yours)))
      const told = `${textOf(document)} ${conflicts.map(({ theirs }) => theirs).join(' ')}`
      expect(losses).toEqual([])
      for (const { act, words } of mine) if (act !== 'remove') expect(told).toContain(words)
    }),
    { numRuns },
  )
}

/** Where the answers stayed, the next version says what the file says. */
export function unchangedAnswersGiveTheFile(numRuns: number): void {
  fc.assert(
    fc.property(fc.uniqueArray(lineEdit, { maxLength: 6, selector: ({ at }) => at }), edits => {
      const { document, conflicts, losses } = merge(base, after(edits), base)
      expect([conflicts, losses]).toEqual([[], []])
      expect(textOf(document)).toBe(textOf(rebuild(after(edits), base)))
    }),
    { numRuns },
  )
}

const hasEachIdOnce = (all: readonly Line[]): boolean => {
  const keys = all.flatMap(({ key }) => key ?? [])
  return new Set(keys).size === keys.length
}

/** Where nobody touched the file, the next version is what the answers give; a comment in its margin changes no word. */
export function untouchedFileGivesTheAnswers(numRuns: number): void {
  const note = { author: 'Jane Aske', date: '2026-11-24T10:05:00Z', comment: 'Read.' }
  fc.assert(
    fc.property(version, version, (was, is) => {
      const theirs = linesOf(was)
      expect(merge(was, theirs, is).document).toEqual(is)
      // A generated version may hold two tables of one id, which an agreement never does.
      fc.pre([was, is].every(one => hasEachIdOnce(linesOf(one))))
      const steady = new Set(linesOf(is).map(({ key, tokens }) => `${key}${JSON.stringify(tokens)}`))
      const at = theirs.findIndex(
        line => line.kind === 'clause' && steady.has(`${line.key}${JSON.stringify(line.tokens)}`),
      )
      if (at < 0) return
      const remarked = theirs.map((line, n) =>
        n === at ? { ...line, tokens: line.tokens.map(token => ({ ...token, notes: [note] })) } : line,
      )
      const { document, conflicts, losses } = merge(was, remarked, is)
      expect([conflicts, losses]).toEqual([[], []])
      expect(textOf(document).replace('[Comment by Jane Aske: Read.]', '')).toBe(textOf(is))
    }),
    { numRuns },
  )
}
