/** One agreement after another in a process: what was made for one is used for the next, and shows in neither. */
import { expect, test } from 'vitest'
import { numberDocument } from '../../../src/document/number.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { type Drafted, draftText, exampleText, settings } from '../../support/draft.ts'
import { makePortfolio } from '../../support/portfolio.ts'

/** The Word file from a copy of the document and of the style, of which nothing was rendered before. */
function renderedAlone({ document, memory }: Drafted, style = settings.style): Uint8Array {
  const copy = structuredClone(document)
  return renderDocx(copy, numberDocument(copy), { ...style }, memory)
}

const texts = [...makePortfolio(7, 2).map(({ text }) => text), exampleText('flood-forum')]

test('each is the same file as if it were the only one', () => {
  // Three times, since what comes once is not kept, and in turn, since numbers of clauses differ between them.
  const rounds = [1, 2, 3].map(() => texts.map(text => draftText(text)))
  for (const [index] of texts.entries()) {
    const [first, ...later] = rounds.map(round => round[index]!)
    const alone = Buffer.from(renderedAlone(first!))
    for (const one of [first!, ...later]) {
      expect(one.document).toEqual(first!.document)
      expect(one.memory).toEqual(first!.memory)
      expect(alone.equals(one.docx), `intake ${index}`).toBe(true)
    }
  }
})

test('each style has its own, as where a paper is set smaller to fit its page', () => {
  const drafted = draftText(exampleText('flood-forum'))
  const { document, numbering, memory } = drafted
  const smaller = { ...settings.style, size: settings.style.size - 1.5 }
  for (const _ of [1, 2, 3])
    for (const style of [settings.style, smaller]) {
      const made = renderDocx(document, numbering, style, memory)
      expect(Buffer.from(renderedAlone(drafted, style)).equals(made), `${style.size}`).toBe(true)
    }
})

test('a clause without the changed answer is the very same one, and a clause with it is not', () => {
  const text = exampleText('flood-forum')
  const other = text.replace(/^(\s+quorum: )\d+/m, '$197')
  expect(other).not.toBe(text)
  const clauses = (from: string) =>
    new Map(draftText(from).document.body.flatMap(block => ('id' in block ? [[block.id, block]] : [])))
  const before = clauses(text)
  const after = clauses(other)
  const changed = [...after].filter(([id, block]) => before.get(id) !== block).map(([id]) => id)
  expect(changed).toContain('decisions')
  expect(changed.length).toBeLessThan(after.size / 4)
  const said = (blocks: typeof after) => JSON.stringify(blocks.get('decisions'))
  expect(said(before)).not.toContain('97')
  expect(said(after)).toContain('97')
})
