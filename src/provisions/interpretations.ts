/** The text of `data/code/interpretations.yaml` in; how the Council reads the Code, and how its faults are dealt with, out. */
import * as z from 'zod'
import type { Finding, Outcome } from '../findings/finding.ts'
import { type Choice, type Readings, readingIds } from '../intake/readings.ts'
import type { Council, RoleName } from './council.ts'
import { fault, readChecked } from './yaml.ts'

/** The Code's own faults are known by these numbers for ever. */
const count = 30

const line = z.lazy(() => z.string().trim().min(1, 'this may not be blank'))
const about = {
  id: z.string().regex(/^Z\d+$/, 'write the number as Z1'),
  code: line,
  question: line,
  dealt_with: line,
}

const interpretation = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('source'), ...about }),
    z.strictObject({
      kind: z.literal('choice'),
      ...about,
      readings: z.array(z.strictObject({ id: line, means: line })).min(2),
      default: line,
      in_force: line,
      decided_by: line,
      decided_on: z.iso.date(),
    }),
  ]),
)

const file = z.lazy(() => z.strictObject({ interpretations: z.array(interpretation) }))

/** One of the Code's faults: a choice between readings, or a fact about its text that the program works round. */
export type Interpretation = Readonly<z.infer<typeof interpretation>>

export interface Interpretations {
  /** All of them, in the order of their numbers. */
  readonly all: readonly Interpretation[]
  /** The reading in force wherever there is a choice. */
  readonly readings: Readings
}

/** Reads the file. Refused: a number that is missing, twice or unknown, and a reading that no rule or template knows. */
export function readInterpretations(
  text: string,
  name = 'data/code/interpretations.yaml',
): Outcome<Interpretations> {
  const read = readChecked(text, name, file)
  if (!read.value) return { findings: read.findings }
  const { data, placeOf } = read.value
  const all = data.interpretations
  const findings: Finding[] = all.flatMap((item, index) => {
    const at = (...keys: readonly PropertyKey[]) => placeOf(['interpretations', index, ...keys])
    const number = Number(item.id.slice(1))
    return [
      ...(number !== index + 1
        ? [fault('TPL-01', `${item.id} stands where Z${index + 1} is expected.`, at('id'))]
        : []),
      ...readingFaults(item).map(({ key, words }) => fault('TPL-01', words, at(...key))),
    ]
  })
  if (all.length !== count)
    findings.push(
      fault('TPL-01', `Z1 to Z${count} must each stand here; there are ${all.length}.`, placeOf([])),
    )
  if (findings.length > 0) return { findings }
  const readings = Object.fromEntries(
    all.flatMap(item => (item.kind === 'choice' ? [[item.id, item.in_force]] : [])),
  ) as Readings
  return { value: { all, readings }, findings: [] }
}

interface ReadingFault {
  readonly key: readonly PropertyKey[]
  readonly words: string
}

function readingFaults(item: Interpretation): readonly ReadingFault[] {
  const known: readonly string[] | undefined = readingIds[item.id as Choice]
  if (item.kind === 'source')
    return known ? [{ key: ['kind'], words: `${item.id} is a choice: give its readings.` }] : []
  if (!known) return [{ key: ['kind'], words: `Nothing turns on a reading of ${item.id}: make it a source.` }]
  const given = item.readings.map(r => r.id)
  const wrong = given.findIndex((id, i) => !known.includes(id) || given.indexOf(id) < i)
  return [
    ...(wrong >= 0
      ? [
          {
            key: ['readings', wrong, 'id'],
            words: `“${given[wrong]}” is not one of the readings of ${item.id}, each once: ${known.join(', ')}.`,
          },
        ]
      : []),
    ...known
      .filter(id => !given.includes(id))
      .map(id => ({ key: ['readings'], words: `The reading “${id}” of ${item.id} is missing.` })),
    ...(['default', 'in_force'] as const)
      .filter(key => !given.includes(item[key]))
      .map(key => ({ key: [key], words: `“${item[key]}” is not one of the readings of ${item.id}.` })),
  ]
}

/** What the reading in force means, for documents: `A score of 4 is Medium.` */
export function meaningOf({ all, readings }: Interpretations, id: Choice): string {
  const found = all.find(item => item.id === id)
  if (found?.kind !== 'choice') return ''
  return found.readings.find(r => r.id === readings[id])?.means ?? ''
}

/** The titles of the council's roles, and of the posts that a reading of the Code gives a duty to. */
export const rolesOf = (
  { roles }: Council,
  { readings }: Interpretations,
): Readonly<Record<RoleName | DutyName, string>> => ({
  ...roles,
  gives_vat_advice: roles[readings.Z10],
  updates_register: roles[readings.Z9],
})

/** Duties whose holder the Council chooses: who advises on VAT (Z10) and who keeps the register (Z9). */
type DutyName = 'gives_vat_advice' | 'updates_register'
