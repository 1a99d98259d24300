import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings/finding.ts'
import { countFindings, report, reportShort } from '../../src/findings/report.ts'
import { reportGaps } from '../../src/findings/report-gaps.ts'
import { toJson } from '../../src/findings/report-json.ts'

const text = 'name: Hubs\n  form: one\n\ttabbed: two\n'
const at = (line: number, column: number, endColumn: number, path?: string) => ({
  file: 'data/park.yaml',
  ...(path ? { path } : {}),
  start: { line, column },
  end: { line, column: endColumn },
})
const wrong: Finding = {
  code: 'ANS-03',
  severity: 'error',
  message: "Form: 'one' is not one of the choices",
  hint: 'Choose from: a, b',
  place: at(2, 9, 12, 'partners[2].form'),
  related: [{ message: 'First used here', place: at(1, 7, 11) }],
  source: 'Code 9.2',
}
const doubtful: Finding = { code: 'YAML-04', severity: 'warning', message: 'Look', place: at(1, 7, 11) }
const placeless: Finding = { code: 'OUT-01', severity: 'error', message: 'No folder' }
const texts = new Map([['data/park.yaml', text]])

describe('the report for people', () => {
  it('shows the line with carets, the hint, the rule and a count, in the order of the file', () => {
    expect(report([placeless, wrong, doubtful], { texts })).toBe(`warning YAML-04: Look
  data/park.yaml:1:7
  1 | name: Hubs
    |       ^^^^

error ANS-03: Form: 'one' is not one of the choices
  data/park.yaml:2:9  partners[2].form
  2 |   form: one
    |         ^^^
  see: First used here
  data/park.yaml:1:7
  1 | name: Hubs
    |       ^^^^
  hint: Choose from: a, b
  rule: Code 9.2

error OUT-01: No folder

2 errors, 1 warning
`)
  })

  it('says nothing when there is nothing to say', () => expect(report([], { texts })).toBe(''))

  it('does without the source line when it has no text for the file', () => {
    expect(report([doubtful])).toBe('warning YAML-04: Look\n  data/park.yaml:1:7\n\n1 warning\n')
  })

  const lineAndCarets = (source: string, column: number, endColumn: number) => {
    const place = { file: 'f', start: { line: 1, column }, end: { line: 1, column: endColumn } }
    const lines = report([{ ...doubtful, place }], { texts: new Map([['f', source]]) }).split('\n')
    return [lines[2]!.slice(6), lines[3]!.slice(6)] as const
  }

  it('keeps carets under the text after tabs and wide characters', () => {
    expect(lineAndCarets('\tab', 2, 4)).toEqual(['    ab', '    ^^'])
    expect(lineAndCarets('日本: x', 5, 6)).toEqual(['日本: x', '      ^'])
    expect(lineAndCarets('e\u0301: x', 5, 6)).toEqual(['e\u0301: x', '   ^'])
  })

  it.each([
    [1, 301],
    [1, 5],
    [150, 155],
    [296, 301],
    [301, 301],
  ])('cuts a long line to 100 columns round columns %d to %d', (column, endColumn) => {
    const long = Array.from({ length: 300 }, (_, i) => String(i % 10)).join('')
    const [line, carets] = lineAndCarets(long, column, endColumn)
    expect(line.length).toBeLessThanOrEqual(100)
    expect(carets.length).toBeLessThanOrEqual(100)
    expect(line[carets.indexOf('^')] ?? '').toBe(long[column - 1] ?? '')
  })

  it('never sends control characters or direction marks to a terminal', () => {
    const place = { file: 'f\x1b', start: { line: 1, column: 1 }, end: { line: 1, column: 3 } }
    const nasty: Finding = { ...doubtful, message: 'a\x1b[31m\u202e', hint: '\x07', place }
    const shown = report([nasty], { texts: new Map([['f\x1b', '\x1b[2Jx\u202e']]) }) + reportShort([nasty])
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  it('leaves colour to the edge', () => {
    const painted = report([doubtful], { texts, paint: (style, text) => `<${style}>${text}</>` })
    expect(painted).toContain('<warning>warning YAML-04</>: Look')
    expect(painted).toContain('<warning>^^^^</>')
  })
})

describe('the other reports', () => {
  it('has a line for each finding that editors can follow', () => {
    expect(reportShort([wrong, placeless])).toBe(
      "data/park.yaml:2:9: error ANS-03 Form: 'one' is not one of the choices\nerror OUT-01 No folder\n",
    )
  })

  it('counts in words', () => {
    expect(countFindings([wrong, wrong, doubtful, { ...doubtful, severity: 'gap' }])).toBe(
      '2 errors, 1 warning, 1 question to answer',
    )
    expect(countFindings([])).toBe('')
  })

  it('gives JSON with every key present', () => {
    expect(toJson([placeless, wrong])).toEqual({
      version: 1,
      counts: { error: 2, warning: 0, gap: 0, note: 0 },
      findings: [
        {
          code: 'ANS-03',
          severity: 'error',
          message: "Form: 'one' is not one of the choices",
          hint: 'Choose from: a, b',
          place: {
            file: 'data/park.yaml',
            path: 'partners[2].form',
            line: 2,
            column: 9,
            endLine: 2,
            endColumn: 12,
          },
          related: [
            {
              message: 'First used here',
              place: { file: 'data/park.yaml', path: null, line: 1, column: 7, endLine: 1, endColumn: 11 },
            },
          ],
          owner: null,
          stage: null,
          source: 'Code 9.2',
        },
        {
          code: 'OUT-01',
          severity: 'error',
          message: 'No folder',
          hint: null,
          place: null,
          related: [],
          owner: null,
          stage: null,
          source: null,
        },
      ],
    })
  })

  it('lists what is missing by who answers, then by the stage that waits', () => {
    const gap = (
      path: string,
      message: string,
      line: number,
      owner: Finding['owner'],
      stage: Finding['stage'],
    ): Finding => ({
      code: 'GAP-01',
      severity: 'gap',
      message,
      place: at(line, 1, 5, path),
      ...(owner ? { owner } : {}),
      ...(stage ? { stage } : {}),
    })
    const gaps = [
      gap('finance.total', 'What is the total?', 40, 'finance', 'sign_off'),
      gap('vision', 'What is the vision?', 9, undefined, 'draft'),
      gap('vat', 'Who pays VAT?', 30, 'finance', 'draft'),
      gap('area', 'Which area?', 3, 'officer', 'draft'),
    ]
    expect(
      reportGaps([wrong, ...gaps], {
        owners: { officer: 'Partnership officer' },
        stages: { draft: 'Before drafting' },
      }),
    ).toBe(
      `Partnership officer (2)
  Before drafting
    area — Which area? (line 3)
    vision — What is the vision? (line 9)

Finance (2)
  Before drafting
    vat — Who pays VAT? (line 30)
  Sign off
    finance.total — What is the total? (line 40)
`,
    )
    expect(reportGaps([wrong])).toBe('')
  })
})
