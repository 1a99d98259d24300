import { describe, expect, it } from 'vitest'
import { codesOf, read, readGood } from './small-schema.ts'

const answerTo = (key: string, typed: string) => readGood(`${key}: ${typed}\n`).intake[key]
const hintOf = (key: string, typed: string) =>
  read(`${key}: ${typed}\n`)
    .findings.map(({ hint }) => hint)
    .join('; ')

describe('reading one answer', () => {
  it.each([
    ['no', 'no'],
    ['012', '012'],
    ['07946000000', '07946000000'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.10', '1.10'],
    ['12:30', '12:30'],
    ['1e3', '1e3'],
    ['0x1F', '0x1F'],
    ['2026-04-01', '2026-04-01'],
    ['.inf', '.inf'],
    ['£1,000', '£1,000'],
    ["Tresco's & Co", "Tresco's & Co"],
    ['"null"', 'null'],
    ['"none"', 'none'],
    ['Cyngor Sir Ŵ 日本', 'Cyngor Sir Ŵ 日本'],
    ['"  spaced  "', '  spaced  '],
  ])('keeps text as typed: %s', (typed, value) => expect(answerTo('name', typed)).toBe(value))

  it('folds the lines of a one-line text and keeps those of a long one', () => {
    const { intake } = readGood('name: |\n  Family\n  hubs\nstory: |\n  One.\n\n  - two\n  - three\n')
    expect(intake).toEqual({ name: 'Family hubs', story: 'One.\n\n- two\n- three' })
  })

  it('reads files with a byte-order mark, Windows or old Mac line endings', () => {
    expect(readGood('\ufeffname: a\r\nstory: |\r\n  b\r\n  c\r\n').intake).toEqual({
      name: 'a',
      story: 'b\nc',
    })
    expect(readGood('name: a\rstory: b\r').intake).toEqual({ name: 'a', story: 'b' })
  })

  it.each([
    ['people', '1', 1],
    ['people', '"12"', 12],
    ['cost', '125000', 12_500_000],
    ['cost', '125,000.5', 12_500_050],
    ['cost', '£125,000.00', 12_500_000],
    ['cost', '0.07', 7],
    ['cost', '0.29', 29],
    ['cost', '0', 0],
    ['share', '12.5', 12.5],
    ['share', '12.5%', 12.5],
    ['share', '100', 100],
    ['start', '2028-02-29', '2028-02-29'],
    ['open', 'Yes', true],
    ['open', 'no', false],
    ['open', 'FALSE', false],
    ['open', 'y', true],
    ['open', 'off', false],
    ['colour', 'dark_blue', 'dark_blue'],
    ['colour', 'none', 'none'],
  ])('%s: %s gives %s', (key, typed, value) => expect(answerTo(key, typed)).toBe(value))

  it('accepts thousands with a comma in a whole number, then holds it to its limits', () => {
    expect(codesOf('people: 1,000\n')).toEqual(['ANS-07'])
    expect(hintOf('people', '1,000')).toContain('500 or less')
  })

  it.each([
    ['people', '1.5', 'ANS-02', 'without a decimal point'],
    ['people', '012', 'ANS-02', 'Write 12'],
    ['people', '12 people', 'ANS-02', 'Write 12 without the unit'],
    ['people', '0', 'ANS-07', '1 or more'],
    ['people', '1,00', 'ANS-02', 'in figures'],
    ['people', '99999999999999999999', 'ANS-07', 'smaller'],
    ['cost', '125k', 'ANS-02', 'Write 125,000 if'],
    ['cost', '£1.2 million', 'ANS-02', 'Write 1,200,000 if'],
    ['cost', '1.23456k', 'ANS-02', 'Write 1,234.56 if'],
    ['cost', `${'9'.repeat(40)} bn`, 'ANS-02', 'Write pounds in figures'],
    ['cost', `${'9'.repeat(400)} bn`, 'ANS-02', 'Write pounds in figures'],
    ['cost', '1.000,50', 'ANS-02', 'in figures'],
    ['cost', '10.005', 'ANS-02', 'two decimals'],
    ['cost', '-5', 'ANS-07', 'without a sign'],
    ['share', '101', 'ANS-07', '0 to 100'],
    ['share', 'half', 'ANS-02', '12.5'],
    ['start', '01/04/2026', 'ANS-04', 'Write 2026-04-01 if you mean 1 April 2026'],
    ['start', '1 April 2026', 'ANS-04', 'Write 2026-04-01 if'],
    ['start', '1st Apr 26', 'ANS-04', 'Write 2026-04-01 if'],
    ['start', 'April 1, 2026', 'ANS-04', 'Write 2026-04-01 if'],
    ['start', 'Wednesday 1 April 2026', 'ANS-04', 'Write 2026-04-01 if'],
    ['start', '2026-4-1', 'ANS-04', 'Write 2026-04-01 if'],
    ['start', '31/02/2026', 'ANS-04', 'exists'],
    ['start', '2027-02-29', 'ANS-04', 'day'],
    ['start', '2026-13-01', 'ANS-04', 'month'],
    ['start', '0206-04-01', 'ANS-04', 'year'],
    ['start', 'next spring', 'ANS-04', '2026-04-01'],
    ['open', 'perhaps', 'ANS-02', 'yes or no'],
    ['colour', 'Dark Blue', 'ANS-03', 'Did you mean dark_blue?'],
    ['colour', 'dark-blue', 'ANS-03', 'Did you mean dark_blue?'],
    ['colour', 'green', 'ANS-03', 'Choose from: dark_blue, red, none'],
    ['host', 'nobody', 'ANS-06', 'partners'],
    ['tags', 'one, two', 'ANS-02', '- one, two'],
  ])('refuses %s: %s with what to type', (key, typed, code, hint) => {
    expect(codesOf(`${key}: ${typed}\n`)).toEqual([code])
    expect(hintOf(key, typed)).toContain(hint)
  })

  it.each(['', '~', 'null', '""', '"  "', 'tbc', 'TBC', 'To be confirmed', '?', 'n/k', '  # a comment'])(
    'takes %j as not answered, in any kind of question',
    typed => {
      const keys = [
        'name',
        'story',
        'people',
        'cost',
        'share',
        'start',
        'open',
        'colour',
        'host',
        'tags',
        'partners',
        'money',
      ]
      const { intake, findings, stateOf } = readGood(keys.map(key => `${key}: ${typed}\n`).join(''))
      expect(intake).toEqual({})
      expect(findings).toEqual([])
      expect(stateOf(['name'])).toBeUndefined()
    },
  )

  it('leaves out blank items and groups that hold no answer', () => {
    const { intake } = readGood(
      'tags:\n  - a\n  -\n  - tbc\n  - b\npartners:\n  - id:\n    name:\n  - id: x\nmoney:\n  funder:\n',
    )
    expect(intake).toEqual({ tags: ['a', 'b'], partners: [{ id: 'x' }] })
  })

  it('shows an illegal character rather than dropping it', () => {
    const { findings } = read('name: "a\\u202Eb\\uFFFE"\ntags: ["x\ue000"]\n')
    expect(findings.map(({ code, place }) => [code, place?.start.column])).toEqual([
      ['TXT-01', 9],
      ['TXT-01', 16],
      ['TXT-01', 10],
    ])
    expect(findings[0]?.message).toContain('U+202E')
  })

  it('lets emoji, accents and a surrogate pair written as two escapes through', () => {
    expect(answerTo('name', '"\\ud83d\\ude00 😀 é"')).toBe('😀 😀 é')
  })
})
