/** The rules about scope, parties, dates, approvals and the rest of that family: their readings, settings and words. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAnswers } from '../../src/intake/read.ts'
import { suggestedReadings } from '../../src/intake/readings.ts'
import { partyRules } from '../../src/intake/rules/parties.ts'
import type { RuleSettings } from '../../src/intake/rules/rule.ts'
import { runRules } from '../../src/intake/rules/run-rules.ts'
import { complete } from '../data/examples.ts'
import { asAt, settings } from '../support/rule-settings.ts'

const codes = new Set<string>(partyRules.map(({ code }) => code))

/** What the family says of an intake, under settings that may differ from the council's. */
function findingsOf(text: string, changed: Partial<RuleSettings> = {}, day = asAt) {
  const { value, findings } = readAnswers({ file: 'intake.yaml', bytes: new TextEncoder().encode(text) })
  if (!value) throw new Error(findings.map(({ message }) => message).join('\n'))
  return runRules(value, { ...settings, ...changed }, day).filter(({ code }) => codes.has(code))
}

const codesOf = (...args: Parameters<typeof findingsOf>) => findingsOf(...args).map(({ code }) => code)

const council = (changed: Partial<RuleSettings['council']>) => ({
  council: { ...settings.council, ...changed },
})

describe('the rules about parties and approvals', () => {
  it.each(complete)('are silent on the complete example $name', ({ answers }) => {
    const said = runRules(answers, settings, asAt).filter(({ code }) => codes.has(code))
    expect(said.map(({ code, message }) => `${code} ${message}`)).toEqual([])
  })

  it.each(['bad', 'good'])('have each a case in test/%s', folder => {
    const cases = readdirSync(new URL(`../${folder}`, import.meta.url))
    expect([...codes].filter(code => !cases.some(name => name.startsWith(code)))).toEqual([])
  })

  it('name an authority and the requirements that they serve', () => {
    for (const { code, source, requirements } of partyRules) {
      expect(source, code).not.toBe('')
      expect(requirements.length, code).toBeGreaterThan(0)
      for (const number of requirements) expect(number, code).toMatch(/^(?:R\d{3}|Z\d{1,2})$/)
    }
  })

  it('have one rule to a code', () => {
    expect(codes.size).toBe(partyRules.length)
  })
})

describe('Procurement’s or Legal’s view before talks (Z23)', () => {
  const oneInTime = `early_views:
  procurement:
    date: 2026-03-09
  legal:
    date: 2026-04-01
  first_discussion_date: 2026-03-23
`
  it('is content with one of the two when the Code is read so', () => {
    const [excused, ...more] = findingsOf(oneInTime, { readings: { ...suggestedReadings, Z23: 'either' } })
    expect(more).toEqual([])
    expect(excused).toMatchObject({ code: 'DATE-08', severity: 'note' })
    expect(excused?.message).toContain('(Z23)')
  })

  it('asks for both when the Code is read so, and says how it is read', () => {
    const [late, ...more] = findingsOf(oneInTime, { readings: { ...suggestedReadings, Z23: 'both' } })
    expect(more).toEqual([])
    expect(late).toMatchObject({ code: 'DATE-08', place: { start: { line: 5 } } })
    expect(late?.message).toContain('read to ask for both views first')
  })
})

describe('what the council’s settings say', () => {
  it('decides within how many months the first review falls', () => {
    const text = 'term:\n  start: 2027-01-01\nreview:\n  first_date: 2027-08-01\n  frequency_months: 12\n'
    expect(codesOf(text)).toEqual([])
    expect(codesOf(text, council({ reviewWithinMonths: 6 }))).toEqual(['DATE-03', 'DATE-03'])
  })

  it('decides from what sum the Executive is needed', () => {
    const text =
      'finance:\n  has_finance: true\n  total: 60000\napprovals:\n  executive:\n    needed: false\n    decided_by: the Leader\n'
    expect(codesOf(text)).toEqual([])
    const [fault] = findingsOf(text, council({ executiveOver: 50_000 }))
    expect(fault?.message).toContain('£60,000 is over £50,000')
    expect(fault?.related?.map(({ place }) => place.start.line)).toEqual([3])
  })

  it('decides whether a pooled fund goes to the Executive', () => {
    const text =
      'finance:\n  has_finance: true\nbudget_model: pooled\napprovals:\n  executive:\n    needed: false\n    decided_by: the Leader\n'
    expect(codesOf(text)).toEqual(['APPR-05'])
    expect(codesOf(text, council({ pooledFundNeedsExecutive: false }))).toEqual([])
  })

  it('decides whether the Council may sign or seal electronically', () => {
    const hand = `partners:
  - { id: council, is_host_council: true, execution: { method: under_hand } }
execution:
  electronic: true
`
    const seal = 'execution:\n  constitution_permits_esealing: true\n'
    expect(codesOf(hand, council({ permitsElectronicSignature: true }))).toEqual([])
    expect(codesOf(hand, council({ permitsElectronicSignature: false }))).toEqual(['EXEC-02'])
    expect(codesOf(seal, council({ permitsElectronicSealing: true }))).toEqual([])
    expect(codesOf(seal, council({ permitsElectronicSealing: false }))).toEqual(['EXEC-02'])
  })
})

