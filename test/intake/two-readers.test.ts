import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUsualLayout } from '../../src/intake/yaml-events.ts'
import { damaged, everyLayout, readersAgree } from './two-readers.ts'

const example = (name: string) => readFileSync(`data/intake/${name}.yaml`, 'utf8')
const examples = ['flood-forum', 'food-network', 'community-equipment', 'family-hubs', 'lighting-contract']

describe('two readers of YAML give one tree', () => {
  it.each(examples)('for %s, which the quick one reads, with the line ends of any system', name => {
    expect(readersAgree(example(name))).toBe(true)
    expect(readersAgree(example(name).replaceAll('\n', '\r\n'))).toBe(true)
  })

  it('for every layout, and for each line of it left out', () => {
    expect(readersAgree(everyLayout)).toBe(true)
    const lines = everyLayout.split('\n')
    for (const left of lines.keys()) readersAgree(lines.filter((_, index) => index !== left).join('\n'))
  })

  it('for whatever damage the quick one can still read', () => {
    let read = 0
    fc.assert(
      fc.property(damaged([everyLayout]), text => {
        if (readersAgree(text)) read++
      }),
      { numRuns: 300 },
    )
    expect(read, 'of 300 damaged texts').toBeGreaterThan(30)
  })

  it.each([
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: &b c\nd: *b\n'],
    ['a tag', 'a: !!int 1\n'],
    ['a key opened by a question mark', '? a\n: b\n'],
    ['an answer not known yet', 'a: ?\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['the end of a document', '...\na: b\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a tab', 'a:\n\tb: c\n'],
    ['a byte-order mark', '\ufeffa: b\n'],
    ['a list that goes over lines', 'a: [b,\n  c]\n'],
    ['an empty item', 'a:\n  -\n  - b\n'],
    ['a list alone', '- a\n'],
    ['nothing', ''],
    ['too much', `a: ${'b'.repeat(100_000)}\n`],
    ['too many questions', Array.from({ length: 5_001 }, (_, n) => `k${n}: a\n`).join('')],
    ['too deep', Array.from({ length: 40 }, (_, n) => `${' '.repeat(n)}k:\n`).join('')],
  ])('leaves %s to the thorough one', (_, text) => {
    expect(readUsualLayout(text)).toBeUndefined()
  })
})
