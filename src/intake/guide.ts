/** The guide for officers, `docs/intake.md`: the schema in, Markdown out. */
import type { Owner } from '../findings/finding.ts'
import { stageNames } from '../findings/stage-names.ts'
import { conditions } from './conditions.ts'
import type { Field, Kind, RefTarget } from './fields.ts'
import { preface } from './guide-preface.ts'
import { type FieldEntry, fieldAt, intakeFields, type Need, sections } from './schema.ts'

const ownerNames: Readonly<Record<Owner, string>> = {
  officer: 'the partnership officer',
  legal: 'Legal',
  finance: 'Finance',
  procurement: 'Procurement',
  hr: 'HR',
  risk_insurance: 'Risk and Insurance',
  ict: 'ICT',
  performance: 'Performance',
  information_governance: 'Information Governance',
  director: 'the director',
  partner: 'the partner',
  clause_owner: 'the clause owner',
}

const kindNames: Readonly<Record<Exclude<Kind, 'int' | 'ref' | 'choice'>, string>> = {
  text: 'one line of text',
  long: 'text, of several paragraphs if need be',
  money: 'pounds',
  pct: 'a percentage',
  date: 'a date',
  yesNo: 'yes or no',
  list: 'a list',
  group: 'a group',
}

const targetNames: Readonly<Record<RefTarget, string>> = {
  partners: 'the id of a partner',
  objectives: 'the id of an objective',
  risks: 'the id of a risk',
}

/** The whole guide as Markdown. */
export function writeIntakeGuide(): string {
  const parts = [
    preface,
    listContents(),
    ...sections.map(section => writeSection(section.title, section.keys)),
  ]
  return `${parts.join('\n\n')}\n`
}

const listContents = (): string =>
  sections
    .map(({ title }, index) => `${index + 1}. [${title}](#${anchor(numbered(title, index))})`)
    .join('\n')

const numbered = (title: string, index: number): string => `${index + 1} ${title}`

const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')

function writeSection(title: string, keys: readonly string[]): string {
  const index = sections.findIndex(section => section.title === title)
  const entries = intakeFields.filter(({ path }) => keys.includes(path.split(/[.[]/)[0] ?? ''))
  return [`## ${numbered(title, index)}`, ...entries.filter(isTold).map(writeEntry)].join('\n\n')
}

/** The items of a list of groups are told by the list and by their questions. */
const isTold = (entry: FieldEntry): boolean => !entry.isItem

function writeEntry(entry: FieldEntry): string {
  const { field, path } = entry
  const heading =
    field.kind === 'group' || holdsGroups(entry)
      ? `${entry.parent ? '####' : '###'} ${field.title}: \`${path}\``
      : `**${field.title}**: \`${path}\``
  const question = [field.ask, field.help].filter(Boolean).join(' ')
  const choices = Object.entries(field.choices ?? itemOf(entry)?.field.choices ?? {}).map(
    ([value, label]) => `- \`${value}\`: ${label}`,
  )
  const about = field.kind === 'group' ? describeGroup(entry) : describeQuestion(entry)
  return [heading, question, choices.join('\n'), about].filter(Boolean).join('\n\n')
}

const itemOf = ({ path }: FieldEntry): FieldEntry | undefined => fieldAt(`${path}[]`)

const holdsGroups = (entry: FieldEntry): boolean => itemOf(entry)?.field.kind === 'group'

const describeQuestion = (entry: FieldEntry): string => {
  const { field, path } = entry
  const item =
    field.kind === 'list' ? intakeFields.find(({ path: other }) => other === `${path}[]`) : undefined
  const example = field.example ?? item?.field.example
  return sentence([
    `Answer: ${item ? `a list; each item is ${describeKind(item.field)}` : describeKind(field)}`,
    describeNeed(entry.need, field),
    `Who: ${ownerNames[entry.owner]}, ${stageNames[entry.stage]}`,
    entry.isPrivate && 'Never shown to the partners',
    authority(entry.code) && `Source: ${authority(entry.code)}`,
    example !== undefined && `Example: \`${describeExample(example)}\``,
  ])
}

const describeGroup = (entry: FieldEntry): string =>
  sentence([
    describeNeed(entry.need, entry.field) !== always && describeNeed(entry.need, entry.field),
    entry.isPrivate && 'Never shown to the partners',
    authority(entry.code) && `Source: ${authority(entry.code)}`,
  ])

/** The source without requirement numbers, which mean nothing to an officer. */
const authority = (code = ''): string =>
  code
    .split('; ')
    .filter(part => !/^R\d/.test(part))
    .join('; ')

const sentence = (parts: readonly (string | false | undefined)[]): string =>
  parts
    .filter(Boolean)
    .map(part => `${part}.`)
    .join(' ')

function describeKind(field: Field): string {
  if (field.kind === 'int') return `a whole number${limits(field)}`
  if (field.kind === 'ref') return targetNames[field.target ?? 'partners']
  if (field.kind === 'choice') return 'one of these'
  return field.kind === 'group' ? 'a group of answers' : kindNames[field.kind]
}

const limits = ({ min = 0, max = 0 }: Field): string =>
  max < 1_000_000_000 ? (min === max ? ` (${min})` : ` from ${min} to ${max}`) : ''

const always = 'Always asked'

function describeNeed({ isOptional, when }: Need, { onlyIf }: Field): string {
  if (isOptional) return 'May be left blank'
  const tests = [
    ...when.map(any => any.map(name => conditions[name].label).join(' or ')),
    ...(onlyIf ? [onlyIf.words] : []),
  ]
  return tests.length === 0 ? always : `Asked when ${tests.join(', and ')}`
}

const describeExample = (example: string | number | boolean): string =>
  example === true ? 'yes' : example === false ? 'no' : String(example).replaceAll('\n', ' / ')
