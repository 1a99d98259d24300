import { describe, expect, test } from 'vitest'
import { changeAt, everyItem } from '../../src/intake/change-at.ts'

const tree = {
  name: 'Forum',
  board: { chair: 'Ada' },
  risks: [
    { id: 'a', score: 1 },
    { id: 'b', score: 2 },
  ],
}

describe('a copy with what is at a path changed', () => {
  test('shares all that is not on the way, and leaves the original alone', () => {
    const made = changeAt(tree, ['risks', 1, 'score'], was => Number(was) + 1) as typeof tree
    expect(made.risks).toEqual([
      { id: 'a', score: 1 },
      { id: 'b', score: 3 },
    ])
    expect(made.board).toBe(tree.board)
    expect(made.risks[0]).toBe(tree.risks[0])
    expect(tree.risks[1]!.score).toBe(2)
  })

  test('takes an answer away, and makes groups that are missing', () => {
    expect(changeAt(tree, ['board', 'chair'], () => undefined)).toEqual({ ...tree, board: {} })
    expect(changeAt({}, ['grant', 'amount'], () => 5)).toEqual({ grant: { amount: 5 } })
  })

  test('reaches every item of a list, or a first one where there is none', () => {
    expect(changeAt(tree, ['risks', everyItem, 'score'], () => 9)).toEqual({
      ...tree,
      risks: [
        { id: 'a', score: 9 },
        { id: 'b', score: 9 },
      ],
    })
    expect(changeAt({}, ['risks', everyItem, 'score'], () => 9)).toEqual({ risks: [{ score: 9 }] })
  })

  test('leaves a position alone that the list does not have', () => {
    expect(changeAt(tree, ['risks', 5, 'score'], () => 9)).toEqual(tree)
  })
})
