/** The questions of a group and the answers so far in; their lines in the file out, with the remarks above them. */
import type { Owner } from '../../findings/finding.ts'
import type { Conditions } from '../gaps.ts'
import { type FieldEntry, fieldAt, intakeFields } from '../schema.ts'
import { type Choices, type Remark, writeGroupRemark, writeRemark } from './comments.ts'
import { type Beside, type Standing, standingOf } from './standing.ts'
import { writeAnswer } from './values.ts'

export interface Form {
  readonly conditions: Conditions
  /** The title of each owner. */
  readonly owners: Readonly<Record<Owner, string>>
  /** What may be typed where the schema leaves it to the council. */
  readonly priorities: Choices
  /** Paths of questions whose remark has been written: further items of a list go without. */
  readonly explained: Set<string>
}

/** What the remarks above have said of the questions below them. */
interface Said {
  readonly above: FieldEntry | undefined
  readonly owner: Owner
  readonly isPrivate: boolean
  readonly width: number
}

type Asked = Exclude<Standing, { is: 'left out' }>

const childrenOf = new Map<string, FieldEntry[]>()
for (const entry of intakeFields)
  childrenOf.set(entry.parent, [...(childrenOf.get(entry.parent) ?? []), entry])

/** The questions at the top of the form. */
export const topQuestions: readonly FieldEntry[] = childrenOf.get('') ?? []

/** The lines of one question and all that stands below it; none when it is left out. */
export function writeQuestion(form: Form, entry: FieldEntry, beside: Beside, said: Said): string[] {
  const value = beside[keyOf(entry)]
  const standing = standingOf(entry, said.above, form.conditions, beside)
  const isGiven = value !== undefined
  if (standing.is === 'left out' && !isGiven) return []
  // An answer that was given is never lost, called for or not.
  const asked: Asked = standing.is === 'left out' ? { is: 'optional', hangsOn: [] } : standing
  if (entry.field.kind === 'group') return writeGroup(form, entry, value, asked, said)
  if (entry.field.kind === 'list') return writeList(form, entry, value, asked, said)
  return [
    ...explain(form, entry, asked, said),
    withAnswer(`${keyOf(entry)}:`, writeAnswer(entry.field, value)),
  ]
}

const keyOf = ({ path }: FieldEntry): string => path.slice(path.lastIndexOf('.') + 1)

/** A blank stays after the colon, so that what is typed next stands apart from it. */
const withAnswer = (lead: string, answer: string): string => `${lead} ${answer}`

function writeGroup(form: Form, entry: FieldEntry, value: unknown, standing: Asked, said: Said): string[] {
  const remark = form.explained.has(entry.path)
    ? []
    : writeGroupRemark(remarkOf(form, entry, standing, said), said.width)
  const lines = writeMembers(form, entry, value, said)
  if (lines.length === 0) return []
  form.explained.add(entry.path)
  return [...remark, `${keyOf(entry)}:`, ...indent(lines)]
}

function writeMembers(form: Form, group: FieldEntry, value: unknown, said: Said): string[] {
  const inside = { above: group, owner: group.owner, isPrivate: group.isPrivate, width: said.width - 2 }
  const members = childrenOf.get(group.path) ?? []
  return members.flatMap(member => writeQuestion(form, member, (value ?? {}) as Beside, inside))
}

function writeList(form: Form, entry: FieldEntry, value: unknown, standing: Asked, said: Said): string[] {
  const item = fieldAt(`${entry.path}[]`)
  const isNone = Array.isArray(value) && value.length === 0
  const isUnused = standing.is === 'optional' && value === undefined
  if (!item || (isUnused && form.explained.has(entry.path))) return []
  const width = isUnused ? said.width - 2 : said.width
  const remark = explain(form, entry, standing, { ...said, width }, item)
  if (isNone) return [...remark, withAnswer(`${keyOf(entry)}:`, 'none')]
  const values: readonly unknown[] = Array.isArray(value) ? value : [undefined]
  const items = values.flatMap((one, index) =>
    item.field.kind === 'group'
      ? [
          ...(index > 0 ? [''] : []),
          ...startItem(writeMembers(form, item, one, { ...said, width: width - 2 })),
        ]
      : [withAnswer('-', writeAnswer(item.field, one))],
  )
  const lines = [`${keyOf(entry)}:`, ...indent(items)]
  return [...remark, ...(isUnused ? lines.map(line => `# ${line}`) : lines)]
}

/** Sets in the lines of one item and puts the hyphen before the first that is no remark. */
function startItem(lines: readonly string[]): string[] {
  const first = lines.findIndex(line => !line.startsWith('#'))
  return lines.map((line, index) => (index < first ? line : index === first ? `- ${line}` : setIn(line)))
}

const setIn = (line: string): string => (line === '' ? '' : `  ${line}`)

const indent = (lines: readonly string[]): string[] => lines.map(setIn)

function explain(form: Form, entry: FieldEntry, standing: Asked, said: Said, item?: FieldEntry): string[] {
  if (form.explained.has(entry.path)) return []
  form.explained.add(entry.path)
  const isFirstId = entry.field.isId === true && !form.explained.has('id')
  if (isFirstId) form.explained.add('id')
  const single = item && item.field.kind !== 'group' ? item : undefined
  const remark = remarkOf(form, entry, standing, said)
  const about = { ...remark, isFirstId, ...(single && { item: single }), ...choicesOf(form, single ?? entry) }
  return writeRemark(about, said.width)
}

function remarkOf(form: Form, entry: FieldEntry, standing: Asked, said: Said): Remark {
  return {
    entry,
    standing,
    ...(entry.owner !== said.owner && { owner: form.owners[entry.owner] }),
    isPrivate: entry.isPrivate && !said.isPrivate,
  }
}

function choicesOf(form: Form, { path, field }: FieldEntry): { readonly choices?: Choices } {
  if (field.choices) return { choices: field.choices }
  return /(?:^|\.)priorities\[\]$/.test(path) ? { choices: form.priorities } : {}
}
