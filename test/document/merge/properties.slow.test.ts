/** What holds of every merge and every comparison, tried on many. */
import { describe, test } from 'vitest'
import { bothTextsComeBack, bothWordFilesComeBack, sameVersionsDoNotDiffer } from '../compare/properties.ts'
import {
  disjointEditsCommute,
  disjointItemsCommute,
  noTypedItemIsLost,
  unchangedAnswersGiveTheFile,
  untouchedFileGivesTheAnswers,
} from './properties.ts'

describe('a merge', () => {
  test('of edits apart from each other is the same whoever edits first', () => disjointEditsCommute(150))
  test('of items that are only counted is the same whoever changed which', () => disjointItemsCommute(300))
  test('of items changed twice keeps every word that was typed', () => noTypedItemIsLost(300))
  test('gives what the file says where the answers stayed', () => unchangedAnswersGiveTheFile(150))
  test('gives what the answers say where nobody touched the file', () => untouchedFileGivesTheAnswers(150))
})

describe('a comparison', () => {
  test('finds nothing in two versions that are the same', () => sameVersionsDoNotDiffer(300))
  test('gives both texts back', () => bothTextsComeBack(300))
  test('gives both Word files back', () => bothWordFilesComeBack(40))
})
