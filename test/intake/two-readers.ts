/**
 * Text of intakes damaged here and there, to hold the two readers of YAML against each other: what the quick one reads,
 * the thorough one must read without a fault, and to the same tree with the same places.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { readUsualLayout } from '../../src/intake/yaml-events.ts'
import { parseAnyYaml } from '../../src/intake/yaml-source.ts'
import { anyCharacter } from '../support/any-character.ts'

/** Each layout of YAML that officers use, and some that they do not. */
export const everyLayout = `name: Family hubs
list:
  - 1
  - two words  # a remark

# a remark by itself
empty:
kept: |
  some
  text

folded: >-  # a remark
  foo
  bar
double: "q"
single: 'it''s' # a remark
flow: [a, b , c]
flow_map: {a: 1, b: { c: 2 }}
over_lines: foo
   bar
flush:
- a
- "b
  c"
- - x
  - y
- p: |+
    z

  q: >
    m

    n
- 'u v': w
"m n": o
escaped: "a\\
  b\\tc"
line_ends: "a\\r\\n- b\\rc\\x85\\u2028\\U0001F600"
"k\\r\\ny": o
`

const signs = fc.constantFrom(
  ...'\n \t-:#[]{}|>\'"?&*!%@`,\\\r=~a0',
  ...[
    '  ',
    '- ',
    ': ',
    ' #',
    '---\n',
    '...\n',
    '|-',
    '>+',
    '|2',
    '|1-',
    '? ',
    '\r\n',
    '\n\n',
    '\n  ',
    '\n# x\n',
    '"x": ',
    ...['\\r\\n', '\\n', '\\x85', '\\u2028', '\\ud83d', '\\"', "''", '"\\r\\n"'],
  ],
)
const sign = fc.oneof(signs, fc.string({ unit: anyCharacter, maxLength: 3 }))

/** A text with one to four places damaged, half of them with the line ends of Windows. */
export const damaged = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.boolean(),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), sign), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([text, isWindows, damages]) =>
      damages.reduce(
        (now, [part, drop, put]) => {
          const at = Math.floor(part * now.length)
          return now.slice(0, at) + put + now.slice(at + drop)
        },
        isWindows ? text.replaceAll('\n', '\r\n') : text,
      ),
    )

/** @returns whether the quick reader read it, and then both agreed */
export function readersAgree(text: string): boolean {
  const root = readUsualLayout(text)
  if (root === undefined) return false
  const thorough = parseAnyYaml(text)
  // The matcher, which shows what differs, takes twenty times as long to find that nothing does.
  if (!isDeepStrictEqual(thorough, { root, faults: [] })) expect(thorough, text).toEqual({ root, faults: [] })
  return true
}
