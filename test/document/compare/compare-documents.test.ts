/** What holds of every comparison, tried on a few; `properties.slow.test.ts` in `../merge` tries many. */
import { describe, test } from 'vitest'
import { bothTextsComeBack, bothWordFilesComeBack, sameVersionsDoNotDiffer } from './properties.ts'

describe('comparing two versions', () => {
  test('finds nothing in two that are the same', () => sameVersionsDoNotDiffer(30))
  test('gives the newer text when all is accepted and the older when all is rejected', () =>
    bothTextsComeBack(40))
  test('makes Word files that read the same way, numbers and references too', () => bothWordFilesComeBack(8))
})
