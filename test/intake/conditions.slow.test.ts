/** What holds of every condition, tried on many intakes. */
import { describe, test } from 'vitest'
import { dependsOnWhatItNames, keepsConstraints } from './condition-properties.ts'

describe('every condition', () => {
  test('depends on nothing but the questions it names', () => dependsOnWhatItNames(2000))
  test('keeps the constraints on every intake whose answers decide them', () => keepsConstraints(3000))
})
