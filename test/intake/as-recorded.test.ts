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

  test('is no day on which an impact assessment was made', () => {
    const later = exampleText('family-hubs').replace(/(dpia:\n(?: {4}.*\n)*? {4}date: )[\d-]+/, `$1${day}`)
    expect(later).toContain(day)
    const { text } = draftText(later)
    expect(text).not.toContain('6 May 2031')
    expect(text).not.toMatch(/rely on the data protection impact assessment/)
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'may be shared under this Protocol until a data protection',
    )
  })
})
