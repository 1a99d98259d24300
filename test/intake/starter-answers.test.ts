/** Answers known before a new intake is written stand in it letter for letter, and decide which questions follow. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { isPrintable } from '../../src/intake/reading/characters.ts'
import type { Intake } from '../../src/intake/schema.ts'
import { writeYamlScalar } from '../../src/intake/yaml-scalar.ts'
import { anyCharacter } from '../support/any-character.ts'
import { answersOf, council, nothingMoves, readBack, start } from './starter-file.ts'

/** What YAML, or our reader, might take for something else than a text. */
const awkward: readonly string[] = [
  'no',
  '12:30',
  '# x',
  'a # b',
  '&',
  '& Sons',
  '*',
  "O'Brien",
  '"quoted"',
  'Ŵyn',
  'none',
  'tbc',
  'null',
  '~',
  'n/a',
  '012',
  '1_000',
  '0x1F',
  '2026-04-01',
  '1e3',
  'yes: no',
  '- x',
  '? x',
  '{a}',
  '[b]',
  '| x',
  '> y',
  '%z',
  '@home',
  '`c`',
  '!tag',
  ' leading',
  'trailing ',
  '“curly”',
  'back\\slash',
  'tab\there',
  '<<',
  '=',
  ':',
  '-',
  '---',
]

/** The texts four by four; the last of them with the first ones again. */
const inFours = (texts: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(texts.length / 4) }, (_, row) =>
    [0, 1, 2, 3].map(column => texts[(4 * row + column) % texts.length]!),
  )

describe('answers that are known already', () => {
  const line = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.string({ unit: anyCharacter, minLength: 1, maxLength: 20 }),
      fc
        .array(fc.constantFrom(...`:#&*!|>%@\`'"{}[],?- \t~=<“”‘’no12.Ŵ\\`), { minLength: 1, maxLength: 12 })
        .map(parts => parts.join('')),
    )
    .filter(text => text.trim() !== '' && isPrintable(text) && !/[\n\r]/.test(text))

  it('reads every text back letter for letter', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 6, maxLength: 6 }), texts => {
        const [name = '', reference, position, partner = '', stakeholder = '', seat] = texts
        const facts: Intake = {
          name,
          reference,
          lead_officer: { position },
          partners: [{ id: 'other', legal_name: partner, is_host_council: false }],
          stakeholders: [stakeholder],
          secondments: [{ line_manager: seat }],
        }
        const { value, findings } = readBack(start('joint_venture', facts))
        expect(findings.filter(finding => finding.severity === 'error')).toEqual([])
        const { intake } = value!
        expect([intake.name, intake.reference, intake.lead_officer]).toEqual([name, reference, { position }])
        expect(intake.partners?.map(({ legal_name }) => legal_name)).toEqual([council.name, partner])
        expect(intake.stakeholders).toEqual([stakeholder])
        expect(intake.secondments).toEqual([{ line_manager: seat }])
      }),
      // Ninety texts, others each time.
      { numRuns: 15 },
    )
  }, 60_000)

  // Four to an intake, in places of each kind.
  it.each(inFours(awkward))('reads %j, %j, %j and %j back as typed', (...texts) => {
    const [name, reference, position, stakeholder] = texts
    const facts: Intake = { name, reference, lead_officer: { position }, stakeholders: [stakeholder!] }
    const { value, findings } = readBack(start('other', facts))
    // Words for "not known yet" are kept as typed and pointed out.
    expect(findings.map(({ code }) => code)).toEqual(texts.includes('tbc') ? ['YAML-04'] : [])
    expect(value?.intake).toMatchObject(facts)
  })

  it('keeps a text of several paragraphs', () => {
    const vision = 'First.\n\n- one\n- two: 2 # 3'
    expect(answersOf(start('other', { vision })).intake.vision).toBe(vision)
  })

  it('writes money, numbers, dates, choices, yes and no as the reader takes them', () => {
    const facts: Intake = {
      finance: { has_finance: true, total: 12_500_050, virement_limit: 500_000 },
      term: { kind: 'fixed', start: '2027-04-01' },
      review: { frequency_months: 12 },
      contributions: [{ partner: 'council', share: 12.5, kind: 'cash' }],
      joining_allowed: false,
    }
    const { intake } = answersOf(start('service_delivery', facts))
    expect(intake).toMatchObject(facts)
  })

  it('writes none for an empty list, which then decides', () => {
    const answers = answersOf(start('other', { secondments: [] }))
    expect(answers.stateOf(['secondments'])).toEqual({ state: 'none' })
    expect(deriveConditions(answers.intake, answers.stateOf).secondment).toBe(false)
  })

  it('never loses an answer that the rest makes needless', () => {
    const facts: Intake = { finance: { has_finance: false }, banking: 'its own account' }
    expect(answersOf(start('formal_forum', facts)).intake.banking).toBe('its own account')
  })

  it('gives the host council its lead officer', () => {
    const { intake } = answersOf(start('other', { lead_officer: { name: 'A: B', position: 'Head' } }))
    expect(intake.partners?.[0]?.lead_officer).toBe('A: B, Head')
  })

  it('leaves out what the legal form of a partner settles', () => {
    const trust = {
      id: 'trust',
      legal_name: 'Trust',
      legal_form: 'nhs_trust',
      is_host_council: false,
    } as const
    expect(start('other', { partners: [trust] })).not.toMatch(
      /charity_number|registered_number|legal_form_other/,
    )
    const charity = start('other', { partners: [{ ...trust, legal_form: 'cio' }] })
    expect(charity).toMatch(/# \(required\) What is its charity number\?/)
  })

  it('is shorter when little happens', () => {
    const quiet = start('formal_forum', nothingMoves).split('\n').length
    expect(quiet).toBeLessThan(start('formal_forum').split('\n').length * 0.75)
  })
})

describe('one answer as YAML', () => {
  it('is a single line that any YAML reader takes for the same text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, value => {
        const written = writeYamlScalar(value)
        expect(written).not.toContain('\n')
        expect(parse(`k: ${written}`)).toEqual({ k: value })
        expect(parse(`k: ${written}`, { version: '1.1' })).toEqual({ k: value })
      }),
      { numRuns: 500 },
    )
  })
})
