/** The schema against the dictionary it transcribes, and against the promises that its readers rely on. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { conditionNames } from '../../src/intake/condition-names.ts'
import { fieldAt, intakeFields, intakeSchema, isNeeded, sections } from '../../src/intake/schema.ts'
import { dictionaryPaths, movedPaths, replacedPaths } from './dictionary-paths.ts'

const decision = readFileSync(
  new URL('../../docs/decisions/0004-intake-dictionary.md', import.meta.url),
  'utf8',
)
const questions = intakeFields.filter(({ field }) => field.kind !== 'group' && field.kind !== 'list')

const needs = (path: string) => fieldAt(path)?.need

describe('the dictionary', () => {
  test('is transcribed without a path twice', () => {
    expect(new Set(dictionaryPaths).size).toBe(dictionaryPaths.length)
    expect(dictionaryPaths.length).toBeGreaterThan(320)
  })

  test('has every field in the schema at its path', () => {
    const missing = dictionaryPaths
      .filter(path => !replacedPaths.includes(path))
      .map(path => movedPaths[path] ?? path)
      .filter(path => !fieldAt(path))
    expect(missing).toEqual([])
  })

  test('has every departure explained in the decision record', () => {
    const departures = [...Object.keys(movedPaths), ...Object.values(movedPaths), ...replacedPaths]
    expect(departures.filter(path => !decision.includes(`\`${path}\``))).toEqual([])
  })

  test.each([
    ['term.end', 'fixed_term'],
    ['decisions.weights', 'weighted_voting'],
    ['decisions.delegation_limit', 'finance'],
    ['partners[].vat_status', 'finance'],
    ['pool.administrator', 'pooled'],
    ['grant.funder', 'grant'],
    ['accountable_body.cashflow_limit', 'accountable_body'],
    ['s75.pool_manager', 's75'],
    ['procurement.exemption', 'not_procured'],
    ['procurement.procedure', 'procured'],
    ['employment.employer', 'employed_staff'],
    ['volunteers.training', 'volunteers'],
    ['tupe.pensions', 'tupe'],
    ['safeguarding.lead', 'vulnerable_clients'],
    ['csp.strategy_ref', 'csp'],
    ['members[].name', 'councillor_seats'],
    ['previous_agreement', 'review_of_existing'],
    ['project.method', 'project'],
  ] as const)('asks %s only under the condition %s', (path, condition) => {
    expect(needs(path)).toEqual({ isOptional: false, when: [[condition]] })
  })

  test.each([
    'agreement_date',
    'joining_allowed',
    'partners[].contributions_in_kind',
    'declaration.date',
    'stakeholders',
  ])('lets %s be left blank, as the dictionary does', path => expect(needs(path)?.isOptional).toBe(true))
})

describe('every question', () => {
  test('is put to a person, briefly, with an example', () => {
    const faulty = questions.filter(
      ({ field }) =>
        !field.ask || field.ask.length > 95 || !field.ask.endsWith('?') || field.example === undefined,
    )
    expect(faulty.map(({ path }) => path)).toEqual([])
  })

  test('has an example that the schema itself accepts', () => {
    const faulty = questions.filter(({ type, field }) => {
      const typed = field.kind === 'money' ? Number(field.example) * 100 : field.example
      return !type.safeParse(typed).success
    })
    expect(faulty.map(({ path, field }) => [path, field.example])).toEqual([])
  })

  test('has a short title, and choices with a label each', () => {
    const faulty = intakeFields.filter(
      ({ field }) =>
        field.title.length > 50 || Object.values(field.choices ?? {}).some(label => label.trim() === ''),
    )
    expect(faulty.map(({ path }) => path)).toEqual([])
  })

  test('is needed under conditions that exist', () => {
    const named = intakeFields.flatMap(({ need }) => need.when.flat())
    expect(named.filter(name => !conditionNames.includes(name))).toEqual([])
  })

  test('points into a list whose items have an id', () => {
    const targets = new Set(intakeFields.flatMap(({ field }) => field.target ?? []))
    for (const target of targets) expect(fieldAt(`${target}[].id`)?.field.isId).toBe(true)
    expect(targets).toEqual(new Set(['partners', 'objectives', 'risks']))
  })

  test('stands in exactly one section of the form', () => {
    const keys = sections.flatMap(section => section.keys)
    expect(keys).toEqual(Object.keys(intakeSchema.shape))
  })

  test('depends on its neighbours only if it is a question or a list, for which the test is defined', () => {
    const groups = intakeFields.filter(
      ({ field }) => field.kind === 'group' && (field.onlyIf || field.need === 'optional'),
    )
    expect(groups.map(({ path }) => path)).toEqual([])
  })
})

describe('what is inherited', () => {
  test('an answer in a private group is private, and the partners see none of the advice', () => {
    for (const path of [
      'consultation[].advice',
      'checklists.planning[].comment',
      'declaration.name',
      'approvals.legal.ref',
    ]) {
      expect(fieldAt(path)?.isPrivate, path).toBe(true)
    }
    expect(fieldAt('risks[].internal_comment')?.isPrivate).toBe(true)
    expect(fieldAt('risks[].event')?.isPrivate).toBe(false)
  })

  test('a question is answered by the owner of its group unless it names its own', () => {
    expect(fieldAt('secondments[].pay')?.owner).toBe('hr')
    expect(fieldAt('secondments[].recharge_pct')?.owner).toBe('finance')
    expect(fieldAt('info.security.storage')?.owner).toBe('ict')
    expect(fieldAt('vision')?.owner).toBe('officer')
  })

  test('a question in a conditional group needs that group’s condition and its own', () => {
    expect(needs('tupe.from')?.when).toEqual([['tupe']])
    expect(needs('approvals.accountable_body.legal.ref')?.when).toEqual([['accountable_body']])
    expect(needs('info.overseas_safeguard')?.when).toEqual([['personal_data']])
  })

  test('an item of an optional list must be whole if it is there', () => {
    expect(needs('conflicts')?.isOptional).toBe(true)
    expect(needs('conflicts[].handling')?.isOptional).toBe(false)
  })
})

describe('whether a question is needed', () => {
  const at = (path: string) => fieldAt(path)!

  test('follows the conditions, and is undecided while they are', () => {
    expect(isNeeded(at('pool.administrator'), { pooled: true }, {})).toBe(true)
    expect(isNeeded(at('pool.administrator'), { pooled: false }, {})).toBe(false)
    expect(isNeeded(at('pool.administrator'), {}, {})).toBeUndefined()
    expect(isNeeded(at('vision'), {}, {})).toBe(true)
    expect(isNeeded(at('stakeholders'), {}, {})).toBe(false)
  })

  test('follows the answers beside it', () => {
    const number = at('partners[].registered_number')
    expect(isNeeded(number, {}, { legal_form: 'company_limited_by_shares' })).toBe(true)
    expect(isNeeded(number, {}, { legal_form: 'council' })).toBe(false)
    expect(isNeeded(at('partners[].contracting_persons'), {}, { legal_personality: false })).toBe(true)
    expect(isNeeded(at('partners[].contracting_persons'), {}, { legal_personality: true })).toBe(false)
    expect(
      isNeeded(
        at('info.flows[].special_condition'),
        { personal_data: true },
        { special_categories: ['health'] },
      ),
    ).toBe(true)
    expect(
      isNeeded(at('info.flows[].special_condition'), { personal_data: true }, { special_categories: [] }),
    ).toBe(false)
  })
})
