/** One file of the clause library: its text in, a checked template out. */
import * as z from 'zod'
import type { Outcome } from '../findings/finding.ts'
import { type ConditionName, conditionNames } from '../intake/condition-names.ts'
import { anyMark } from './wording/marks.ts'
import { readChecked } from './yaml.ts'

const conditionName = z.lazy(() => z.enum(conditionNames))
const names = z.lazy(() => z.union([conditionName.transform(n => [n]), z.array(conditionName)]))

/** When a provision is part of the agreement: every name in `all`, at least one in `any`, and none in `none`. */
export interface When {
  readonly all: readonly ConditionName[]
  readonly any: readonly ConditionName[]
  readonly none: readonly ConditionName[]
}
export const always: When = { all: [], any: [], none: [] }

const when = z.lazy(() =>
  z.union([
    conditionName.transform((name): When => ({ ...always, all: [name] })),
    z
      .strictObject({ all: names.optional(), any: names.optional(), none: names.optional() })
      .transform((w): When => ({ all: w.all ?? [], any: w.any ?? [], none: w.none ?? [] })),
  ]),
)

const frontMatter = z.lazy(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower case letters, digits and hyphens'),
    catalogue: z
      .string()
      .regex(
        /^[CSD]\d{1,2}$/,
        'a number of the catalogue such as C01 or S1, or D1 on for a paper of the pack',
      ),
    title: z.string().min(1),
    head: z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'X']).optional(),
    when: when.default(always),
    code: z.string().optional(),
    requirements: z.array(z.string().regex(/^[RZ]\d+(\.[\w]+)?$/)).default([]),
    owner: z.string().default('legal'),
    law: z.array(z.string()).default([]),
    form: z
      .enum(['clause', 'parties', 'recitals', 'definitions', 'schedule', 'execution', 'paper', 'instrument'])
      .default('clause'),
    layout: z.enum(['portrait', 'landscape']).default('portrait'),
    note: z.string().optional(),
    /** Set when the wording last changed for everybody: what and why, for those whose agreement has the older wording. */
    changed: z.strictObject({ on: z.iso.date(), note: z.string().min(1) }).optional(),
  }),
)

export interface Template extends z.infer<typeof frontMatter> {
  /** Its path in the library, such as `agreement/d-running/03-secretariat.md`. */
  readonly file: string
  /** The line of the file at which the wording begins. */
  readonly firstLine: number
  readonly wording: string
}

const shape = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/

/** Reads one template file. Faults name the file and line, and what to do. */
export function readTemplate(file: string, text: string): Outcome<Template> {
  const fault = (message: string, line: number, hint: string, column = 1): Outcome<Template> => ({
    findings: [
      {
        code: 'TPL-01',
        severity: 'error',
        message,
        hint,
        owner: 'clause_owner',
        place: { file, start: { line, column } },
      },
    ],
  })
  const parts = shape.exec(text.replace(/\r\n/g, '\n'))
  if (!parts)
    return fault(
      'the header between two "---" lines is missing',
      1,
      'Start the file with the header that docs/writing-clauses.md shows.',
    )
  if (anyMark.test(text)) {
    const line = text.slice(0, text.search(anyMark)).split('\n').length
    return fault('a private-use character stands here', line, 'Delete it and type the text again.')
  }
  // A line for the opening "---" keeps line numbers true.
  const header = readChecked(`\n${parts[1]}`, file, frontMatter)
  if (header.value === undefined) return { findings: header.findings }
  const firstLine = parts[1]!.split('\n').length + 3
  return { value: { ...header.value.data, file, firstLine, wording: parts[2]! }, findings: [] }
}
