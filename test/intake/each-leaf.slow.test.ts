/**
 * Every answer of the complete examples is taken away in turn, each item of a list among them. What must be answered is asked
 * for, at its place and once; what may be blank is not; and rules say what the table foretells and the goldens hold, no more.
 */
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { Finding } from '../../src/findings/finding.ts'
import type { Answers, Key } from '../../src/intake/answers.ts'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { findGaps } from '../../src/intake/gaps.ts'
import { questionPath, writePath } from '../../src/intake/paths.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { runRules } from '../../src/intake/rules/run-rules.ts'
import { fieldAt, intakeSchema } from '../../src/intake/schema.ts'
import { complete } from '../data/examples.ts'
import { asAt, settings } from '../support/rule-settings.ts'
import { rulesByReading } from './rules-by-reading.ts'

/**
 * Rules that speak when an answer is missing, besides the question itself: a record that other answers call for, or a
 * text that can no longer be read against the names in it.
 */
const alsoSaid: Readonly<Record<string, readonly string[]>> = {
  // What the Council must know before it joins, of a partnership approved in principle.
  vision: ['GOV-18'],
  area: ['GOV-18'],
  'term.start': ['GOV-18'],
  'term.kind': ['GOV-18'],
  'legal_basis.legal_status': ['GOV-18'],
  'risk_management.owner': ['GOV-18'],
  // An action that is agreed needs somebody who does it and a day.
  ...Object.fromEntries(
    ['planning', 'inclusivity', 'governance'].flatMap(set =>
      ['owner', 'due'].map(key => [`checklists.${set}[].${key}`, ['CHK-05']]),
    ),
  ),
  'financial_reporting.set_by': ['FIN-17'],
  'vat.funding_effect': ['FIN-20'],
  'audit.wording': ['FIN-07'],
  // The reserve on which the plan for the end rests is made of what this answer says.
  'exit.funding': ['FIN-23'],
  'grant.clawback_controls': ['GR-09'],
  'grant.members_consulted_date': ['GR-06'],
  'approvals.executive.decided_by': ['APPR-11'],
  'declaration.name': ['APPR-13'],
  'omitted_heads[].clause': ['HEAD-02'],
  // A limit of liability below the cover is in order while the list of what has no limit says what insurance pays.
  'liability.uncapped': ['INS-02'],
  'liability.uncapped[]': ['INS-02'],
  // The law of the whole flow does not reach every partner in it.
  'info.flows[].bases[].gateway': ['ISP-26'],
  'info.contacts[].caldicott': ['ISP-07'],
  // A basis is left for a partner that no longer takes part.
  'info.flows[].to[]': ['ISP-01'],
  // The last stage is the Ombudsman.
  'complaints.stages[]': ['COND-03'],
  'approvals.partners[].approved_text': ['APPR-16'],
  'declaration.signed_copy': ['APPR-17'],
  's75.monitoring': ['S75-01'],
  's75.contribution_variation': ['S75-01'],
  // A power of no party named is taken for one of every partner; an approval must say of which text it is.
  'legal_basis.powers[].party': ['POWER-04'],
  ...Object.fromEntries(
    ['legal', 'finance', 'director'].map(name => [`approvals.${name}.content_hash`, ['APPR-15']]),
  ),
}

/** Answers that may be blank, without which another question is asked. */
const alsoAsked: Readonly<Record<string, (keys: readonly Key[]) => readonly Key[]>> = {
  // A partner without a legal power of its own shares under that of the flow.
  'info.flows[].bases[].gateway': keys => [...keys.slice(0, 3), 'gateway'],
}

/** Findings that stand where another answer calls for the one taken away. */
const standsElsewhere: Readonly<Record<string, readonly string[]>> = {
  'GOV-18': ['approvals.in_principle.date'],
  'HEAD-02': ['project.used', 'info.shares_information'],
}

const foretoldAndSaid = new Set<string>()

/** The path of every single answer, and of every item of a list of plain answers that has several. */
function leavesOf(value: unknown, keys: readonly Key[] = []): readonly (readonly Key[])[] {
  if (Array.isArray(value))
    return value.every(item => typeof item === 'object')
      ? value.flatMap((item, i) => leavesOf(item, [...keys, i]))
      : [keys, ...(value.length > 1 ? value.map((_, i) => [...keys, i]) : [])]
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...keys, key]))
  return [keys]
}

/** The answers without the one at a path. */
function without(value: unknown, [key, ...rest]: readonly Key[]): unknown {
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, i) => i !== key)
      : value.map((item, i) => (i === key ? without(item, rest) : item))
  const { [key!]: below, ...others } = value as Record<Key, unknown>
  return rest.length > 0 ? { ...others, [key!]: without(below, rest) } : others
}

const valueAt = (intake: unknown, keys: readonly Key[]): unknown =>
  keys.reduce<unknown>((here, key) => (here as Record<Key, unknown> | undefined)?.[key], intake)

