/** The rule that one fact is stated once: pairs of answers, in different parts of the form, that cannot both be right. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { conflictsInWords } from './conflicting-words.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** The last word of a person's name, before any office: `Dr Helen Osei, Director` to `osei`. */
const surname = (person: string): string =>
  plain(person.split(/,|\(| - | – /)[0] ?? '')
    .split(' ')
    .at(-1) ?? ''

/** Whether the words begin with a person's name. An office, such as `the Head of Early Help`, cannot be told from another. */
const looksLikeName = (person: string): boolean => {
  const name = person.split(',', 1)[0]!.trim()
  return /^(?:\p{Lu}[\p{L}’'.-]*)(?: \p{Lu}[\p{L}’'.-]*)+$/u.test(name) && !office.test(name)
}

const office =
  /\b(?:head|manager|director|officer|lead|chief|clerk|practitioner|engineer|secretary|chair|commissioner|adviser|team|service)\b/i

function* leadFaults({ intake }: RuleContext): Generator<Fault> {
  const name = intake.lead_officer?.name
  const index = intake.partners?.findIndex(partner => partner.is_host_council) ?? -1
  const other = index < 0 ? undefined : intake.partners?.[index]?.lead_officer
  if (!name || !other || !looksLikeName(name) || !looksLikeName(other)) return
  if (plain(other).split(' ').includes(surname(name)) || plain(name).split(' ').includes(surname(other)))
    return
  yield {
    at: ['partners', index, 'lead_officer'],
    message: `The Council’s lead officer is ${other} here, and ${name} at the top of the form`,
    related: [{ at: ['lead_officer', 'name'], message: `The lead officer is ${name} here` }],
  }
}

interface Deadline {
  readonly at: readonly Key[]
  readonly text: string | undefined
  readonly key: string
  readonly date: string | undefined
  readonly figure: string | undefined
  readonly what: string
}

/** Everything that is to be reached by a date: objectives, milestones and the funder's outputs. */
const deadlinesOf = ({ objectives, project, grant }: RuleContext['intake']): readonly Deadline[] => [
  ...(objectives ?? []).map(({ text, due, target }, index) => ({
    at: ['objectives', index],
    text,
    key: 'due',
    date: due,
    figure: target,
    what: 'objective',
  })),
  ...(project?.milestones ?? []).map(({ text, date }, index) => ({
    at: ['project', 'milestones', index],
    text,
    key: 'date',
    date,
    figure: undefined,
    what: 'milestone',
  })),
  ...(grant?.outputs ?? []).map(({ text, due, target }, index) => ({
    at: ['grant', 'outputs', index],
    text,
    key: 'due',
    date: due,
    figure: target,
    what: 'output',
  })),
]

/** The same words are the same goal; the same id may be a step on the way to it. */
const isSameGoal = (one: Deadline, other: Deadline): boolean =>
  one.text !== undefined && other.text !== undefined && plain(one.text) === plain(other.text)

/** The figures in a target, without the years and dates it may name. */
const figuresIn = (target: string): string =>
  [...target.replace(/\b(?:19|20)\d\d(?:[-/–]\d{2,4})?\b/g, ' ').matchAll(/\d[\d,]*(?:\.\d+)?%?/g)]
    .map(([figure]) => figure.replaceAll(',', ''))
    .join(' ')

function* deadlineFaults({ intake }: RuleContext): Generator<Fault> {
  const all = deadlinesOf(intake)
  for (const [nth, one] of all.entries())
    for (const other of all.slice(nth + 1)) {
      if (one.what === other.what || !isSameGoal(one, other)) continue
      if (one.date && other.date && one.date !== other.date)
        yield {
          at: [...other.at, other.key],
          message: `'${one.text}' is due on ${formatDate(other.date)} as ${other.what}, and on ${formatDate(one.date)} as ${one.what}`,
          related: [{ at: [...one.at, one.key], message: `It is due on ${formatDate(one.date)} here` }],
        }
      const [first, second] = [figuresIn(one.figure ?? ''), figuresIn(other.figure ?? '')]
      if (first && second && first !== second)
        yield {
          at: [...other.at, 'target'],
          message: `'${one.text}' has the target '${other.figure}' as ${other.what}, and '${one.figure}' as ${one.what}`,
          related: [{ at: [...one.at, 'target'], message: `The target is '${one.figure}' here` }],
        }
    }
}

function* retentionFaults({ intake }: RuleContext): Generator<Fault> {
  const first = new Map<string, { at: readonly Key[]; years: number }>()
  const rows = [
    ...(intake.retention ?? []).map((row, index) => ({ at: ['retention', index, 'years'], row })),
    ...(intake.info?.retention ?? []).map((row, index) => ({
      at: ['info', 'retention', index, 'years'],
      row,
    })),
  ]
  for (const { at, row } of rows) {
    const { class: name, holder, years } = row
    if (name === undefined || years === undefined) continue
    // Two bodies may keep the same class for different times, each for its own reason.
    const key = `${plain(name)} of ${holder ?? ''}`
    const other = first.get(key)
    if (!other) first.set(key, { at, years })
    else if (other.years !== years)
      yield {
        at,
        message: `The records called '${name}' are kept for ${years} years here, and for ${other.years} years elsewhere`,
        related: [{ at: other.at, message: `They are kept for ${other.years} years here` }],
      }
  }
}

function* seatFaults({ intake }: RuleContext): Generator<Fault> {
  const { members = [], board } = intake
  const seats = board?.seats?.filter(seat => seat.holder_kind === 'councillor') ?? []
  if (!board?.seats || board.seats.some(seat => !seat.holder_kind || !seat.number || !seat.partner)) return
  const places = seats.reduce((all, seat) => all + seat.number!, 0)
  if (members.length > places)
    yield {
      at: ['members'],
      message: `${members.length} councillors are named, but ${places === 0 ? 'no seat is' : places === 1 ? 'only one seat is' : `only ${places} seats are`} for a councillor`,
      related: [{ at: ['board', 'seats'], message: 'The seats stand here' }],
    }
  for (const [index, { name, partner }] of members.entries())
    if (partner !== undefined && seats.length > 0 && !seats.some(seat => seat.partner === partner))
      yield {
        at: ['members', index, 'partner'],
        message: `${name ?? `Councillor ${index + 1}`} sits for ${partnerName(intake, partner)}, which has no seat for a councillor`,
        related: [{ at: ['board', 'seats'], message: 'The seats stand here' }],
      }
}

export const conflictRules: readonly Rule[] = [
  {
    code: 'CONF-02',
    severity: 'warning',
    owner: 'officer',
    stage: 'draft',
    source: 'Code 7.1',
    requirements: ['R036'],
    *find(context) {
      yield* leadFaults(context)
      yield* deadlineFaults(context)
      yield* retentionFaults(context)
      yield* conflictsInWords(context)
    },
  },
  {
    code: 'GOV-27',
    severity: 'warning',
    owner: 'officer',
    stage: 'draft',
    source: 'Code 8.4; App 4 D',
    requirements: ['R122'],
    find: seatFaults,
  },
]
