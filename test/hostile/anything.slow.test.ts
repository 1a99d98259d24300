/** Many strings, as every text of a whole agreement. */
import { test } from 'vitest'
import { anyAnswersComeBack } from './any-answers.ts'

test('answers come back letter for letter and make no structure', () => anyAnswersComeBack(20))