/** Whether two answers stand in the same section of the form. */
const isBeside = (one: string, other: string): boolean => one.split(/[.[]/)[0] === other.split(/[.[]/)[0]

describe.each(complete)('$name', ({ name, answers, conditions, text }) => {
  const leaves = leavesOf(answers.intake)
  const saidBefore = new Set(runRules(answers, settings, asAt).map(f => `${f.code} ${f.message}`))
  const applied = rulesByReading(answers, settings, asAt)

  const changed = (keys: readonly Key[]): Answers => ({
    ...answers,
    intake: without(answers.intake, keys) as Answers['intake'],
  })

  const isNeeded = (keys: readonly Key[]): boolean => {
    if (typeof keys.at(-1) === 'number') return false
    const { need, field } = fieldAt(questionPath(keys))!
    const beside = keys.slice(0, -1).reduce<unknown>((here, key) => (here as never)[key], answers.intake)
    const isAsked = field.onlyIf?.test(beside as Record<string, unknown>) ?? true
    return isAsked && !need.isOptional && need.when.every(any => any.some(name => conditions[name]))
  }

  test('asks for every answer that must be there, at its place, and for nothing else', () => {
    expect(leaves.length).toBeGreaterThan(500)
    const wrong = leaves.flatMap(keys => {
      const { intake, stateOf } = changed(keys)
      const asked = findGaps(changed(keys), deriveConditions(intake, stateOf)).map(gap => gap.place?.path)
      const instead = alsoAsked[questionPath(keys)]?.(keys)
      const isBlank = instead !== undefined && valueAt(answers.intake, instead) === undefined
      const expected = [
        ...(isNeeded(keys) ? [writePath(answers.intake, keys)] : []),
        ...(isBlank ? [writePath(answers.intake, instead)] : []),
      ]
      return JSON.stringify(asked) === JSON.stringify(expected)
        ? []
        : [`${writePath(answers.intake, keys)}: asked ${asked.join(', ')}`]
    })
    expect(wrong).toEqual([])
  })

  test('says what is foretold and no more, with the place where the answer belongs', async () => {
    const wrong: string[] = []
    const heard: string[] = []
    for (const keys of leaves) {
      const said = runRules(changed(keys), settings, asAt, applied(changed(keys), keys)).filter(
        f => !saidBefore.has(`${f.code} ${f.message}`),
      )
      const foretold = alsoSaid[questionPath(keys)] ?? []
      for (const { code } of said) foretoldAndSaid.add(`${questionPath(keys)} ${code}`)
      const path = writePath(answers.intake, keys)
      // At the answer, at a group round it, or beside it in its own group.
      const isItsPlace = ({ code, place, related = [] }: Finding): boolean =>
        (place?.path !== undefined && standsElsewhere[code]?.includes(place.path)) ||
        [place, ...related.map(side => side.place)].some(
          there => there?.path !== undefined && (path.startsWith(there.path) || isBeside(there.path, path)),
        )
      wrong.push(
        ...said
          .filter(f => !foretold.includes(f.code) || !isItsPlace(f))
          .map(f => `${path}: ${f.code} at ${f.place?.path} ${f.message}`),
      )
      heard.push(...said.map(f => `${path}: ${f.severity} ${f.code} at ${f.place?.path}`))
    }
    expect(wrong).toEqual([])
    await expect(`${heard.join('\n')}\n`).toMatchFileSnapshot(`each-leaf/${name}.txt`)
  })

  test('asks the rules that could say something else, and leaves out none', () => {
    const sample = leaves.filter((_, i) => i % 61 === 0)
    for (const keys of sample)
      expect(runRules(changed(keys), settings, asAt, applied(changed(keys), keys)), keys.join('.')).toEqual(
        runRules(changed(keys), settings, asAt),
      )
  })

  test('points at the group in which the answer is missing, as the file has it', () => {
    const seen = new Set<string>()
    const first = leaves.filter(keys => !seen.has(questionPath(keys)) && seen.add(questionPath(keys)))
    const inGroups = first.filter(
      keys => keys.length > 1 && typeof keys.at(-1) === 'string' && !fieldAt(questionPath(keys))!.field.isId,
    )
    const sample = inGroups.filter((_, i) => i % 23 === 0 && isNeeded(inGroups[i]!))
    expect(sample.length).toBeGreaterThan(5)
    for (const keys of sample) {
      const document = parseDocument(text)
      document.deleteIn(keys)
      const shorter = document.toString()
      const read = readAnswers({ file: 'shorter.yaml', bytes: new TextEncoder().encode(shorter) })
      const path = writePath(answers.intake, keys)
      const after = read.value!
      const gap = findGaps(after, deriveConditions(after.intake, after.stateOf)).find(
        g => g.place?.path === path,
      )
      expect(gap, path).toBeDefined()
      expect(gap!.place!.start.line, path).toBe(after.placeOf(keys.slice(0, -1)).start.line)
    }
  })
})

test('everything foretold is said in one of the examples', () => {
  const foretold = Object.entries(alsoSaid).flatMap(([pattern, said]) =>
    said.map(code => `${pattern} ${code}`),
  )
  expect(foretold.filter(one => !foretoldAndSaid.has(one))).toEqual([])
})

describe('a section that is taken out whole', () => {
  const { answers, text } = complete[0]!
  const sections = Object.keys(intakeSchema.shape).filter(key => new RegExp(`^${key}:`, 'm').test(text))
  // Those whose answers other parts of the form refer into leave it unreadable, and are told so.
  const free = sections
    .filter(key => !['schema_version', 'partners', 'objectives', 'risks'].includes(key))
    .filter((_, index) => index % 4 === 0)

  test.each(free)('%s is asked for by the section before it in the form', key => {
    const shorter = text.replace(new RegExp(`^${key}:.*\\n(?:[ \\t].*\\n|\\n|#.*\\n)*`, 'm'), '')
    const read = readAnswers({ file: 'shorter.yaml', bytes: new TextEncoder().encode(shorter) }).value!
    const before = sections[sections.indexOf(key) - 1]!
    const line = shorter.split('\n').findIndex(one => one.startsWith(`${before}:`)) + 1
    const gaps = findGaps(read, deriveConditions(read.intake, read.stateOf))
    for (const { place } of gaps.filter(gap => new RegExp(`^${key}(?![\\w])`).test(gap.place?.path ?? '')))
      expect(place).toMatchObject({ isNearby: true, start: { line } })
    expect(answers.intake).toHaveProperty(key)
  })
})
