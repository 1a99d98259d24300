import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { damaged, everyLayout, readersAgree } from './two-readers.ts'

/** Three answers at a time, so that damage to one does not hide what stands below. */
function partsOf(name: string): readonly string[] {
  const answers = readFileSync(`data/intake/${name}.yaml`, 'utf8').split(/\n(?=\w)/)
  return answers.flatMap((_, at) => (at % 3 === 0 ? [answers.slice(at, at + 3).join('\n')] : []))
}

const numRuns = Number(process.env.FUZZ_RUNS ?? 10_000)

it('reads parts of the examples, damaged in one to four places, to the same tree', {
  timeout: 60_000 + numRuns * 10,
}, () => {
  const parts = ['flood-forum', 'food-network', 'community-equipment', 'family-hubs'].flatMap(partsOf)
  let read = 0
  fc.assert(
    fc.property(damaged([everyLayout, ...parts]), text => {
      if (readersAgree(text)) read++
    }),
    { numRuns },
  )
  expect(read, 'texts read by both').toBeGreaterThan(numRuns / 5)
})
