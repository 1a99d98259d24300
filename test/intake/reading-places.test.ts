import { describe, expect, it } from 'vitest'
import { textForReport } from '../../src/intake/reading/decode.ts'
import { codesOf, read, readGood } from './small-schema.ts'

const text = `name: Hubs
start:
money:
  funder: The Fund
partners:
  -
  - id: borough
    name: The Borough
  - name: No id
`

describe('where an answer stands', () => {
  const { placeOf, intake } = readGood(text)
  const spot = (...keys: (string | number)[]) => {
    const { path, start, end } = placeOf(keys)
    return `${path} ${start.line}:${start.column}-${end?.column}`
  }

  it('is the value, for one that is answered', () => {
    expect(spot('name')).toBe('name 1:7-11')
    expect(spot('money', 'funder')).toBe('money.funder 4:11-19')
  })

  it('counts items as the answers do, and names them by id', () => {
    expect((intake.partners as unknown[]).length).toBe(2)
    expect(spot('partners', 0, 'name')).toBe('partners[borough].name 8:11-22')
    expect(spot('partners', 0)).toBe('partners[borough] 7:5-16')
    expect(spot('partners', 1, 'name')).toBe('partners[2].name 9:11-16')
  })

  it('is the key, for a question left blank', () => expect(spot('start')).toBe('start 2:1-6'))

  it('is the nearest group above, for one that is missing', () => {
    expect(spot('money', 'holder')).toBe('money.holder 3:1-6')
    expect(spot('partners', 1, 'id')).toBe('partners[2].id 9:5-16')
  })

  it('is the section before it in the form, for one that is missing with every group round it', () => {
    const { placeOf } = readGood('# A remark.\n\nhost: a\npartners:\n  - { id: a, name: b }\n')
    const near = (...keys: (string | number)[]) => {
      const { path, start, isNearby } = placeOf(keys)
      return `${path} ${start.line} ${isNearby ? 'nearby' : 'there'}`
    }
    expect(near('partners', 0, 'name')).toBe('partners[a].name 5 there')
    expect(near('tags')).toBe('tags 3 nearby')
    expect(near('money', 'holder')).toBe('money.holder 4 nearby')
    // Nothing comes before it, so the first answer has to do.
    expect(near('name')).toBe('name 3 nearby')
  })
})

describe('an intake as a whole', () => {
  it('suggests the name that was meant, here or elsewhere', () => {
    const hint = (typed: string) => read(typed).findings[0]?.hint
    expect(hint('nmae: x\n')).toBe('Did you mean name?')
    expect(hint('Open To All: x\nStart: x\n')).not.toBe('Did you mean start?')
    expect(hint('funder: x\n')).toBe('This question is at money.funder')
    expect(hint('partners:\n  - id: a\n    funder: x\n')).toBe('This question is at money.funder')
    expect(hint('zzz: x\n')).toContain('intake guide')
  })

  it('knows an id used twice and a reference to nothing', () => {
    const { findings } = read('host: ba\npartners:\n  - id: a\n  - id: b\n  - id: a\n')
    expect(findings.map(({ code, place }) => [code, place?.start.line])).toEqual([
      ['ANS-06', 1],
      ['ANS-05', 5],
    ])
    expect(findings[1]?.related?.[0]?.place.start.line).toBe(3)
  })

  it('gives no answers when there is an error, and every finding at once', () => {
    const { value, findings } = read('name: a: b\nstart: 1/4/26\nnope: x\ncost: lots\n')
    expect(value).toBeUndefined()
    expect(findings.map(({ code }) => code)).toEqual(['YAML-01', 'ANS-04', 'ANS-01', 'ANS-02'])
  })

  it('keeps the owner and the stage of the question', () => {
    expect(read('cost: lots\nstory: [a]\n').findings).toMatchObject([
      { owner: 'finance', stage: 'sign_off' },
      { owner: 'legal', stage: 'draft' },
    ])
  })

  it.each([
    ['', 'YAML-01'],
    ['# only a comment\n', 'YAML-01'],
    ['---\n', 'YAML-01'],
    ['- a\n- b\n', 'YAML-01'],
    ['just words\n', 'YAML-01'],
    ['"quoted"\n', 'YAML-01'],
    ['name: a\n...\nstart: b\n', 'YAML-03'],
  ])('refuses the file %j', (typed, code) => expect(codesOf(typed)).toEqual([code]))

  it('refuses what is not UTF-8 and says where', () => {
    const { findings } = read(
      new Uint8Array([...new TextEncoder().encode('name: é\nalias: '), 0xa3, 0x31, 0x0a]),
    )
    expect(findings).toMatchObject([{ code: 'FILE-03', place: { start: { line: 2, column: 8 } } }])
    expect(codesOf(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toEqual(['FILE-03'])
    expect(read(new TextEncoder().encode('PK\x03\x04rest')).findings[0]).toMatchObject({
      message: expect.stringContaining('Word'),
      hint: expect.stringMatching(/^Give the intake, .*concordat amend with --from$/),
    })
    // What it is says more than how long it is.
    const pack = new TextEncoder().encode(`%PDF-1.7${' '.repeat(2_000_000)}`)
    expect(read(pack).findings.map(({ message }) => message)).toEqual([
      'This is a PDF file, not plain text in UTF-8',
    ])
    expect(codesOf(new Uint8Array([0x6e, 0x61, 0xe2, 0x82]))).toEqual(['FILE-03'])
  })

  it('has a text for the report of what it could not read', () => {
    expect(textForReport(new Uint8Array([0x61, 0x0d, 0xa3]))).toBe('a\n\ufffd')
  })

  it('refuses sizes beyond the limits in one finding', () => {
    expect(codesOf(`name: ${'x'.repeat(10_000_000)}\n`)).toEqual(['FILE-02'])
    expect(codesOf(`partners:\n${'  - id: a\n    name: b\n'.repeat(4000)}`)).toEqual(['FILE-02'])
    expect(codesOf(`name: ${'['.repeat(900_000)}`)).toEqual(['FILE-02'])
    expect(codesOf('a: b\n'.repeat(190_000))).toEqual(['FILE-02'])
    expect(codesOf('&a '.repeat(300_000))).toEqual(['FILE-02'])
    expect(codesOf('\n'.repeat(900_000))).toEqual(['FILE-02'])
  })

  it('reads an answer of nearly a megabyte and 500 partners', () => {
    const story = '  Sixty characters of a long story that goes on and on.\n'.repeat(16_000)
    const partners = Array.from({ length: 500 }, (_, i) => `  - id: p${i}\n    name: Partner ${i}\n`).join('')
    const { intake } = readGood(`story: |\n${story}partners:\n${partners}host: p499\n`)
    expect((intake.partners as unknown[]).length).toBe(500)
    expect(String(intake.story).length).toBeGreaterThan(800_000)
  })
})
