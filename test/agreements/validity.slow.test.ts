/** The agreement of each worked example is valid Open XML by Microsoft's own validator, which takes a second for each. */
import { expect, test } from 'vitest'
import { draftExample, examples } from '../support/draft.ts'
import { hasValidator, validatorNote } from '../support/ooxml.ts'
import { faultsOf } from './validity.ts'

test.skipIf(!hasValidator)(`each is valid Open XML${validatorNote}`, async () => {
  const files = Object.fromEntries(examples.map(name => [name, draftExample(name).docx]))
  expect(await faultsOf(files)).toEqual({})
})
