/** What explain says of the longer examples is sound and complete, and of a list only the item that decides is named. */
import { expect, test } from 'vitest'
import { explainAll } from '../../src/provisions/explain.ts'
import { exampleText, readIntakeText, settings } from '../support/draft.ts'
import { explainsRightly } from './explains-rightly.ts'

const { library } = settings

explainsRightly(['family-hubs', 'community-equipment', 'food-network'])

test('of the seats on the Board, only the one that decides is named', () => {
  const { decidingItems, change } = explainAll(
    library,
    readIntakeText(exampleText('family-hubs')).value!,
  ).find(({ provision }) => provision.id === 'councillors')!
  expect([...decidingItems]).toEqual([['board.seats[].holder_kind', [0]]])
  expect(change.map(({ reach }) => reach)).toEqual(['one'])
})
