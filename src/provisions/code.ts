/** The texts of `data/code/` in; the Code's lists as typed data out: consultees, checklists, risk prompts, grades, types, paths. */
import * as z from 'zod'
import type { Finding, Outcome } from '../findings/finding.ts'
import { conditionNames } from '../intake/condition-names.ts'
import { contactKinds, roleNames } from './council.ts'
import { fault, readChecked } from './yaml.ts'

const line = z.lazy(() => z.string().trim().min(1))
const ids = z.lazy(() => z.array(z.string().regex(/^[a-z][a-z0-9-]*$/)).default([]))

const consultees = z.lazy(() =>
  z.array(
    z.strictObject({
      row: line,
      department: line,
      role: z.enum(roleNames).optional(),
      written: z.boolean(),
      areas: z.array(line),
      code: line,
    }),
  ),
)

const checklists = z.lazy(() =>
  z.array(
    z.strictObject({
      set: z.enum(['planning', 'inclusivity', 'governance']),
      title: line,
      introduction: line,
      questions: z.array(
        z.strictObject({
          number: z.int().min(1),
          ask: line,
          /** The condition under which alone it is asked, and what is so where it is not. */
          applies: z.enum(conditionNames).optional(),
          otherwise: line.optional(),
          /** Provisions in which the agreement deals with it. */
          shown_in: ids,
        }),
      ),
    }),
  ),
)

const prompt = {
  text: line,
  same_as: z.string().optional(),
  shown_in: ids,
}
const riskPrompts = z.lazy(() =>
  z.strictObject({
    strategic: z.array(z.strictObject({ ...prompt, control: line })),
    operational: z.array(
      z.strictObject({ group: line, title: line, prompts: z.array(z.strictObject(prompt)) }),
    ),
  }),
)

const levels = <T extends z.ZodType>(level: T) => z.strictObject({ 1: level, 2: level, 3: level, 4: level })
const band = z.lazy(() => z.strictObject({ title: line, action: line }))
const riskModel = z.lazy(() =>
  z.strictObject({
    likelihood: levels(z.strictObject({ title: line, chance: line, means: line })),
    impact: levels(z.strictObject({ title: line, means: line })),
    bands: z.strictObject({ high: band, medium: band, low: band }),
    strategies: z.strictObject({ accept: line, control: line, transfer: line, eliminate: line }),
  }),
)

const types = z.lazy(() =>
  z.array(
    z.strictObject({
      type: line,
      family: z.enum(['permitted', 'operational']),
      involvement: line,
      reporting: line,
      ours: z.boolean(),
    }),
  ),
)

const paths = z.lazy(() =>
  z.array(
    z.strictObject({
      id: line,
      title: line,
      serves: line,
      steps: z.array(
        z.strictObject({
          id: line,
          kind: z.enum(['start', 'question', 'action', 'end']),
          text: line,
          next: z.array(z.strictObject({ to: line, when: line.optional() })).default([]),
        }),
      ),
    }),
  ),
)

const files = {
  consultees,
  checklists,
  'risk-prompts': riskPrompts,
  'risk-model': riskModel,
  'partnership-types': types,
  representatives: z.lazy(() => z.array(line)),
  contacts: z.lazy(() => z.array(z.strictObject({ kind: z.enum(contactKinds), title: line }))),
  'decision-paths': paths,
} as const

/** The files of `data/code/`, without their endings. */
export const codeFiles = Object.keys(files) as readonly (keyof typeof files)[]

export type RiskModel = z.infer<typeof riskModel>
export type ChecklistSet = z.infer<typeof checklists>[number]
export type Question = ChecklistSet['questions'][number]

/** A prompt for finding risks. `control` is what to start from, for the strategic ones. */
export interface RiskPrompt {
  readonly id: string
  readonly text: string
  readonly control?: string
  readonly same_as?: string
  readonly shown_in: readonly string[]
}
export interface PromptGroup {
  readonly group: string
  readonly title: string
  readonly prompts: readonly RiskPrompt[]
}

