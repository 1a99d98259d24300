/** Rules on votes: ties, weights, answers about voting that have no effect, and matters that two bodies are to decide. */
import { capital } from './capital.ts'
import { labelOf } from './labels.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** How many votes there are when everybody has come; undefined while that is not known, or no votes are counted. */
function votesAtFullStrength({ intake, derived }: RuleContext): number | undefined {
  const seats = intake.board?.seats
  switch (intake.decisions?.voting) {
    case 'one_seat_one_vote':
      return derived.top.voting_seats
    case 'one_partner_one_vote':
      if (!seats || seats.some(seat => seat.partner === undefined || seat.voting === undefined))
        return undefined
      return new Set(seats.filter(seat => seat.voting).map(seat => seat.partner)).size
    default:
      return undefined
  }
}

/** True when some of the weights add up to half of them all. */
function canSplitEvenly(weights: readonly number[]): boolean {
  const hundredths = weights.map(weight => Math.round(weight * 100))
  const whole = hundredths.reduce((a, b) => a + b, 0)
  let sums = new Set([0])
  for (const weight of hundredths) sums = new Set([...sums, ...[...sums].map(sum => sum + weight)])
  return whole > 0 && sums.has(whole / 2)
}

function* tieFaults(context: RuleContext): Generator<Fault> {
  const { decisions, partners = [] } = context.intake
  if (decisions?.casting_vote !== false || context.conditions.joint_committee !== false) return
  const votes = votesAtFullStrength(context)
  const weights = decisions.voting === 'weighted' ? decisions.weights?.map(row => row.weight ?? 0) : undefined
  const isEven = votes !== undefined && votes > 0 && votes % 2 === 0
  const isSplit = weights !== undefined && weights.length <= 16 && canSplitEvenly(weights)
  if (!isEven && !isSplit) return
  yield {
    at: ['decisions', 'casting_vote'],
    // Two partners who are equals often want it so: neither may outvote the other.
    ...(partners.length === 2 ? { severity: 'note' as const } : {}),
    message: `Votes can be equal with everybody present (${isSplit ? 'the weights can be split in halves' : `${votes} votes`}), and nobody has a casting vote, so a proposal would be lost`,
    related: [{ at: ['decisions', 'voting'], message: 'How votes are counted stands here' }],
  }
}

function* weightFaults({ intake }: RuleContext): Generator<Fault> {
  const { voting, weights } = intake.decisions ?? {}
  if (voting !== 'weighted' || !weights || weights.length === 0) return
  const at = ['decisions', 'weights']
  const list = inWords(
    weights.map(({ partner, weight }) => `${partnerName(intake, partner)} ${weight ?? '?'}%`),
  )
  if (weights.every(row => row.weight !== undefined)) {
    const sum = Math.round(weights.reduce((all, row) => all + row.weight! * 100, 0)) / 100
    if (Math.abs(sum - 100) > 0.005)
      yield { at, message: `The weights of the votes add up to ${sum}%, not 100%: ${list}` }
  }
  const seats = intake.board?.seats
  if (!seats || seats.some(seat => seat.partner === undefined || seat.voting === undefined)) return
  const voters = new Set(seats.filter(seat => seat.voting).map(seat => seat.partner!))
  const related = [{ at: ['board', 'seats'], message: 'The seats stand here' }]
  for (const [index, { partner }] of weights.entries())
    if (partner !== undefined && !voters.has(partner))
      yield {
        at: [...at, index, 'partner'],
        message: `${capital(partnerName(intake, partner))} has a share of the votes, but no voting seat to use it`,
        related,
      }
  for (const id of voters)
    if (!weights.some(row => row.partner === id))
      yield {
        at,
        message: `${capital(partnerName(intake, id))} has a voting seat, but no share of the votes`,
        related,
      }
}

function* idleFaults({ intake, answers }: RuleContext): Generator<Fault> {
  const { voting, weights = [], casting_vote: casting } = intake.decisions ?? {}
  if (!voting) return
  const related = [
    {
      at: ['decisions', 'voting'],
      message: `Votes are counted here by ${labelOf('decisions.voting', voting)}`,
    },
  ]
  if (voting !== 'weighted' && weights.length > 0 && !answers.stateOf(['decisions', 'weights']))
    yield {
      at: ['decisions', 'weights'],
      message: `Weights are given, but the way of voting is ${labelOf('decisions.voting', voting)}, which uses none`,
      related,
    }
  if (voting === 'consensus' && casting)
    yield {
      at: ['decisions', 'casting_vote'],
      message:
        'The chair is said to have a casting vote, but the Board decides by consensus, so there is no vote to cast',
      related,
    }
}

const plain = (matter: string): string =>
  matter
    .toLowerCase()
    .replace(/\b(?:a|an|the|any|of|to)\b/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

const base = { severity: 'error', owner: 'legal', stage: 'draft', source: 'Code 7.1; App 4 D' } as const

export const votingRules: readonly Rule[] = [
  { ...base, code: 'GOV-02', severity: 'warning', requirements: ['R036', 'R122'], find: tieFaults },
  { ...base, code: 'GOV-03', requirements: ['R036', 'R122'], find: weightFaults },
  { ...base, code: 'GOV-06', severity: 'warning', requirements: ['R036', 'R122'], find: idleFaults },
  {
    ...base,
    code: 'GOV-12',
    severity: 'warning',
    requirements: ['R036', 'R122'],
    *find({ intake: { decisions = {} } }) {
      const { unanimous_matters: unanimous = [], reserved_matters: reserved = [] } = decisions
      for (const [index, matter] of unanimous.entries()) {
        const twin = reserved.findIndex(other => plain(other) === plain(matter))
        if (twin >= 0)
          yield {
            at: ['decisions', 'unanimous_matters', index],
            message: `'${matter}' is both for the Board to decide unanimously and for the partners to decide themselves`,
            related: [{ at: ['decisions', 'reserved_matters', twin], message: 'It is reserved here' }],
          }
      }
    },
  },
]
