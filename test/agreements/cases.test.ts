/** Each case in `cases/`: what the clauses it is about say, that they follow from its answers, and that its Word file is sound. */
import { describe, expect, test } from 'vitest'
import { draftText } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { hasValidator, validatorNote } from '../support/ooxml.ts'
import { baseOf, caseNames, readCase, showParts } from './cases.ts'
import { linesOfText, linesOfWord } from './document-lines.ts'
import { faultsOf } from './validity.ts'

/** The Word file of each case. */
const files: Record<string, Uint8Array> = {}

describe.each(caseNames)('the case %s', name => {
  const { intake, show, startsFrom } = readCase(name)
  const draft = draftText(intake, `${name}.yaml`)
  const { document, numbering, text } = draft
  const shown = showParts(document, numbering, show)

  test('says what was accepted', async () => {
    await expect(shown).toMatchFileSnapshot(`cases/${name}/agreement.txt`)
  })

  test('says it because of its own answers, and leaves nothing of it open', () => {
    const { text: before } = draftText(baseOf(startsFrom), `${startsFrom}.yaml`)
    expect(before).not.toContain(shown)
    expect(shown).not.toMatch(/\[[^\]]*\?\]/)
  })

  test('says the same in Word', () => {
    expect(linesOfWord(draft.docx)).toEqual(linesOfText(text))
    expect(lintDocx(draft.docx)).toEqual([])
  })
})

test.skipIf(!hasValidator)(`every case is valid Open XML${validatorNote}`, { timeout: 120_000 }, async () => {
  expect(await faultsOf(files)).toEqual({})
  expect(Object.keys(files)).toEqual(caseNames)
})