describe('figures of the law', () => {
  const assistance =
    'finance:\n  has_finance: true\nsubsidy:\n  assessed: true\n  route: mfa\n  mfa_total_3y: 400000\n'

  it('count only from the day on which they hold', () => {
    expect(codesOf(assistance, {}, '2023-01-04')).toEqual(['SUB-01'])
    expect(codesOf(assistance, {}, '2023-01-03')).toEqual([])
  })

  it('are printed with that day', () => {
    const [fault] = findingsOf(assistance)
    expect(fault?.message).toBe(
      'Minimal financial assistance of £400,000 is over the limit of £315,000 in force since 4 January 2023',
    )
  })

  it('tell a sensitive sector from the rest', () => {
    const text = (total: number) =>
      `finance:\n  has_finance: true\n  total: ${total}\nsubsidy:\n  assessed: true\n  route: principles\n`
    const referral = (total: number) => findingsOf(text(total)).find(({ code }) => code === 'SUB-01')?.message
    expect(referral(5_000_000)).toBeUndefined()
    expect(referral(25_000_000)).toContain('over £5,000,000 in a sensitive sector')
    expect(referral(25_000_001)).toContain('over £25,000,000 must be referred')
  })
})

describe('the day of the check', () => {
  it('decides whether a record can have been made', () => {
    const text = 'approvals:\n  legal:\n    date: 2026-12-01\n    content_hash: 4e5ad43be7f7e071\n'
    expect(codesOf(text, {}, '2026-12-01')).toEqual([])
    const [fault] = findingsOf(text, {}, '2026-11-30')
    expect(fault?.message).toBe(
      'Legal’s approval is dated 1 December 2026, which is after the day of this check, 30 November 2026',
    )
  })
})

describe('answers that contradict each other', () => {
  it('are shown side by side, each with its place', () => {
    const text = 'term:\n  start: 2026-10-01\nagreement_date: 2026-10-05\n'
    const [fault] = findingsOf(text)
    expect(fault).toMatchObject({
      code: 'DATE-06',
      message: 'The agreement is dated 5 October 2026, after the start on 1 October 2026',
      place: { path: 'agreement_date', start: { line: 3 } },
      related: [{ place: { path: 'term.start', start: { line: 2 } } }],
    })
  })

  it('are left alone while one of them is disputed', () => {
    const text = `term:
  start:
    disputed:
      - { value: 2026-10-01, source: the minutes }
      - { value: 2026-11-01, source: the offer }
agreement_date: 2026-10-05
`
    expect(codesOf(text)).toEqual([])
  })
})

describe('legal forms', () => {
  it('are printed in words', () => {
    const [fault] = findingsOf('partners:\n  - { id: trust, legal_form: nhs_ft, foi_body: false }\n')
    expect(fault?.message).toBe(
      'trust is said not to be under freedom of information, but it is an NHS foundation trust, which is a public authority',
    )
  })
})

describe('advice', () => {
  it('that is missing goes to the one who gives it', () => {
    const owners = findingsOf('consultation:\n  - { row: equality, followed: not_applicable }\n').map(
      ({ code, owner }) => `${code} ${owner}`,
    )
    expect(owners).toEqual(
      [
        'officer',
        'legal',
        'finance',
        'procurement',
        'risk_insurance',
        'ict',
        'hr',
        'performance',
        'performance',
        'information_governance',
      ].map(owner => `APPR-08 ${owner}`),
    )
  })
})
