/**
 * Reads an intake: takes the bytes of one file, gives the answers with their places and every finding at once. An error
 * means no answers; what is missing, disputed or doubtful does not.
 */
import type * as z from 'zod'
import type { Finding, Outcome, Place } from '../findings/finding.ts'
import type { Answers, Key } from './answers.ts'
import type { Field } from './fields.ts'
import { type Plan, planOf } from './plan.ts'
import { coerceIntake } from './reading/coerce.ts'
import { decodeIntake } from './reading/decode.ts'
import { wordIssues } from './reading/issues.ts'
import { indexLines, type Lines } from './reading/lines.ts'
import { locate } from './reading/locate.ts'
import { type Reading, readTree } from './reading/mend.ts'
import { startNotes } from './reading/notes.ts'
import { checkReferences } from './reading/references.ts'
import type { Mapping } from './reading/tree.ts'
import { type Intake, intakeSchema } from './schema.ts'

/** Reads the bytes of one intake file against the schema. Never throws, whatever the bytes. */
export function readAnswers(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  schema: z.ZodType = intakeSchema,
): Outcome<Answers> {
  const decoded = decodeIntake(file, bytes)
  if (decoded.value === undefined) return { findings: decoded.findings }
  const text = decoded.value
  const lines = indexLines(file, text)
  const reading = readTree(lines)
  const root = reading.root
  if (root?.type !== 'mapping') return { findings: [...reading.findings, ...refuseRoot(reading, lines)] }

  const { intake, findings, located } = readMapping(root, reading, lines, schema)
  const ordered = [...reading.findings, ...findings].sort(inFileOrder)
  if (ordered.some(finding => finding.severity === 'error')) return { findings: ordered }
  return { value: { file, text, intake: intake as Intake, ...located }, findings: ordered }
}

function readMapping(root: Mapping, reading: Reading, lines: Lines, schema: z.ZodType) {
  const notes = startNotes(lines, pathsByName(schema))
  const intake = coerceIntake(root, schema, notes)
  // With lines left out, an id that seems unknown may stand in one of them.
  if (reading.brokenLines.size === 0) checkReferences(root, notes)
  const located = locate(notes, intake, [...(planOf(schema).group?.keys() ?? [])])
  // A run reads few intakes, so compiling a parser first would cost more than it saves.
  const checked = schema.safeParse(intake, { jitless: true })
  const issues = checked.success
    ? []
    : wordIssues(checked.error.issues, keys => questionAt(schema, keys), located.placeOf)
  const findings = [...notes.findings, ...issues].filter(({ place }) => !isBroken(place, reading))
  return { intake, findings, located }
}

const isBroken = (place: Place | undefined, { brokenLines }: Reading): boolean =>
  place !== undefined && brokenLines.has(place.start.line)

const inFileOrder = ({ place: a }: Finding, { place: b }: Finding): number =>
  (a?.start.line ?? 0) - (b?.start.line ?? 0) || (a?.start.column ?? 0) - (b?.start.column ?? 0)

function refuseRoot({ root, findings, isWhole, brokenLines }: Reading, lines: Lines): Finding[] {
  if (!isWhole || brokenLines.size > 0 || findings.length > 0) return []
  const refuse = (message: string, hint: string, span = { start: 0, end: 0 }): Finding[] => [
    { code: 'YAML-01', severity: 'error', message, hint, place: lines.placeAt(span) },
  ]
  const start = 'Start from a file that `concordat new` writes'
  if (root === undefined || (root.type === 'scalar' && root.text.trim() === ''))
    return refuse('The file holds no answers', start)
  const first = lines.positionAt(root.span.start)
  const line = { start: root.span.start, end: lines.startOf(first.line) + lines.lineText(first.line).length }
  if (root.type === 'sequence') {
    return refuse(
      'The file is a list; an intake is questions, each with a name, a colon and an answer',
      start,
      line,
    )
  }
  return refuse(
    'The file is running text; an intake is questions, each with a name, a colon and an answer',
    start,
    line,
  )
}

/** The question at a path, or undefined where the schema has none. */
function questionAt(schema: z.ZodType, keys: readonly Key[]): Field | undefined {
  let plan = planOf(schema)
  for (const key of keys) {
    const child = plan.group?.get(String(key)) ?? plan.item
    if (!child) return undefined
    plan = child
  }
  return plan.field
}

const indexes = new WeakMap<z.ZodType, ReadonlyMap<string, readonly string[]>>()

/** The paths of every question by its own name; worked out once for each schema. */
function pathsByName(schema: z.ZodType): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(schema)
  if (known) return known
  const paths = new Map<string, string[]>()
  const visit = ({ group, item }: Plan, path: string) => {
    if (item) visit(item, `${path}[]`)
    for (const [key, child] of group ?? []) {
      const below = path ? `${path}.${key}` : key
      paths.set(key, [...(paths.get(key) ?? []), below])
      visit(child, below)
    }
  }
  visit(planOf(schema), '')
  indexes.set(schema, paths)
  return paths
}
