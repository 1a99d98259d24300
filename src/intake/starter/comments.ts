/** A question and how it stands in; the remark above its line in the file out, wrapped. */
import type { Field } from '../fields.ts'
import type { FieldEntry } from '../schema.ts'
import type { Standing } from './standing.ts'
import { writeAnswer } from './values.ts'

/** Columns that a remark may take. */
export const pageWidth = 100

/** What a choice means, by what is typed for it. */
export type Choices = Readonly<Record<string, string>>

/** What the remark above a question says. */
export interface Remark {
  readonly entry: FieldEntry
  readonly standing: Exclude<Standing, { is: 'left out' }>
  /** The answers of a list of single answers, which have no lines of their own. */
  readonly item?: FieldEntry
  readonly choices?: Choices
  /** Said only where it differs from what the remarks above say. */
  readonly owner?: string
  readonly isPrivate?: boolean
  /** What an id is, is said once. */
  readonly isFirstId?: boolean
}

/** Breaks a text into lines of remark. Lines after the first start with `hang`. */
function wrapRemark(text: string, width: number, hang = ''): string[] {
  const lines: string[] = []
  let line = '#'
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '#' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `#${hang}`
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

/** The remark above a question: whether it must be answered, the question, help, an example, the choices. */
export function writeRemark(remark: Remark, width: number): string[] {
  const { entry, item, choices, isFirstId } = remark
  const { ask, title, help, isId } = entry.field
  const words = [
    ask ?? `${title}.`,
    isId && !isFirstId ? '' : help,
    choices && isPlain(choices) && listed(choices),
  ]
  return [
    ...withExample(`(${describe(remark)}) ${words.filter(Boolean).join(' ')}`, oneLineExample(remark), width),
    ...longExample(item?.field ?? entry.field),
    ...(choices && !isPlain(choices) ? spreadChoices(choices, width) : []),
  ]
}

/** An example that does not fit on the line of its question has a line of its own. */
function withExample(text: string, example: string | undefined, width: number): string[] {
  if (!example) return wrapRemark(text, width)
  const whole = wrapRemark(`${text} ${example}`, width)
  return whole.length === 1 ? whole : [...wrapRemark(text, width), ...wrapRemark(example, width, '  ')]
}

/** The remark of a group, if there is anything to say of it. */
export function writeGroupRemark(remark: Remark, width: number): string[] {
  const { entry, standing, owner, isPrivate } = remark
  const { title, ask, help } = entry.field
  const marks = [...(standing.hangsOn.length > 0 ? [need(standing)] : []), ...belonging({ owner, isPrivate })]
  if (marks.length === 0 && !ask && !help) return []
  const tag = marks.length > 0 ? `(${marks.join('; ')}) ` : ''
  return wrapRemark(`${tag}${[ask ?? `${title}.`, help].filter(Boolean).join(' ')}`, width)
}

const need = ({ is, hangsOn }: Remark['standing']): string =>
  hangsOn.length === 0 ? is : `${is} if ${hangsOn.join(', and ')}`

const belonging = ({ owner, isPrivate }: Pick<Remark, 'owner' | 'isPrivate'>): string[] => [
  ...(owner ? [`for ${owner}`] : []),
  ...(isPrivate ? ['never shown to the partners'] : []),
]

function describe(remark: Remark): string {
  const { entry, standing, item } = remark
  const kind = describeKind((item ?? entry).field)
  const what = item ? (kind ? `a list, each ${kind}` : 'a list') : kind
  return [need(standing), what, ...belonging(remark)].filter(Boolean).join('; ')
}

const targets = { partners: 'a partner’s id', objectives: 'an objective’s id', risks: 'a risk’s id' } as const

function describeKind({ kind, target, min = 0, max = 0 }: Field): string {
  if (kind === 'ref') return targets[target ?? 'partners']
  if (kind === 'int')
    return min < max && max < 1e9 ? `a whole number from ${min} to ${max}` : 'a whole number'
  const kinds: Partial<Record<Field['kind'], string>> = {
    money: 'pounds',
    pct: 'a percentage',
    date: 'a date',
    yesNo: 'yes or no',
    list: 'a list',
  }
  return kinds[kind] ?? ''
}

/** Kinds whose form the first lines of the file show; an example would name dates and ids that are not this file's. */
const selfEvident: ReadonlySet<Field['kind']> = new Set(['yesNo', 'date', 'ref'])

function oneLineExample({ entry, item, choices }: Remark): string | undefined {
  const field = (item ?? entry).field
  const { example, kind } = field
  if (example === undefined || choices || selfEvident.has(kind) || String(example).includes('\n'))
    return undefined
  // An example of money is given in pounds, as it is typed.
  return `For example: ${kind === 'money' ? String(example) : writeAnswer(field, example)}`
}

const longExample = ({ example }: Field): string[] =>
  typeof example === 'string' && example.includes('\n')
    ? ['# For example:', ...example.split('\n').map(line => `#   ${line}`)]
    : []

/** True where every choice is its own explanation. */
const isPlain = (choices: Choices): boolean =>
  Object.entries(choices).every(([value, label]) => value.replaceAll('_', ' ') === label)

const listed = (choices: Choices): string => `One of: ${Object.keys(choices).join(', ')}.`

function spreadChoices(choices: Choices, width: number): string[] {
  const column = Math.max(...Object.keys(choices).map(value => value.length))
  return Object.entries(choices).flatMap(([value, label]) => {
    const [first = '', ...rest] = wrapRemark(label, width - column - 4)
    const lead = `#   ${value.padEnd(column)}  `
    return [lead + first.slice(2), ...rest.map(line => `#${' '.repeat(lead.length - 1)}${line.slice(2)}`)]
  })
}
