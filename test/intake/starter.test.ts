/** The file that `concordat new` starts from holds the right questions, reads back, and can be drafted at once. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeAgreement } from '../../src/commands/agreement.ts'
import { owners } from '../../src/findings/finding.ts'
import type { ConditionName } from '../../src/intake/condition-names.ts'
import { conditions as conditionTable, deriveConditions } from '../../src/intake/conditions.ts'
import { findGaps } from '../../src/intake/gaps.ts'
import { fieldAt, type Intake, intakeFields } from '../../src/intake/schema.ts'
import { partnershipTypes } from '../../src/intake/starter.ts'
import { settings } from '../support/settings.ts'
import { answersOf, council, nothingMoves, readBack, start, today } from './starter-file.ts'

const types = Object.keys(partnershipTypes) as NonNullable<Intake['type']>[]

/** Every question that has a line of its own, as path patterns. */
function pathsIn(text: string): Set<string> {
  const paths = new Set<string>()
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`)
    else if (value && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        const below = path ? `${path}.${key}` : key
        paths.add(below)
        visit(inner, below)
      }
    }
  }
  visit(parse(text), '')
  return paths
}

/** Whether the conditions call for a question: what its own test on its neighbours says is left aside. */
function isCalledFor(when: readonly (readonly ConditionName[])[], facts: Intake): boolean | undefined {
  const decided = deriveConditions(facts)
  const clauses = when.map(any =>
    any.some(name => decided[name]) ? true : any.every(name => decided[name] === false) ? false : undefined,
  )
  return clauses.includes(false) ? false : clauses.includes(undefined) ? undefined : true
}

/** A new intake that nothing is known of but its type, and what it holds, made once for all that is asked of it. */
const made = new Map<
  Intake['type'],
  { text: string; answers: ReturnType<typeof answersOf>; there: Set<string> }
>()
function startOnce(type: Intake['type']) {
  const known = made.get(type)
  if (known) return known
  const text = start(type)
  const fresh = { text, answers: answersOf(text), there: pathsIn(text) }
  made.set(type, fresh)
  return fresh
}

const questions = intakeFields.filter(entry => !entry.isItem)

const optionalLists = questions
  .filter(({ need, field }) => need.isOptional && field.kind === 'list')
  .map(({ path }) => path)

describe.each([...types, undefined])('a new intake of type %s', type => {
  it('reads back without an error, a warning or a note', () => {
    const { intake } = startOnce(type).answers
    expect(intake.type).toBe(type)
    expect(intake.intake_date).toBe(today)
    expect(intake.partners).toHaveLength(1)
    expect(intake.partners?.[0]).toMatchObject({
      id: 'council',
      legal_name: council.name,
      is_host_council: true,
    })
  })

  it.each([
    ['nothing else known', undefined],
    ['nothing moving', nothingMoves],
  ])('holds every question that is needed, and none whose need is false, with %s', (_, moves) => {
    const facts = moves ?? {}
    const known: Intake = { ...facts, ...(type && { type }) }
    const there = moves ? pathsIn(start(type, moves)) : startOnce(type).there
    const needed = questions.filter(({ need }) => !need.isOptional && isCalledFor(need.when, known) !== false)
    // A list that is answered "none" has no items to ask about, and an optional one stands behind #.
    const isUnderNone = (path: string) => path.startsWith('secondments[]') && 'secondments' in facts
    const isUnderOptional = (path: string) => optionalLists.some(list => path.startsWith(`${list}[]`))
    const missing = needed
      .map(({ path }) => path)
      .filter(path => !there.has(path) && !isUnderNone(path) && !isUnderOptional(path))
    expect(missing).toEqual([])
    const unwanted = questions.filter(
      ({ path, need }) => there.has(path) && isCalledFor(need.when, known) === false,
    )
    expect(unwanted.map(({ path }) => path)).toEqual([])
  })

  it('drafts at once, with gaps and nothing worse', () => {
    const { answers } = startOnce(type)
    const gaps = findGaps(answers, deriveConditions(answers.intake, answers.stateOf))
    expect(new Set(gaps.map(gap => gap.severity))).toEqual(new Set(['gap']))
    const { document } = makeAgreement(settings, answers, today)
    expect(document.body.length).toBeGreaterThan(20)
  })

  it('asks in the draft only what stands in the file', () => {
    const { answers, there } = startOnce(type)
    const gaps = findGaps(answers, deriveConditions(answers.intake, answers.stateOf))
    const asked = gaps.map(gap => (gap.place?.path ?? '').replace(/\[[^\]]*\]/g, '[]'))
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter(path => !there.has(path))).toEqual([])
  })
})

describe('what stands round the questions', () => {
  const { text } = startOnce('grant_programme')
  const lines = text.split('\n')

  it('names the schema on the first line, for editors', () => {
    expect(lines[0]).toBe('# yaml-language-server: $schema=intake.schema.json')
  })

  it('groups the questions under who answers them, each owner once', () => {
    const headings = lines.filter(line => line.startsWith('# ==== '))
    const wanted = owners.filter(owner => questions.some(entry => !entry.parent && entry.owner === owner))
    expect(headings).toHaveLength(wanted.length)
    for (const [index, owner] of wanted.entries()) {
      expect(headings[index]).toContain(` To be answered by: Title of ${owner} `)
    }
    let owner = ''
    for (const line of lines) {
      owner = /^# ==== To be answered by: Title of (\w+)/.exec(line)?.[1] ?? owner
      const key = /^([a-z]\w*):/.exec(line)?.[1]
      if (key) expect([key, fieldAt(key)?.owner]).toEqual([key, owner])
    }
  })

  it('marks a question that somebody else answers than the heading says', () => {
    expect(remarkAbove('s151_contact')).toMatch(/^\(required; for Title of finance\)/)
    expect(remarkAbove('legal_status')).toMatch(/^\(required; for Title of legal\)/)
  })

  it('marks what is required, what is optional, and what is required only perhaps', () => {
    expect(remarkAbove('reference')).toMatch(
      /^\(required\) What is the reference .* For example: HBC-2026-014$/,
    )
    expect(remarkAbove('agreement_date')).toMatch(/^\(optional; a date\)/)
    const { label } = conditionTable.fixed_term
    expect(remarkAbove('end')).toMatch(new RegExp(`^\\(required if ${label}; a date\\)`))
    expect(remarkAbove('legal_form_other')).toMatch(/^\(required if the legal form is "other"\)/)
  })

  it('marks every question at its first place', () => {
    const seen = new Set<string>()
    const open: { indent: number; key: string }[] = []
    for (const [index, line] of lines.entries()) {
      const [, blanks = '', hyphen = '', key] = /^( *)(- )?([a-z]\w*):/.exec(line) ?? []
      if (!key) continue
      const indent = blanks.length + hyphen.length
      while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop()
      open.push({ indent, key })
      const path = open.map(step => step.key).join('.')
      const field = questions.find(entry => entry.path.replaceAll('[]', '') === path)?.field
      if (seen.has(path) || field?.kind === 'group') continue
      seen.add(path)
      let above = index - 1
      while (/^ *#(?! \()/.test(lines[above] ?? '')) above--
      expect([path, lines[above]]).toEqual([path, expect.stringMatching(/^ *# \((?:required|optional)/)])
    }
    expect(seen.size).toBeGreaterThan(400)
  })

  it('lists choices with what they mean, and the priorities of the council', () => {
    expect(text).toContain('#   grant_programme               grant programme\n')
    expect(text).toContain('#   best-start  Every child has the best start in life\npriorities:\n  - \n')
  })

  it('says no more that a term may be fixed once it is known to be', () => {
    const known = start('grant_programme', { term: { kind: 'fixed' } })
    expect(known).toMatch(/# \(required; a date\) On what date does it end\?\n {2}end: \n/)
    const rolling = pathsIn(start('grant_programme', { term: { kind: 'rolling' } }))
    expect([rolling.has('term.kind'), rolling.has('term.end')]).toEqual([true, false])
  })

  it('keeps remarks to 100 columns', () => {
    const long = lines.filter(line => /^ *#/.test(line) && Array.from(line).length > 100)
    expect(long).toEqual([])
  })

  it('shows ways to answer that the reader takes', () => {
    const head = lines.slice(0, 30).join('\n')
    expect(head).toContain('{ not_applicable: "the reason" }')
    const disputed = /\{ disputed: .* \}/.exec(head)![0]
    const read = readBack(
      `board:\n  meetings_per_year: ${disputed}\n  name: { not_applicable: "the reason" }\n`,
    )
    expect(read.findings.map(finding => finding.code)).toEqual(['CONF-01'])
    expect(read.value?.stateOf(['board', 'name'])).toEqual({
      state: 'not_applicable',
      reason: 'the reason',
    })
  })

  it('keeps optional lists behind #, so that taking the # away gives lines that read', () => {
    const body = text.slice(text.indexOf('# ===='))
    const bare = body.replace(/^( *)# (?=(?: *(?:- )?[a-z_0-9]+: *$| *- *$))/gm, '$1')
    const behind = questions.filter(({ path }) =>
      optionalLists.some(list => path === list || path.startsWith(`${list}[]`)),
    )
    expect(behind.length).toBeGreaterThan(40)
    const before = pathsIn(body)
    const after = pathsIn(bare)
    for (const { path } of behind) {
      expect([path, before.has(path), after.has(path)]).toEqual([path, false, true])
    }
    answersOf(bare)
  })

  /** The remark above the first line of a question, on one line. */
  function remarkAbove(key: string): string {
    const at = lines.findIndex(line => new RegExp(`^ *(?:- )?${key}:`).test(line))
    let first = at
    while (/^ *#/.test(lines[first - 1] ?? '')) first--
    return lines
      .slice(first, at)
      .map(line => line.replace(/^ *# ?/, '').trim())
      .join(' ')
  }
})
