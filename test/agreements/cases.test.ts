/** Each case in `cases/`: what the clauses it is about say, that they follow from its answers, and that its Word file is sound. */
import { describe, expect, test } from 'vitest'
import type { Block, Document } from '../../src/document/nodes.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { draftExample, draftText, settings } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { hasValidator, validateDocx, validatorNote } from '../support/ooxml.ts'
import { baseOf, caseNames, isExample, readCase, showParts } from './cases.ts'
import { linesOfText, linesOfWord } from './document-lines.ts'

/** The text of what cases start from: an example, or another case, which is drafted once for all that start from it. */
const texts = new Map<string, string>()
function textOfBase(name: string): string {
  const text =
    texts.get(name) ?? (isExample(name) ? draftExample(name) : draftText(baseOf(name), `${name}.yaml`)).text
  texts.set(name, text)
  return text
}

/** The document of each case. */
const documents: Record<string, Document> = {}

/** Blocks whose ids, and the references to them, begin with a name, so that many bodies can stand in one document. */
const underNewNames = (body: readonly Block[], name: string): readonly Block[] =>
  JSON.parse(
    JSON.stringify(body, (key, value) =>
      (key === 'id' || key === 'target') && typeof value === 'string' ? `${name}/${value}` : value,
    ),
  )

describe.each(caseNames)('the case %s', name => {
  const { intake, show, startsFrom } = readCase(name)
  const draft = draftText(intake, `${name}.yaml`)
  const { document, numbering, text } = draft
  texts.set(name, text)
  const shown = showParts(document, numbering, show)

  test('says what was accepted', async () => {
    await expect(shown).toMatchFileSnapshot(`cases/${name}/agreement.txt`)
  })

  test('says it because of its own answers, and leaves nothing of it open', () => {
    expect(textOfBase(startsFrom)).not.toContain(shown)
    expect(shown).not.toMatch(/\[[^\]]*\?\]/)
  })

  test('says the same in Word', () => {
    documents[name] = document
    expect(linesOfWord(draft.docx)).toEqual(linesOfText(text))
    expect(lintDocx(draft.docx)).toEqual([])
  })
})

test.skipIf(!hasValidator)(`all cases are valid Open XML${validatorNote}`, { timeout: 120_000 }, async () => {
  const [first, ...others] = Object.keys(documents)
  const body = [first!, ...others].flatMap(name => underNewNames(documents[name]!.body, name))
  const all = { ...documents[first!]!, body }
  expect(await validateDocx(renderDocx(all, numberDocument(all), settings.style))).toEqual([])
  expect([first, ...others]).toEqual(caseNames)
})
