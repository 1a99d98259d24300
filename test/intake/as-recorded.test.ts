/** Which dates say that something was done, and that no document recites one whose day has not come. */
import { describe, expect, test } from 'vitest'
import type { Key } from '../../src/intake/answers.ts'
import { asRecorded, futureRecords } from '../../src/intake/as-recorded.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { runRules } from '../../src/intake/rules/run-rules.ts'
import { intakeFields } from '../../src/intake/schema.ts'
import { draftText, exampleText } from '../support/draft.ts'
import { asAt, settings } from '../support/rule-settings.ts'

/** Dates of what is planned, due or allowed: these may lie ahead. */
const mayComeLater = new Set([
  'amendments[].date',
  'checklists.governance[].due',
  'checklists.inclusivity[].due',
  'checklists.planning[].due',
  'grant.eligible_spend_end',
  'grant.end',
  'grant.other_grants[].end',
  'grant.outputs[].due',
  'grant.start',
  'info.review_date',
  // Given or due, consulted or to be consulted: so the questions ask, and so the agreement prints.
  'members[].training_date',
  'objectives[].due',
  'objectives_review_date',
  'opportunities[].review',
  'project.milestones[].date',
  'reorganisation.vesting_date',
  'review.first_date',
  'risks[].controls_planned[].due',
  'risks[].review',
  'secondments[].end',
  'secondments[].start',
  'term.end',
  'term.long_stop',
  'term.start',
  'tupe.consultation_date',
  'tupe.date',
])

const examples = ['family-hubs', 'community-equipment'] as const

/** What agreements say of records, once they are records of the past. */
const pastRecitals = [
  / approved the entry of /,
  /was approved in principle/,
  /rely on the data protection impact assessment dated/,
  /effect of the Partnership on equality was assessed/,
  /have jointly consulted/,
  /joint consultation ended on/,
  /seen the Grant Terms and accepted them/,
  /which [^.]* nominated on/,
  /Its executive decided on/,
  /record of the Council’s authority is (?!still)/,
  /took advice on this on/,
  /assessment was signed off/,
  /Those rules were agreed on/,
  /\| (?:cash|grant) \| Yes, /,
]

const day = '2031-05-06'
const dated = intakeFields.filter(({ field }) => field.kind === 'date').map(({ path }) => path)
const done = dated.filter(path => !mayComeLater.has(path))

/** An intake of one answer, every list on the way with one item. */
const withDate = (path: string): unknown =>
  path
    .split('.')
    .toReversed()
    .reduce<unknown>(
      (below, key) => (key.endsWith('[]') ? { [key.slice(0, -2)]: [below] } : { [key]: below }),
      day,
    )

const read = (intake: unknown) =>
  readAnswers({ file: 'a.yaml', bytes: new TextEncoder().encode(JSON.stringify(intake)) }).value!

describe('a day that is still to come', () => {
  test('may stand where the list of what may lie ahead says so, and that list names only dates', () => {
    expect([...mayComeLater].filter(path => !dated.includes(path))).toEqual([])
    expect([...mayComeLater].flatMap(path => futureRecords(read(withDate(path)).intake, asAt))).toEqual([])
  })

  test.each(done)('is reported and recited nowhere as %s', path => {
    const answers = read(withDate(path))
    const pattern = (keys: readonly Key[]) => keys.join('.').replaceAll(/\.\d+/g, '[]')
    expect(futureRecords(answers.intake, asAt).map(pattern)).toEqual([path])
    expect(JSON.stringify(asRecorded(answers, asAt).intake)).not.toContain(day)
    // An agreement is dated when it is signed, and until then everything else in it is still to be approved.
    const places = runRules(answers, settings, asAt)
      .filter(({ severity }) => severity !== 'note')
      .map(({ place }) => place?.path?.replaceAll(/\[\d+\]/g, '[]'))
    expect(places).toContain(path)
  })

  test('has its words in an agreement once it is past', () => {
    const all = examples.map(name => draftText(exampleText(name)).text.replaceAll(/\s+/g, ' ')).join(' ')
    expect(pastRecitals.filter(told => !told.test(all)).map(String)).toEqual([])
  })

  test.each(examples)('is nowhere in the agreement of %s told as past, whatever it is the day of', name => {
    const future = exampleText(name)
      .split('\n')
      .map(line => (line.includes('training_date') ? line : line.replaceAll(/\b20\d\d-\d\d-\d\d\b/g, later)))
      .join('\n')
    const flat = draftText(future).text.replaceAll(/\s+/g, ' ')
    expect(/.{0,80}6 May 2031/.exec(flat)?.[0]).toBeUndefined()
    expect(pastRecitals.flatMap(told => told.exec(flat)?.[0] ?? [])).toEqual([])
  })
})

const later = (date: string): string => (date <= asAt ? day : date)
