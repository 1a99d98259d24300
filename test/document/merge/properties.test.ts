/** What holds of every merge, tried on a few; `properties.slow.test.ts` tries many. */
import { describe, test } from 'vitest'
import {
  disjointEditsCommute,
  disjointItemsCommute,
  noTypedItemIsLost,
  unchangedAnswersGiveTheFile,
  untouchedFileGivesTheAnswers,
} from './properties.ts'

describe('a merge', () => {
  test('of edits apart from each other is the same whoever edits first', () => disjointEditsCommute(10))
  test('of items that are only counted is the same whoever changed which', () => disjointItemsCommute(20))
  test('of items changed twice keeps every word that was typed', () => noTypedItemIsLost(20))
  test('gives what the file says where the answers stayed', () => unchangedAnswersGiveTheFile(10))
  test('gives what the answers say where nobody touched the file', () => untouchedFileGivesTheAnswers(10))
})
