/**
 * A question set aside with "not applicable" still makes a whole agreement: for each kind of question that the wording
 * hangs on, one answer of that question in each worked example is set aside, and the reason or other wording stands there.
 */
import { describe, expect, test } from 'vitest'
import { numberDocument } from '../../src/document/number.ts'
import type { Answers, Key } from '../../src/intake/answers.ts'
import { fieldAt } from '../../src/intake/schema.ts'
import { assembleAgreement } from '../../src/provisions/assemble.ts'
import { renderText } from '../../src/render/text.ts'
import { blemishes } from '../support/blemishes.ts'
import { draftExample, type ExampleName, settings } from '../support/draft.ts'

const edition = { version: 'Draft 1', state: 'DRAFT', date: '2026-11-22' }
const reason = 'the Partners have no need of it'

/** Every answered choice and partner, once for each question of the schema, with where it stands. */
function* decidingAnswers(
  value: unknown,
  keys: readonly Key[] = [],
  seen = new Set<string>(),
): Generator<readonly Key[]> {
  if (value === null || typeof value !== 'object') {
    // An item of a plain list is one answer with the others; only the list can be set aside.
    if (typeof keys.at(-1) === 'number') return
    const path = keys
      .map(key => (typeof key === 'number' ? '[]' : `.${key}`))
      .join('')
      .slice(1)
    const field = fieldAt(path)?.field
    if (field && !field.isId && ['choice', 'ref'].includes(field.kind) && !seen.has(path)) {
      seen.add(path)
      yield keys
    }
    return
  }
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value))
    yield* decidingAnswers(item, [...keys, key], seen)
}

/** The answers with one of them set aside, as `{ not_applicable: reason }` in the file would have it. */
function setAside(answers: Answers, keys: readonly Key[]): Answers {
  const intake = structuredClone(answers.intake)
  let group = intake as Record<Key, unknown>
  for (const key of keys.slice(0, -1)) group = group[key] as Record<Key, unknown>
  delete group[keys.at(-1)!]
  const same = (other: readonly Key[]) => other.join('.') === keys.join('.')
  return {
    ...answers,
    intake,
    stateOf: other => (same(other) ? { state: 'not_applicable', reason } : answers.stateOf(other)),
  }
}

describe.each<ExampleName>(['family-hubs', 'flood-forum', 'community-equipment'])('%s', name => {
  test('is whole whichever question is set aside', () => {
    const { answers } = draftExample(name)
    const paths = [...decidingAnswers(answers.intake)]
    expect(paths.length).toBeGreaterThan(15)
    const found = paths.flatMap(keys => {
      try {
        const { document } = assembleAgreement(settings, setAside(answers, keys), edition)
        const numbering = numberDocument(document)
        return blemishes(document, numbering).map(b => `${keys.join('.')}: ${b}`)
      } catch (error) {
        return [`${keys.join('.')}: ${error}`]
      }
    })
    expect(found).toEqual([])
  })
})

test('the reason stands where wording hung on the question', () => {
  const { answers } = draftExample('family-hubs')
  for (const path of ['overspend.rule', 'accountable_body.partner', 'expulsion.vote']) {
    const { document } = assembleAgreement(settings, setAside(answers, path.split('.')), edition)
    const text = renderText(document, numberDocument(document))
    expect(text, path).toContain(path === 'expulsion.vote' ? 'No Partner may be expelled' : reason)
  }
})
