/** Rules on the Council's own representatives: their duties, support, briefing and training, and who is elected. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { monthsLater } from './months-later.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** What the Code wants representatives to have. "None" is no answer to any of them. */
const support = {
  duties: 'The duties of the Council’s representatives are',
  support_contact: 'The first contact for the representatives’ support is',
  support_training: 'The training of the representatives is',
  support_administrative: 'The administrative support of the representatives is',
  support_advice: 'The advice for the representatives, personal liability included, is',
} as const

function* supportFaults(context: RuleContext): Generator<Fault> {
  for (const [key, what] of Object.entries(support)) {
    const aside = setAside(context, 'representation', key)
    if (aside?.words === 'none') yield { at: aside.at, message: `${what} answered none` }
  }
}

function* trainingFaults({ intake }: RuleContext): Generator<Fault> {
  const start = intake.term?.start
  for (const [index, { name, training_date: trained }] of (intake.members ?? []).entries()) {
    const who = name ?? `councillor ${index + 1}`
    const at = ['members', index, 'training_date']
    if (trained && start && trained > monthsLater(start, 12))
      yield {
        at,
        message: `${who} is trained on ${formatDate(trained)}, more than a year after the start on ${formatDate(start)}`,
        related: [{ at: ['term', 'start'], message: 'The start stands here' }],
      }
  }
}

function* electedFaults({ intake }: RuleContext): Generator<Fault> {
  const isOnly = intake.representation?.only_accountable_member
  const seats = intake.board?.seats ?? []
  const at = ['representation', 'only_accountable_member']
  if (isOnly === undefined || seats.length === 0) return
  const councillors = seats.filter(seat => seat.holder_kind === 'councillor')
  const count = councillors.reduce((all, seat) => all + (seat.number ?? 1), 0)
  const related = [{ at: ['board', 'seats'], message: `The seats give ${count} to councillors` }]
  if (isOnly && count > 1)
    yield {
      at,
      severity: 'warning',
      message: `One councillor is said to be the only elected person on the Board, but councillors have ${count} seats`,
      hint: 'Answer with false, or mend the kind of holder in the seats.',
      related,
    }
  else if (isOnly)
    yield {
      at,
      message:
        'A councillor will be the only elected person on the Board, and will answer to the public for what it does',
    }
  else if (
    count === 1 &&
    seats.every(seat => seat.holder_kind === 'councillor' || seat.holder_kind === 'officer')
  )
    yield {
      at,
      severity: 'warning',
      message:
        'A councillor is said not to be the only elected person on the Board, but every other seat is held by an officer',
      hint: 'Answer with true, or mend the kind of holder in the seats.',
      related,
    }
}

/** Records of the Council's representatives that say that something has happened. */
function* futureFaults({ intake, asAt }: RuleContext): Generator<Fault> {
  const { representation = {} } = intake
  const records: readonly (readonly [readonly Key[], string, string | undefined])[] = [
    [
      ['representation', 'conflict_briefing_date'],
      'The briefing on conflict of roles',
      representation.conflict_briefing_date,
    ],
    [
      ['representation', 'reporting_agreed_date'],
      'The agreement on reporting',
      representation.reporting_agreed_date,
    ],
    ...(representation.attendance ?? []).map(
      ({ meeting }, index) =>
        [['representation', 'attendance', index, 'meeting'], 'Attendance at a meeting', meeting] as const,
    ),
  ]
  for (const [at, what, date] of records)
    if (date && date > asAt)
      yield {
        at,
        message: `${what} is recorded for ${formatDate(date)}, which is after the day of this check, ${formatDate(asAt)}`,
      }
}

/** Fewest recorded meetings from which absence is a pattern. */
const pattern = 3

function* attendanceFaults({ intake }: RuleContext): Generator<Fault> {
  const rows = intake.representation?.attendance ?? []
  const known = [...rows.entries()].filter(([, row]) => row.representative && row.attended !== undefined)
  for (const who of new Set(known.map(([, row]) => row.representative!))) {
    const meetings = known.filter(([, row]) => row.representative === who)
    const missed = meetings.filter(([, row]) => !row.attended && !row.substitute)
    if (meetings.length >= pattern && missed.length * 2 > meetings.length)
      yield {
        at: ['representation', 'attendance', missed.at(-1)![0], 'attended'],
        message: `${who} missed ${missed.length} of ${meetings.length} meetings and sent no substitute`,
      }
  }
}

const base = { severity: 'warning', owner: 'director', stage: 'sign_off' } as const

export const representativeRules: readonly Rule[] = [
  {
    ...base,
    code: 'GOV-16',
    source: 'Code 8.6 to 8.8; App 5(i)',
    requirements: ['R050', 'R051', 'R052', 'R130'],
    find: supportFaults,
  },
  {
    ...base,
    code: 'GOV-17',
    source: 'Code 8.8',
    requirements: ['R053'],
    *find({ intake: { representation } }) {
      if (representation?.conflict_briefing_given === false)
        yield {
          at: ['representation', 'conflict_briefing_given'],
          message:
            'The Council’s representatives have not been told how their roles for the Council and for the partnership may conflict',
        }
    },
  },
  {
    ...base,
    code: 'GOV-19',
    severity: 'note',
    source: 'Code 8.4',
    requirements: ['R048'],
    find: electedFaults,
  },
  { ...base, code: 'GOV-22', source: 'Code 8.8', requirements: ['R052'], find: trainingFaults },
  {
    ...base,
    code: 'GOV-23',
    stage: 'review',
    source: 'Code App 5(i)',
    requirements: ['R130'],
    find: attendanceFaults,
  },
  {
    ...base,
    code: 'GOV-25',
    severity: 'error',
    source: 'Code 8.8; App 5(ii)',
    requirements: ['R053', 'R132'],
    find: futureFaults,
  },
]
