import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Finding, Outcome } from '../../src/findings/finding.ts'
import { report } from '../../src/findings/report.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { isPrintable } from '../../src/intake/reading/characters.ts'
import { anyCharacter } from '../support/any-character.ts'
import { read } from './small-schema.ts'

/** More with FUZZ_RUNS=20000. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 200)
vi.setConfig({ testTimeout: 60_000 + numRuns * 50 })

const good = `name: Family hubs
story: |
  One.

  Two.
people: 12
cost: £1,000
start: 2026-04-01
tags: [a, "b"]
partners:
  - id: borough
    name: 'The Borough'
  - id: trust
    name: The Trust  # a comment
host: trust
money:
  funder:
    disputed:
      - value: A
        source: B
      - { value: C, source: D }
`

/** Every place must exist in the file, and every finding must say what to do. */
function expectSound({ findings, value }: Outcome<unknown>, text: string): void {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r(?!\n)/g, '\n')
    .split('\n')
  for (const finding of findings) expectInRange(finding, lines)
  expect(value === undefined).toBe(findings.some(({ severity }) => severity === 'error'))
  report(findings, { texts: new Map([['small.yaml', text]]) })
}

function expectInRange({ place, hint, message }: Finding, lines: readonly string[]): void {
  const line = lines[place!.start.line - 1]
  expect(line, message).toBeDefined()
  expect(place!.start.column).toBeGreaterThan(0)
  expect(place!.start.column, message).toBeLessThanOrEqual(line!.length + 1)
  const { start, end } = place!
  expect(end!.line > start.line || end!.column >= start.column, message).toBe(true)
  expect(hint, message).toBeTruthy()
}

const sign = fc.constantFrom(
  ...':-#&*!|>\'"%@`[]{},?~<=\\\t\n \r',
  '\n  ',
  '\n- ',
  ': ',
  ' #',
  '---\n',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '\0',
)

describe('reading whatever a file holds', () => {
  it('never throws and always says where, for text made of signs YAML knows', () => {
    const text = fc.array(fc.oneof(sign, fc.constantFrom('name', 'partners', 'id', 'a', '12')), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, parts => expectSound(read(parts.join('')), parts.join(''))),
      { numRuns },
    )
  })

  it('never throws and always says where, for a good intake damaged in one to four places', () => {
    const damage = fc.tuple(
      fc.nat(good.length),
      fc.nat(6),
      fc.oneof(sign, fc.string({ unit: anyCharacter, maxLength: 4 })),
    )
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), damages => {
        const text = damages.reduce(
          (now, [at, drop, put]) => now.slice(0, at) + put + now.slice(at + drop),
          good,
        )
        const bytes = new TextEncoder().encode(text)
        expectSound(read(bytes), new TextDecoder().decode(bytes))
      }),
      { numRuns },
    )
  })

  it('never throws for bytes at random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        const { findings } = readAnswers({ file: 'x.yaml', bytes })
        for (const { place } of findings) expect(place).toBeDefined()
      }),
      { numRuns },
    )
  })

  it('keeps any text in quotes letter for letter, or reports the characters it cannot keep', () => {
    const any = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 30 }),
      fc.array(sign).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(any, typed => {
        const { value, findings } = read(`story: ${JSON.stringify(typed)}\n`)
        if (typed.trim() !== '' && !isPrintable(typed.replaceAll('\r\n', '\n')))
          expect(findings.some(({ code }) => code === 'TXT-01')).toBe(true)
        else {
          const kept = (value?.intake as { story?: string } | undefined)?.story ?? ''
          expect(kept).toBe(typed.trim() === '' ? '' : typed.replaceAll('\r\n', '\n').replace(/\n+$/, ''))
        }
      }),
      { numRuns },
    )
  })
})
