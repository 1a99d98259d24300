/** A second run of hostile strings through every example, with other strings in other places. */
import { expect, test } from 'vitest'
import { faultsOf } from '../agreements/validity.ts'
import { examples } from '../support/draft.ts'
import { hasValidator, validatorNote } from '../support/ooxml.ts'
import { files, tryHostileStrings } from './runs.ts'

tryHostileStrings(1)

test.skipIf(!hasValidator)(`they make valid Open XML${validatorNote}`, async () => {
  expect(await faultsOf(files)).toEqual({})
  expect(Object.keys(files)).toEqual([...examples])
})
