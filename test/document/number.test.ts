import { describe, expect, test } from 'vitest'
import type { Block, Clause, Document, Schedule } from '../../src/document/nodes.ts'
import { numberDocument, referenceText } from '../../src/document/number.ts'
import { brokenReferences } from '../../src/document/references.ts'

const from = { template: 'test.md', line: 1 }
const clause = (id: string, level: Clause['level'], ...children: Block[]): Clause => ({
  type: 'clause',
  id,
  level,
  children,
  from,
})
const schedule = (id: string, ...children: Block[]): Schedule => ({
  type: 'schedule',
  id,
  title: [],
  layout: 'portrait',
  children,
  from,
})
const refTo = (target: string): Block => ({ type: 'para', children: [{ type: 'crossReference', target }] })
const document = (...body: Block[]) => ({ body }) as unknown as Document
const shown = (...body: Block[]) =>
  [...numberDocument(document(...body))].map(([id, label]) => `${id} ${label.text} ${label.full}`)

describe('numbers', () => {
  test('run 1, 1.1, (a), (i), and start anew under each parent', () => {
    expect(
      shown(
        clause(
          'a',
          1,
          clause('a1', 2),
          clause('a2', 2, clause('a2a', 3, clause('a2ai', 4)), clause('a2b', 3, clause('a2bi', 4))),
        ),
        clause('b', 1, clause('b1', 2, clause('b1a', 3))),
      ),
    ).toEqual([
      'a 1 1',
      'a1 1.1 1.1',
      'a2 1.2 1.2',
      'a2a (a) 1.2(a)',
      'a2ai (i) 1.2(a)(i)',
      'a2b (b) 1.2(b)',
      'a2bi (i) 1.2(b)(i)',
      'b 2 2',
      'b1 2.1 2.1',
      'b1a (a) 2.1(a)',
    ])
  })

  test('start anew in each schedule and go on in the agreement after it', () => {
    expect(
      shown(
        clause('a', 1),
        schedule('s', clause('s.x', 1, clause('s.y', 2))),
        schedule('t', clause('t.x', 1)),
        clause('b', 1),
      ),
    ).toEqual([
      'a 1 1',
      's Schedule 1 Schedule 1',
      's.x 1 1',
      's.y 1.1 1.1',
      't Schedule 2 Schedule 2',
      't.x 1 1',
      'b 2 2',
    ])
  })

  test('count parties (1), (2) and recitals (A), (B), apart from clauses', () => {
    const of = (type: 'party' | 'recital', id: string): Block => ({ type, id, children: [], from })
    expect(shown(of('party', 'p'), of('party', 'q'), of('recital', 'r'), clause('a', 1))).toEqual([
      'p (1) (1)',
      'q (2) (2)',
      'r (A) (A)',
      'a 1 1',
    ])
  })

  test('go past z as aa, bb, and count in Roman', () => {
    const letters = Array.from({ length: 53 }, (_, i) => clause(`l${i}`, 3))
    const labels = numberDocument(document(clause('a', 1, clause('b', 2, ...letters))))
    expect([25, 26, 27, 52].map(i => labels.get(`l${i}`)!.text)).toEqual(['(z)', '(aa)', '(bb)', '(aaa)'])
    const romans = Array.from({ length: 99 }, (_, i) => clause(`r${i + 1}`, 4))
    const counted = numberDocument(document(clause('c', 3, ...romans)))
    expect([4, 9, 14, 40, 49, 99].map(i => counted.get(`r${i}`)!.text)).toEqual([
      '(iv)',
      '(ix)',
      '(xiv)',
      '(xl)',
      '(xlix)',
      '(xcix)',
    ])
  })

  test('do not change the names of blocks when one is put in between', () => {
    const before = numberDocument(document(clause('a', 1), clause('b', 1)))
    const after = numberDocument(document(clause('a', 1), clause('new', 1), clause('b', 1)))
    expect([...before.keys()].every(id => after.has(id))).toBe(true)
    expect([before.get('b')!.text, after.get('b')!.text]).toEqual(['2', '3'])
  })
})

describe('a reference', () => {
  const body = [clause('a', 1, clause('a1', 2)), schedule('s', clause('s.x', 1, clause('s.y', 2)))]
  const numbering = numberDocument(document(...body))

  test('prints a clause bare, a schedule with its word, a paragraph with its schedule', () => {
    expect(['a1', 's', 's.y', 'nowhere'].map(id => referenceText(numbering, id))).toEqual([
      '1.1',
      'Schedule 1',
      'paragraph 1.1 of Schedule 1',
      undefined,
    ])
  })

  test('that leads nowhere is found wherever it stands', () => {
    const lost = { type: 'crossReference', target: 'lost' } as const
    const places: Block[] = [
      refTo('lost'),
      { type: 'heading', level: 1, children: [lost] },
      { type: 'para', children: [{ type: 'strong', children: [{ type: 'emphasis', children: [lost] }] }] },
      { type: 'bullets', items: [[refTo('lost')]] },
      { ...clause('c', 1), title: [lost] },
      { ...schedule('d'), title: [lost] },
      { type: 'definition', id: 'e', term: 'E', children: [refTo('lost')], from },
      { type: 'recital', id: 'f', children: [refTo('lost')], from },
      {
        type: 'table',
        id: 'g',
        caption: '',
        columns: [{ title: '', width: 1, align: 'left' }],
        rows: [{ id: 'h', cells: [{ children: [refTo('lost')] }] }],
        from,
      },
      { type: 'executionBlock', id: 'i', children: [], lines: [{ label: 'By', value: [lost] }], from },
    ]
    for (const block of places)
      expect(brokenReferences(document(block, refTo('a')), numbering), block.type).toEqual([lost])
  })
})