export interface Code {
  readonly consultees: z.infer<typeof consultees>
  readonly checklists: readonly ChecklistSet[]
  /** The strategic group first, then the operational ones. */
  readonly prompts: readonly PromptGroup[]
  readonly riskModel: RiskModel
  readonly types: z.infer<typeof types>
  readonly duties: readonly string[]
  readonly contacts: readonly { readonly kind: (typeof contactKinds)[number]; readonly title: string }[]
  readonly paths: z.infer<typeof paths>
}

type Read = <K extends keyof typeof files>(name: K) => z.infer<(typeof files)[K]> | undefined

/** Reads single lists; what is wrong with them is added to the findings. */
const reading =
  (textOf: (name: string) => string, findings: Finding[]): Read =>
  <K extends keyof typeof files>(name: K) => {
    const outcome = readChecked(textOf(name), `data/code/${name}.yaml`, files[name] as z.ZodType)
    findings.push(...outcome.findings)
    return outcome.value?.data as z.infer<(typeof files)[K]> | undefined
  }

/** Reads the two lists that rules look at, which is all of the Code that a check loads. */
export function readRuleLists(
  textOf: (name: string) => string,
): Outcome<Pick<Code, 'checklists' | 'prompts'>> {
  const findings: Finding[] = []
  const read = reading(textOf, findings)
  const [checklists, prompts] = [read('checklists'), read('risk-prompts')]
  if (!checklists || !prompts) return { findings }
  return { value: { checklists, prompts: promptGroups(prompts) }, findings }
}

/**
 * Reads the Code's lists. Refused besides what does not fit: a prompt that is the same as one there is not, and a step of
 * a path that leads nowhere.
 * @param textOf the text of a file of `data/code/`, by its name without the ending
 */
export function readCode(textOf: (name: string) => string): Outcome<Code> {
  const findings: Finding[] = []
  const read = reading(textOf, findings)
  const [rows, sets, model, kinds] = [
    read('consultees'),
    read('checklists'),
    read('risk-model'),
    read('partnership-types'),
  ]
  const [duties, contacts] = [read('representatives'), read('contacts')]
  const prompts = read('risk-prompts')
  const ways = read('decision-paths')
  if (!rows || !sets || !model || !kinds || !duties || !contacts || !prompts || !ways) return { findings }
  const groups = promptGroups(prompts)
  findings.push(...strayPrompts(groups), ...strayPaths(ways))
  if (findings.length > 0) return { findings }
  return {
    value: {
      consultees: rows,
      checklists: sets,
      prompts: groups,
      riskModel: model,
      types: kinds,
      duties,
      contacts,
      paths: ways,
    },
    findings,
  }
}

const promptGroups = ({ strategic, operational }: z.infer<typeof riskPrompts>): readonly PromptGroup[] =>
  [{ group: 'strategic', title: 'Strategic', prompts: strategic }, ...operational].map(
    ({ group, title, prompts }) => ({
      group,
      title,
      prompts: prompts.map((p, index) => ({ ...p, id: `${group}-${index + 1}` }) as RiskPrompt),
    }),
  )

const atTop = (file: string) => ({ file: `data/code/${file}.yaml`, start: { line: 1, column: 1 } })

function strayPrompts(groups: readonly PromptGroup[]): Finding[] {
  const known = new Set(groups.flatMap(g => g.prompts.map(p => p.id)))
  return groups
    .flatMap(g => g.prompts)
    .filter(p => p.same_as !== undefined && !known.has(p.same_as))
    .map(p =>
      fault('ANS-06', `${p.id} is the same as “${p.same_as}”, which is not there.`, atTop('risk-prompts')),
    )
}

function strayPaths(ways: z.infer<typeof paths>): Finding[] {
  return ways.flatMap(({ id, steps }) => {
    const known = new Set(steps.map(s => s.id))
    return steps
      .flatMap(s => s.next.map(n => n.to))
      .filter(to => !known.has(to))
      .map(to =>
        fault(
          'ANS-06',
          `The path “${id}” leads to “${to}”, which is no step of it.`,
          atTop('decision-paths'),
        ),
      )
  })
}
