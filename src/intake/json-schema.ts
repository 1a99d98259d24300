/** The JSON Schema (draft-07) of the intake, from the one schema, so that an editor completes and explains the file. */
import * as z from 'zod'
import { type Field, fieldOf, unwrap } from './fields.ts'
import { intakeSchema } from './schema.ts'

export interface JsonSchema {
  readonly [keyword: string]: unknown
}

const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` })
const states = [reference('notApplicable'), reference('disputed')]

/** What may be typed for each kind of answer, written once and referred to. */
const definitions: JsonSchema = {
  notApplicable: {
    type: 'object',
    description: 'The question does not apply, for the reason given.',
    properties: { not_applicable: { type: 'string', minLength: 1 } },
    required: ['not_applicable'],
    additionalProperties: false,
  },
  disputed: {
    type: 'object',
    description: 'Two or more different answers have been given, each with its source. None is printed.',
    properties: {
      disputed: {
        type: 'array',
        minItems: 2,
        items: {
          type: 'object',
          properties: { value: {}, source: { type: 'string', minLength: 1 } },
          required: ['value', 'source'],
          additionalProperties: false,
        },
      },
    },
    required: ['disputed'],
    additionalProperties: false,
  },
  none: { const: 'none', description: 'There is none, and that is the answer.' },
  text: { anyOf: [{ type: ['string', 'number', 'null'] }, ...states] },
  date: {
    anyOf: [
      { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Year-month-day, as 2026-04-01' },
      { type: 'null' },
      reference('none'),
      ...states,
    ],
  },
  money: {
    anyOf: [
      { type: 'number', minimum: 0 },
      {
        type: 'string',
        pattern: '^£?\\s*\\d{1,3}(,?\\d{3})*(\\.\\d{2})?$',
        description: 'Pounds, as 125000 or £125,000.50',
      },
      { type: 'null' },
      reference('none'),
      ...states,
    ],
  },
  pct: {
    anyOf: [
      { type: 'number', minimum: 0, maximum: 100 },
      { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,2})?\\s*%?$' },
      { type: 'null' },
      reference('none'),
      ...states,
    ],
  },
  yesNo: {
    anyOf: [
      { type: 'boolean' },
      { enum: ['yes', 'no', 'Yes', 'No', 'true', 'false'] },
      { type: 'null' },
      ...states,
    ],
  },
}

/** The JSON Schema of an intake file. */
export function intakeJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Concordat intake',
    description: 'The answers from which a partnership agreement is drafted.',
    ...groupSchema(intakeSchema),
    definitions,
  }
}

function schemaOf(type: z.ZodType): JsonSchema {
  const inner = unwrap(type)
  const field = fieldOf(inner)
  if (!field) throw new Error('A question without a field')
  return { ...describe(field), ...shapeOf(inner, field) }
}

function shapeOf(type: z.ZodType, field: Field): JsonSchema {
  if (type instanceof z.ZodObject)
    return { anyOf: [groupSchema(type), { type: 'null' }, reference('none'), ...states] }
  if (type instanceof z.ZodArray) {
    const items = itemSchema(unwrap(type.element as z.ZodType))
    return { anyOf: [{ type: 'array', items }, { type: 'null' }, reference('none'), ...states] }
  }
  // draft-07 ignores what stands beside $ref, hence allOf.
  if (field.kind === 'choice') return choiceSchema(field)
  if (field.kind === 'int') {
    const { min: minimum, max: maximum } = field
    return { anyOf: [{ type: 'integer', minimum, maximum }, { type: 'null' }, reference('none'), ...states] }
  }
  if (field.isId) return { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }
  return { allOf: [reference(field.kind === 'long' || field.kind === 'ref' ? 'text' : field.kind)] }
}

/** An item of a list cannot be "none" or "not applicable": it is left out. */
const itemSchema = (type: z.ZodType): JsonSchema =>
  type instanceof z.ZodObject ? { ...describe(fieldOf(type)!), ...groupSchema(type) } : schemaOf(type)

const choiceSchema = ({ choices = {} }: Field): JsonSchema => ({
  anyOf: [
    ...Object.entries(choices).map(([value, label]) => ({ const: value, description: label })),
    { type: 'null' },
    ...states,
  ],
})

function groupSchema(type: z.ZodObject): JsonSchema {
  const entries = Object.entries(type.shape as Record<string, z.ZodType>)
  const required = entries.filter(([, child]) => isAlwaysNeeded(child)).map(([key]) => key)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, child]) => [key, schemaOf(child)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

const isAlwaysNeeded = (type: z.ZodType): boolean => {
  const field = fieldOf(type)
  return (field?.need ?? 'always') === 'always' && !field?.onlyIf
}

/** Title, question, help and source as an editor shows them. */
function describe(field: Field): JsonSchema {
  const { ask, help, code, onlyIf } = field
  const parts = [
    ask,
    help,
    onlyIf && `Asked when ${onlyIf.words}.`,
    field.kind === 'ref' && `The id of an item in ${field.target}.`,
    field.kind === 'choice' && listChoices(field),
    code && `Source: ${code.replace(/; R\d.*$/, '')}.`,
  ].filter(Boolean)
  return {
    title: field.title,
    ...(parts.length > 0 && { description: parts.join(' ') }),
    ...(field.example !== undefined && { examples: [field.example] }),
  }
}

const listChoices = ({ choices = {} }: Field): string => `One of: ${Object.keys(choices).join(', ')}.`
