/** Pairs of versions of small agreements for fast-check: the same clauses, rows and schedules, some left out, moved or reworded. */
import fc from 'fast-check'
import type { Block, Clause, Document, Inline } from '../../../src/document/nodes.ts'
import {
  bullets,
  clause,
  execution,
  fact,
  gap,
  heading,
  p,
  ref,
  schedule,
  strong,
  table,
  titled,
} from '../../render/docx/builders.ts'
import { everything } from '../../render/docx/sample.ts'

const clauseIds = ['board', 'money', 'people', 'data', 'ending'] as const
const partIds = ['one', 'two', 'three', 'four'] as const
const words = fc
  .array(
    fc.constantFrom(
      'the',
      'Board',
      'meets',
      'weekly,',
      'monthly',
      '£1,000',
      'Partner',
      'must',
      'not',
      '& pay',
      'Ŵyn',
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map(list => list.join(' '))

/** A sentence; a reference in it names a clause by its place among those there are, once they are known. */
type Sentence = readonly (string | Inline | { readonly clause: number })[]
const sentence: fc.Arbitrary<Sentence> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: words },
      words.map(text => strong(text)),
      words.map(text => fact(text, 'finance.total')),
      words.map(text => gap(text)),
      fc.record({ clause: fc.nat(20) }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.flatMap(part => [part, ' ']))

type Plan = (say: (sentence: Sentence) => Block) => Block
const plain: fc.Arbitrary<Plan> = sentence.map(text => say => say(text))
const list: fc.Arbitrary<Plan> = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map(items => say => bullets(...items.map(item => [say(item)])))
const costs: fc.Arbitrary<Plan> = fc
  .shuffledSubarray(['north', 'south', 'east'], { minLength: 1 })
  .chain(ids =>
    fc.tuple(
      fc.constant(ids),
      fc.array(fc.array(sentence, { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
    ),
  )
  .map(([ids, cells]) => say => {
    const made = table(
      'costs',
      'Costs',
      [
        ['Partner', 1],
        ['Sum', 1],
      ],
      ...ids.map(id => [id, '']),
    )
    return {
      ...made,
      rows: made.rows.map((row, at) => ({
        id: ids[at]!,
        cells: [row.cells[0]!, { children: cells[at]!.map(say) }],
      })),
    }
  })
const inside = fc.array(fc.oneof({ weight: 3, arbitrary: plain }, list, costs), { maxLength: 2 })

const titledClauses = fc.shuffledSubarray([...clauseIds]).chain(ids =>
  fc.tuple(
    ...ids.map(id =>
      fc
        .tuple(
          words,
          fc
            .shuffledSubarray([...partIds])
            .chain(parts => fc.tuple(...parts.map(part => fc.tuple(fc.constant(part), sentence, inside)))),
        )
        .map(([title, parts]) => ({ id, title, parts })),
    ),
  ),
)

const body = fc.tuple(
  titledClauses,
  fc.shuffledSubarray(['risks', 'costs', 'plan']),
  titledClauses,
  words,
  fc.shuffledSubarray(['north', 'south', 'east'], { minLength: 1 }),
)

/** Any version of the agreement. */
export const version: fc.Arbitrary<Document> = body.map(([clauses, schedules, inner, part, signers]) => {
  const there = [...clauses.map(({ id }) => id as string), ...schedules]
  const say = (text: Sentence): Block =>
    p(
      ...text.flatMap(piece => {
        if (typeof piece === 'string' || 'type' in piece) return [piece]
        return there.length > 0 ? [ref(there[piece.clause % there.length]!)] : []
      }),
    )
  const clauseOf =
    (prefix: string) =>
    ({ id, title, parts }: (typeof clauses)[number]): Clause =>
      titled(
        `${prefix}${id}`,
        title,
        ...parts.map(([name, text, more]) =>
          clause(`${prefix}${id}.${name}`, 2, say(text), ...more.map(plan => plan(say))),
        ),
      )
  return {
    ...everything,
    body: [
      heading(part),
      ...clauses.map(clauseOf('')),
      ...schedules.map((id, at) =>
        schedule(
          id,
          `The ${id}`,
          at === 0 ? 'portrait' : 'landscape',
          ...(at === 0 ? inner : []).map(clauseOf(`${id}.`)),
        ),
      ),
      heading('Signatures'),
      ...signers.map(id => execution(id, [`Signed by ${id}`], [['Name', 'A. Person'], ['Date']])),
    ],
  }
})
