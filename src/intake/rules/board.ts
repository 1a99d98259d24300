/** Rules on the Board: who has a seat, its secretariat, its reports, and the substitutes that may come. */
import type { Key } from '../answers.ts'
import { capital } from './capital.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

function* seatFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const seats = intake.board?.seats
  for (const [keys, what] of [
    [['board', 'seats'], 'The seats on the Board are answered none, so there is nobody to decide'],
    [['board', 'chair'], 'The chair of the Board is answered none, but somebody must preside'],
  ] as const)
    if (context.answers.stateOf(keys)?.state === 'none') yield { at: keys, message: what }
  if (!seats || seats.length === 0 || seats.some(seat => seat.partner === undefined)) return
  if (seats.every(seat => seat.voting === false) && intake.decisions?.voting !== 'consensus')
    yield { at: ['board', 'seats'], message: 'No seat on the Board carries a vote, so it can decide nothing' }
  const seatless = (intake.partners ?? []).filter(({ id }) => id && !seats.some(seat => seat.partner === id))
  if (seatless.length > 0)
    yield {
      at: ['board', 'seats'],
      severity: 'note',
      message: `${capital(inWords(seatless.map(({ id }) => partnerName(intake, id))))} ${seatless.length === 1 ? 'has' : 'have'} no seat on the Board`,
      hint: 'Check that this is meant. A partner without a seat is bound by what the others decide.',
    }
}

/** Working days in a year, for how far apart meetings are. */
const workingDays = 253

function* secretariatFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  const { cost_bearer: bearer, minutes_days: minutes } = intake.secretariat ?? {}
  const meetings = intake.board?.meetings_per_year
  if (bearer === 'by_contribution' && conditions.finance === false)
    yield {
      at: ['secretariat', 'cost_bearer'],
      message:
        'The cost of the secretariat is shared as the contributions are, but no partner contributes any money',
      hint: 'Choose another way to bear the cost, such as host or each_own.',
    }
  if (minutes !== undefined && meetings !== undefined && minutes > workingDays / meetings)
    yield {
      at: ['secretariat', 'minutes_days'],
      message: `Minutes are sent ${minutes} working days after a meeting, but with ${meetings} meetings a year the next one comes first`,
      hint: 'Shorten the time for minutes, or hold fewer meetings.',
      related: [{ at: ['board', 'meetings_per_year'], message: 'The meetings stand here' }],
    }
}

const timesAYear = { weekly: 52, monthly: 12, quarterly: 4, twice_a_year: 2, yearly: 1 } as const

const inPlainWords = {
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  twice_a_year: 'twice a year',
  yearly: 'yearly',
} as const

/** Whether the words name the Board: by its own name, or as "the Board". */
const isBoard = (words: string, name: string | undefined): boolean => {
  const said = words.trim().toLowerCase().replace(/^the /, '')
  return said === 'board' || said === name?.trim().toLowerCase().replace(/^the /, '')
}

function* reportFaults({ intake }: RuleContext): Generator<Fault> {
  const { name, meetings_per_year: meetings } = intake.board ?? {}
  if (meetings === undefined || intake.decisions?.written_decisions) return
  for (const [index, { from, what, frequency }] of (intake.reporting ?? []).entries())
    if (from && frequency && isBoard(from, name) && timesAYear[frequency] > meetings)
      yield {
        at: ['reporting', index, 'frequency'],
        message: `The Board is to report ${inPlainWords[frequency]}${what ? ` on ${what}` : ''}, but it meets only ${meetings === 1 ? 'once' : `${meetings} times`} a year and takes no decisions in writing`,
        related: [{ at: ['board', 'meetings_per_year'], message: 'The meetings stand here' }],
      }
}

function* substituteFaults({ intake }: RuleContext): Generator<Fault> {
  if (intake.board?.substitutes_allowed !== false) return
  const related = [{ at: ['board', 'substitutes_allowed'], message: 'Substitutes are ruled out here' }]
  const rows: readonly (readonly [readonly Key[], string | undefined, string | undefined])[] = [
    ...(intake.members ?? []).map(
      ({ name, substitute }, index) => [['members', index, 'substitute'], name, substitute] as const,
    ),
    ...(intake.representation?.attendance ?? []).map(
      ({ representative, substitute }, index) =>
        [['representation', 'attendance', index, 'substitute'], representative, substitute] as const,
    ),
  ]
  for (const [at, who, substitute] of rows)
    if (substitute)
      yield {
        at,
        message: `${substitute} is named as substitute${who ? ` for ${who}` : ''}, but members may not send substitutes`,
        related,
      }
}

const base = { severity: 'warning', owner: 'officer', stage: 'draft' } as const

export const boardRules: readonly Rule[] = [
  {
    ...base,
    code: 'GOV-11',
    severity: 'error',
    source: 'Code 7.1; 8.5; App 4 D',
    requirements: ['R036', 'R049', 'R122'],
    find: seatFaults,
  },
  {
    ...base,
    code: 'GOV-13',
    source: 'Code 8.8; App 4 D',
    requirements: ['R052', 'R122'],
    find: secretariatFaults,
  },
  { ...base, code: 'GOV-14', source: 'Code App 4 D', requirements: ['R122'], find: reportFaults },
  { ...base, code: 'GOV-21', source: 'Code App 5(i)', requirements: ['R130'], find: substituteFaults },
]
