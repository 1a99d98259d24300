/** Rules on DBS checks role by role: whether the law allows the level, whether it is enough, and whether it came in time. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import type { Intake } from '../schema.ts'
import { capital } from './capital.ts'
import { lateFault, startOf } from './date-order.ts'
import { labelOf } from './labels.ts'
import type { Fault, Rule } from './rule.ts'

type Level = NonNullable<NonNullable<NonNullable<Intake['safeguarding']>['roles']>[number]['dbs_level']>
type Group = 'children' | 'adults'

/** The barred lists that a level searches. */
const lists: Readonly<Partial<Record<Level, readonly Group[]>>> = {
  enhanced_barred_children: ['children'],
  enhanced_barred_adults: ['adults'],
  enhanced_barred_both: ['children', 'adults'],
}

const levelName = (level: Level): string => labelOf('safeguarding.roles[].dbs_level', level)

const listOf = (group: Group): string =>
  group === 'children' ? 'the children’s barred list' : 'the adults’ barred list'

interface Role {
  readonly at: readonly Key[]
  readonly name: string
  readonly level: Level | undefined
  readonly activity?: 'none' | 'children' | 'adults' | 'both' | undefined
}

/** Every role with a check: those listed under safeguarding, and those seconded. */
function rolesOf({ safeguarding, secondments }: Intake): readonly Role[] {
  return [
    ...(safeguarding?.roles ?? []).map((role, index) => ({
      at: ['safeguarding', 'roles', index],
      name: role.role ?? `role ${index + 1}`,
      level: role.dbs_level,
      activity: role.regulated_activity,
    })),
    ...(secondments ?? []).map((item, index) => ({
      at: ['secondments', index],
      name: item.secondee_or_post ?? `secondment ${index + 1}`,
      level: item.dbs_level,
    })),
  ]
}

/** Where what is said of the role’s work and the level do not go together. */
function* unlawfulLevels({ at, name, level, activity }: Role): Generator<Fault> {
  if (level === undefined || activity === undefined) return
  const related = [{ at: [...at, 'regulated_activity'], message: 'The kind of work is answered here' }]
  const regulated: readonly Group[] =
    activity === 'both' ? ['children', 'adults'] : activity === 'none' ? [] : [activity]
  for (const group of lists[level] ?? [])
    if (!regulated.includes(group))
      yield {
        at: [...at, 'dbs_level'],
        message: `${capital(name)} is to be checked against ${listOf(group)}, but the work is not regulated activity with ${group}, so the law does not allow that check`,
        hint: 'Choose a level that the role may have, or mend the answer about the work; HR can tell which.',
        related,
      }
  for (const group of regulated)
    if (!(lists[level] ?? []).includes(group))
      yield {
        at: [...at, 'dbs_level'],
        message: `${capital(name)} does regulated activity with ${group}, but ${levelName(level)} does not search ${listOf(group)}`,
        hint: 'Nobody on a barred list may do that work: choose the level that searches it, or mend the answer about the work.',
        related,
      }
}

/** Titles of people who are with clients by the nature of the work, and of people who as a rule are not. */
const withClients =
  /\b(?:social worker|nurse|health visitor|midwife|therapist|teacher|(?:youth|support|family|care|outreach) worker|practitioner|carer|foster|childminder|nursery)\b/i
const inOffice =
  /\b(?:analyst|accountant|auditor|treasurer|bookkeeper|finance (?:officer|manager|partner|assistant)|(?:data|it|ict|communications|media|web|procurement|policy) (?:officer|manager|assistant)|solicitor|board member|clerk)\b/i
/** Places where even office work can be regulated activity. */
const closedPlaces =
  /\b(?:school|academy|nursery|children[’']s (?:home|centre)|pupil|college|hospital|ward)\b/i

function* unlikelyLevels({ at, name, level, activity }: Role, hasClients: boolean): Generator<Fault> {
  // What was answered about the work itself decides; the title is only a hint where nothing was.
  if (level === undefined || activity !== undefined) return
  if (lists[level] && inOffice.test(name) && !withClients.test(name) && !closedPlaces.test(name))
    yield {
      at: [...at, 'dbs_level'],
      message: `${capital(name)} sounds like work away from those served, for which ${levelName(level)} is unlikely to be allowed`,
    }
  if ((level === 'none' || level === 'basic') && hasClients && withClients.test(name) && !inOffice.test(name))
    yield {
      at: [...at, 'dbs_level'],
      message: `${capital(name)} sounds like work with children or adults at risk, which is likely to need ${level === 'none' ? 'a DBS check' : `more than ${levelName(level)}`}`,
    }
}

/** A role’s name without what stands in brackets, in small letters and without an s at the end. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .trim()
    .replace(/s$/, '')

function* levelsApart(roles: readonly Role[]): Generator<Fault> {
  const first = new Map<string, Role>()
  for (const role of roles) {
    if (role.level === undefined) continue
    const known = first.get(plain(role.name))
    if (!known) first.set(plain(role.name), role)
    else if (known.level !== role.level)
      yield {
        at: [...role.at, 'dbs_level'],
        message: `${capital(role.name)} is to have ${levelName(role.level)} here and ${levelName(known.level!)} elsewhere`,
        related: [{ at: [...known.at, 'dbs_level'], message: `${known.name} has the other level here` }],
      }
  }
}

const base = { severity: 'warning', owner: 'hr', stage: 'draft' } as const

export const roleCheckRules: readonly Rule[] = [
  {
    ...base,
    code: 'DBS-02',
    source: 'Code 10.5; Police Act 1997 Part V',
    requirements: ['R088', 'Z20'],
    *find({ intake, conditions }) {
      for (const role of rolesOf(intake)) yield* unlikelyLevels(role, conditions.vulnerable_clients === true)
    },
  },
  {
    ...base,
    code: 'DBS-03',
    source: 'Code 10.5',
    requirements: ['R088', 'R110'],
    *find({ intake }) {
      yield* levelsApart(rolesOf(intake))
    },
  },
  {
    ...base,
    code: 'DBS-04',
    stage: 'live',
    source: 'Code 10.5',
    requirements: ['R088', 'R161'],
    *find({ intake, asAt }) {
      for (const [index, { role, checked_on: date }] of (intake.safeguarding?.roles ?? []).entries()) {
        const at: readonly Key[] = ['safeguarding', 'roles', index, 'checked_on']
        const what = `the DBS check of ${role ?? `role ${index + 1}`}`
        const late = lateFault({ at, what, date }, startOf(intake))
        if (date !== undefined && date > asAt)
          yield {
            at,
            message: `The DBS check of ${role ?? `role ${index + 1}`} is recorded as confirmed on ${formatDate(date)}, which is after the day of this check, ${formatDate(asAt)}`,
            hint: 'Leave the date out until the check is confirmed.',
          }
        else if (late) yield late
      }
    },
  },
  {
    ...base,
    code: 'DBS-05',
    severity: 'error',
    source: 'Safeguarding Vulnerable Groups Act 2006; Police Act 1997 s113BA and 113BB',
    requirements: ['R088', 'Z20'],
    *find({ intake }) {
      for (const role of rolesOf(intake)) yield* unlawfulLevels(role)
    },
  },
]
