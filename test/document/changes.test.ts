import { describe, expect, test } from 'vitest'
import { acceptAll, firstChange, rejectAll, resolveChanges } from '../../src/document/changes.ts'
import type { Block, Change, Changed, Document, Inline } from '../../src/document/nodes.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { renderText } from '../../src/render/text.ts'
import { bullets, clause, house, p, ref, schedule, table, titled } from '../render/docx/builders.ts'
import { everything } from '../render/docx/sample.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { hasValidator, validateDocx, validatorNote } from '../support/ooxml.ts'

const by = (kind: Change['kind'], author = 'Concordat'): Change => ({ kind, author, date: '2026-11-26' })
const words = (kind: Change['kind'], ...children: Inline[]): Changed => ({
  type: 'changed',
  change: by(kind),
  children,
})
const text = (text: string): Inline => ({ type: 'text', text })
const gone = <T extends Block>(block: T): T => ({ ...block, change: by('deleted') })
const come = <T extends Block>(block: T): T => ({ ...block, change: by('inserted') })

const costs = table(
  'money.table.costs',
  'Costs',
  [
    ['Partner', 1],
    ['Sum', 1, 'right'],
  ],
  ['Northvale', '£100'],
  ['Harrowdale', '£200'],
  ['Family Voice', '£300'],
)

/** A clause that went, one that came, and references to what is numbered after them. */
const document: Document = {
  ...everything,
  body: [
    gone(titled('name', 'Name', clause('name.one', 2, 'The partnership has a name.'))),
    titled(
      'board',
      'Board',
      clause(
        'board.one',
        2,
        p('The Board meets ', words('deleted', text('monthly')), words('inserted', text('weekly')), '.'),
      ),
      come(clause('board.two', 2, 'Its chair is elected.', bullets(['By ballot.'], ['By show of hands.']))),
      clause(
        'board.three',
        2,
        p('Money is under clause ', words('deleted', ref('money')), words('inserted', ref('money')), '.'),
        gone(p('An old explanation.')),
      ),
    ),
    come(titled('people', 'People', clause('people.one', 2, 'Staff stay with their employers.'))),
    gone(titled('moved', 'Audit', clause('moved.one', 2, p('See clause ', ref('moved'), '.')))),
    titled(
      'money',
      'Money',
      clause('money.one', 2, 'Each partner pays.', {
        ...costs,
        rows: costs.rows.map((row, i) =>
          i === 1
            ? { ...row, change: by('deleted') }
            : i === 2
              ? {
                  ...row,
                  cells: [
                    row.cells[0]!,
                    {
                      children: [
                        p(words('deleted', text('£300')), words('inserted', text('£400'))),
                        come(p('From April.')),
                      ],
                    },
                  ],
                }
              : row,
        ),
      }),
    ),
    come(titled('moved', 'Audit', clause('moved.one', 2, p('See clause ', ref('moved'), '.')))),
    gone(schedule('first', 'First', 'landscape', clause('first.one', 1, p('See ', ref('first'), '.')))),
    schedule(
      'second',
      'Second',
      'portrait',
      clause(
        'second.one',
        1,
        p('See ', words('deleted', ref('second.one')), words('inserted', ref('second.one')), '.'),
      ),
    ),
    come(schedule('third', 'Third', 'landscape', clause('third.one', 1, p('See ', ref('third.one'), '.')))),
  ],
}

const bodyText = (of: Document): string => {
  const whole = renderText(of, numberDocument(of))
  return whole.slice(whole.indexOf('\n\n', whole.indexOf('Reference:'))).trim()
}

describe('a document with tracked changes', () => {
  test('reads with old and new words and numbers side by side', () => {
    expect(bodyText(document)).toMatchInlineSnapshot(`
      "This draft was made from an intake file. It must be reviewed by a lawyer before anyone relies on it or signs it.

      [-1.  Name-]
      [-1.1  The partnership has a name.-]

      [-2-]{+1+}.  Board
      [-2.1-]{+1.1+}  The Board meets [-monthly-]{+weekly+}.
      {+1.2  Its chair is elected.+}
          {+-  By ballot.+}
          {+-  By show of hands.+}
      [-2.2-]{+1.3+}  Money is under clause [-4-]{+3+}.
          [-An old explanation.-]

      {+2.  People+}
      {+2.1  Staff stay with their employers.+}

      [-3.  Audit-]
      [-3.1  See clause 3.-]

      [-4-]{+3+}.  Money
      [-4.1-]{+3.1+}  Each partner pays.
          Costs
          | Partner | Sum |
          | Northvale | £100 |
          [-| Harrowdale | £200 |-]
          | Family Voice | [-£300-]{+£400+} / {+From April.+} |

      {+4.  Audit+}
      {+4.1  See clause 4.+}


      [-SCHEDULE 1  First-]
      [-1.  See Schedule 1.-]


      [-SCHEDULE 2-]{+SCHEDULE 1+}  Second
      1.  See [-paragraph 1-]{+paragraph 1+}.


      {+SCHEDULE 2  Third+}
      {+1.  See paragraph 1.+}"
    `)
  })

  test('reads as the newer text once all are accepted', () => {
    expect(firstChange(acceptAll(document))).toBeUndefined()
    expect(bodyText(acceptAll(document))).toMatchInlineSnapshot(`
      "This draft was made from an intake file. It must be reviewed by a lawyer before anyone relies on it or signs it.

      1.  Board
      1.1  The Board meets weekly.
      1.2  Its chair is elected.
          -  By ballot.
          -  By show of hands.
      1.3  Money is under clause 3.

      2.  People
      2.1  Staff stay with their employers.

      3.  Money
      3.1  Each partner pays.
          Costs
          | Partner | Sum |
          | Northvale | £100 |
          | Family Voice | £400 / From April. |

      4.  Audit
      4.1  See clause 4.


      SCHEDULE 1  Second
      1.  See paragraph 1.


      SCHEDULE 2  Third
      1.  See paragraph 1."
    `)
  })

  test('reads as the older text once all are rejected', () => {
    expect(firstChange(rejectAll(document))).toBeUndefined()
    expect(bodyText(rejectAll(document))).toMatchInlineSnapshot(`
      "This draft was made from an intake file. It must be reviewed by a lawyer before anyone relies on it or signs it.

      1.  Name
      1.1  The partnership has a name.

      2.  Board
      2.1  The Board meets monthly.
      2.2  Money is under clause 4.
          An old explanation.

      3.  Audit
      3.1  See clause 3.

      4.  Money
      4.1  Each partner pays.
          Costs
          | Partner | Sum |
          | Northvale | £100 |
          | Harrowdale | £200 |
          | Family Voice | £300 |


      SCHEDULE 1  First
      1.  See Schedule 1.


      SCHEDULE 2  Second
      1.  See paragraph 1."
    `)
  })

  test('can have one person’s changes settled and another’s left open', () => {
    const legal = { type: 'changed', change: by('inserted', 'Legal'), children: [text('and seal')] } as const
    const both: Document = { ...document, body: [p('Sign ', legal, words('inserted', text(' here')), '.')] }
    const settled = resolveChanges(both, ({ author }) => (author === 'Legal' ? 'accept' : 'keep'))
    expect(bodyText(settled)).toContain('Sign and seal{+ here+}.')
  })

  const file = renderDocx(document, numberDocument(document), house)

  test('makes a Word file without a fault', () => {
    expect(lintDocx(file)).toEqual([])
  })

  test.runIf(hasValidator)(`makes a Word file that is valid Open XML${validatorNote}`, async () => {
    expect(await validateDocx(file)).toEqual([])
  })
})
