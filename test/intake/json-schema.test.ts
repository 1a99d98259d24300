/** The JSON Schema as an editor uses it: what it accepts, what it refuses, what it explains. */
import { describe, expect, test } from 'vitest'
import { intakeJsonSchema } from '../../src/intake/json-schema.ts'
import { intakeFields } from '../../src/intake/schema.ts'

type Schema = Readonly<Record<string, unknown>>
const root = intakeJsonSchema() as Schema
const definitions = root.definitions as Readonly<Record<string, Schema>>

/** Validates as a draft-07 validator does, for the keywords that the schema uses; an unknown keyword fails. */
function accepts(schema: Schema, value: unknown): boolean {
  if (typeof schema.$ref === 'string')
    return accepts(definitions[schema.$ref.replace('#/definitions/', '')]!, value)
  return Object.entries(schema).every(([keyword, rule]) => {
    const check = keywords[keyword]
    if (!check) throw new Error(`The test does not know the keyword ${keyword}`)
    return check(rule, value, schema)
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
const always = () => true

const keywords: Readonly<Record<string, (rule: unknown, value: unknown, schema: Schema) => boolean>> = {
  $schema: always,
  title: always,
  description: always,
  examples: always,
  definitions: always,
  type: (rule, value) =>
    [rule].flat().some(type => (type === 'integer' ? Number.isInteger(value) : type === typeOf(value))),
  const: (rule, value) => rule === value,
  enum: (rule, value) => (rule as unknown[]).includes(value),
  anyOf: (rule, value) => (rule as Schema[]).some(schema => accepts(schema, value)),
  allOf: (rule, value) => (rule as Schema[]).every(schema => accepts(schema, value)),
  minimum: (rule, value) => typeof value !== 'number' || value >= (rule as number),
  maximum: (rule, value) => typeof value !== 'number' || value <= (rule as number),
  pattern: (rule, value) => typeof value !== 'string' || new RegExp(rule as string, 'u').test(value),
  minLength: (rule, value) => typeof value !== 'string' || value.length >= (rule as number),
  minItems: (rule, value) => !Array.isArray(value) || value.length >= (rule as number),
  items: (rule, value) => !Array.isArray(value) || value.every(item => accepts(rule as Schema, item)),
  required: (rule, value) => !isObject(value) || (rule as string[]).every(key => key in value),
  properties: (rule, value) =>
    !isObject(value) ||
    Object.entries(rule as Record<string, Schema>).every(
      ([key, schema]) => !(key in value) || accepts(schema, value[key]),
    ),
  additionalProperties: (_rule, value, schema) =>
    !isObject(value) || Object.keys(value).every(key => key in (schema.properties as object)),
}

/** The schema of the question at a path pattern. */
function at(path: string): Schema {
  return path.split('.').reduce<Schema>((schema, step) => {
    const here = propertiesOf(schema)[step.replace('[]', '')]!
    return step.endsWith('[]')
      ? (alternatives(here).find(({ type }) => type === 'array')!.items as Schema)
      : here
  }, root)
}
const alternatives = (schema: Schema): readonly Schema[] => (schema.anyOf as Schema[] | undefined) ?? [schema]
const propertiesOf = (schema: Schema) =>
  alternatives(schema).find(({ properties }) => properties)!.properties as Record<string, Schema>

describe('an answer', () => {
  test.each([
    ['reference', 'HBC-1', true],
    ['reference', 12, true],
    ['reference', ['a'], false],
    ['term.start', '2026-04-01', true],
    ['term.start', '1 April 2026', false],
    ['finance.total', 125_000.5, true],
    ['finance.total', '£125,000.50', true],
    ['finance.total', '125000', true],
    ['finance.total', 'a lot', false],
    ['finance.total', -1, false],
    ['finance.has_finance', 'yes', true],
    ['finance.has_finance', false, true],
    ['finance.has_finance', 'perhaps', false],
    ['decisions.weights[].weight', '12.5%', true],
    ['decisions.weights[].weight', 101, false],
    ['review.frequency_months', 12, true],
    ['review.frequency_months', 13, false],
    ['type', 'grant_programme', true],
    ['type', 'grant programme', false],
    ['legally_binding', 'none', true],
    ['partners[].id', 'family-voice', true],
    ['partners[].id', 'Family Voice', false],
    ['priorities', ['best-start'], true],
    ['priorities', 'best-start', false],
  ])('at %s, %j: %s', (path, value, expected) => {
    expect(accepts(at(path), value)).toBe(expected)
  })

  test('of any question but an id may be set aside with a reason, be disputed, or be left blank', () => {
    const faulty = intakeFields
      .filter(({ isItem, field }) => !isItem && !field.isId)
      .filter(({ path }) =>
        [
          { not_applicable: 'nothing is shared' },
          {
            disputed: [
              { value: 'a', source: 'bid' },
              { value: 'b', source: 'minutes' },
            ],
          },
          null,
        ].some(value => !accepts(at(path), value)),
      )
    expect(faulty.map(({ path }) => path)).toEqual([])
  })

  test('that is set aside without a reason, or disputed with one side, is refused', () => {
    expect(accepts(at('term.start'), { not_applicable: '' })).toBe(false)
    expect(accepts(at('term.start'), { disputed: [{ value: '2026-04-01', source: 'bid' }] })).toBe(false)
    expect(accepts(at('term.start'), { disputed: [{ value: 'a' }, { value: 'b' }] })).toBe(false)
  })

  test('of a list may be none', () => {
    const lists = intakeFields.filter(({ field }) => field.kind === 'list')
    expect(lists.filter(({ path }) => !accepts(at(path), 'none')).map(({ path }) => path)).toEqual([])
  })

  test('given as the example of its question is accepted', () => {
    const faulty = intakeFields.filter(
      ({ path, field }) => field.example !== undefined && !accepts(at(path), field.example),
    )
    expect(faulty.map(({ path }) => path)).toEqual([])
  })
})

describe('the whole file', () => {
  test('may hold only questions that exist', () => {
    expect(accepts({ ...root, required: [] }, { name: 'Forum', area: 'Harrowdale' })).toBe(true)
    expect(accepts({ ...root, required: [] }, { name: 'Forum', colour: 'blue' })).toBe(false)
    expect(accepts(at('term'), { start: '2026-04-01', kind: 'rolling', begins: '2026-04-01' })).toBe(false)
  })

  test('must hold what is always asked, and nothing that depends on other answers', () => {
    const required = root.required as string[]
    expect(required).toEqual(expect.arrayContaining(['name', 'partners', 'finance', 'exit']))
    for (const key of ['grant', 's75', 'previous_agreement', 'agreement_date'])
      expect(required).not.toContain(key)
  })

  test('is explained: every question has a title and a description that starts with what is asked', () => {
    for (const { path, field, isItem } of intakeFields) {
      if (isItem) continue
      expect(at(path).title).toBe(field.title)
      if (field.ask)
        expect(at(path).description).toMatch(new RegExp(`^${field.ask.replace(/[?()+.*]/g, '\\$&')}`))
    }
    const values = alternatives(at('type')).find(alternative => alternative.const === 'section_75')
    expect(values?.description).toBe('section 75 partnership')
  })

  test('stays small enough for an editor', () => {
    expect(JSON.stringify(root).length).toBeLessThan(300_000)
  })
})
