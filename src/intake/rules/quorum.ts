/** Rules on the quorum: that it can be reached, and that it is more than a handful. */
import { capital } from './capital.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** A board on which less than this share of the votes can decide is hardly one that its partners govern. */
const leastShare = 1 / 4

function* numberFaults({ intake, derived }: RuleContext): Generator<Fault> {
  const quorum = intake.decisions?.quorum
  const seats = derived.top.voting_seats
  if (quorum === undefined || !seats) return
  const at = ['decisions', 'quorum']
  const related = [{ at: ['board', 'seats'], message: `There are ${seats} voting seats here` }]
  if (quorum > seats)
    yield {
      at,
      message: `The quorum is ${quorum}, but there are only ${seats} voting seats, so the Board could never decide anything`,
      related,
    }
  else if (seats > 2 && (quorum === 1 || quorum < seats * leastShare))
    yield {
      at,
      severity: 'warning',
      message: `The quorum is ${quorum} of ${seats} voting seats, so ${quorum === 1 ? 'one member alone' : 'a small minority'} could decide for all the partners`,
      hint: 'Ask Legal for a quorum of at least a quarter of the voting seats; more than half is usual.',
      related,
    }
}

function* presenceFaults({ intake }: RuleContext): Generator<Fault> {
  const { quorum, quorum_must_include: wanted = [] } = intake.decisions ?? {}
  const seats = intake.board?.seats
  if (!seats || seats.some(seat => seat.partner === undefined || seat.voting === undefined)) return
  for (const [index, id] of wanted.entries())
    if (!seats.some(seat => seat.partner === id && seat.voting))
      yield {
        at: ['decisions', 'quorum_must_include', index],
        message: `${capital(partnerName(intake, id))} must be present for a quorum, but has no voting seat, so there could never be one`,
        hint: 'Give the partner a voting seat, or take it off the list of those who must be present.',
        related: [{ at: ['board', 'seats'], message: 'The seats stand here' }],
      }
  const named = [...new Set(wanted)]
  if (quorum !== undefined && named.length > quorum)
    yield {
      at: ['decisions', 'quorum'],
      severity: 'warning',
      message: `The quorum is ${quorum}, but ${named.length} partners must be present: ${inWords(named.map(id => partnerName(intake, id)))}`,
      hint: `Raise the quorum to at least ${named.length}, or shorten the list.`,
      related: [
        { at: ['decisions', 'quorum_must_include'], message: 'Those who must be present stand here' },
      ],
    }
}

export const quorumRules: readonly Rule[] = [
  {
    code: 'GOV-01',
    severity: 'error',
    owner: 'legal',
    stage: 'draft',
    source: 'Code 7.1; App 4 D',
    requirements: ['R036', 'R049', 'R122'],
    *find(context) {
      yield* numberFaults(context)
      yield* presenceFaults(context)
    },
  },
]
