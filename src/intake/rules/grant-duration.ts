/** Rules on how long a grant lasts: records kept long enough, spending within it, and money for the time after it. */
import { formatDate } from '../format.ts'
import type { Intake } from '../schema.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const aboutGrant = /\bgrants?\b|\bclaims?\b|\bfunder/i
const aboutMoney = /\bfinanc|\baccount(?:s|ing|ancy)?\b|\bspend|\binvoice|\bfunding\b/i

function* retentionFaults({ intake }: RuleContext): Generator<Fault> {
  const years = intake.grant?.retention_years
  if (years === undefined) return
  for (const [index, row] of recordsOfGrant(intake))
    if (row.years !== undefined && row.years < years)
      yield {
        at: ['retention', index, 'years'],
        message: `${row.class} are kept for ${row.years} years, but the funder asks for ${years}`,
        related: asked(years),
      }
}

/** What is merely not said. The grant's clause still asks for the funder's years, so no two answers differ. */
function* unshownFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  const { retention = [], grant, audit } = intake
  const years = grant?.retention_years
  if (years === undefined) return
  const isNamed = retention.length > 0 && retention.every(row => row.class !== undefined)
  if (isNamed && recordsOfGrant(intake).length === 0 && conditions.grant)
    yield {
      at: ['retention'],
      message: `No class of records kept is about the grant, whose funder asks for ${years} years`,
      hint: 'Add a class for the claims and evidence of the grant, with who keeps them and the funder’s years.',
      related: asked(years),
    }
  const access = audit?.access_years
  if (access !== undefined && access < years)
    yield {
      at: ['audit', 'access_years'],
      severity: 'note',
      message: `Auditors may see the records for ${access} years after the end, but the funder asks for ${years}`,
      hint: 'Look in the funder’s terms for how long its auditors must have access, and write the longer time.',
      related: asked(years),
    }
}

const asked = (years: number) => [
  { at: ['grant', 'retention_years'], message: `The funder asks for ${years} years here` },
]

/** The classes of records, with their places in the list, that are about the grant; else those that are about money. */
function recordsOfGrant({ retention = [] }: Intake) {
  const named = [...retention.entries()].filter(([, row]) => row.class !== undefined)
  const ofGrant = named.filter(([, row]) => aboutGrant.test(`${row.class} ${row.reason ?? ''}`))
  return ofGrant.length > 0 ? ofGrant : named.filter(([, row]) => aboutMoney.test(row.class!))
}

function* fundingFaults(context: RuleContext): Generator<Fault> {
  const { grant, term, exit } = context.intake
  const state = context.answers.stateOf(['exit', 'funding'])?.state
  if (exit?.funding !== undefined || state === 'disputed' || term?.kind === undefined) return
  const grants = [
    { at: ['grant', 'end'], what: 'The grant', end: grant?.end },
    ...(grant?.other_grants ?? []).map(({ funder, end }, index) => ({
      at: ['grant', 'other_grants', index, 'end'],
      what: `The grant of ${funder ?? 'another funder'}`,
      end,
    })),
  ]
  const aside = setAside(context, 'exit', 'funding')
  const unpaid = aside
    ? `the cost of ending is answered ${aside.words}`
    : 'nothing says how the cost of ending is paid for'
  for (const { at, what, end } of grants) {
    if (!end || (term.kind === 'fixed' && (!term.end || end >= term.end))) continue
    const goesOn =
      term.kind === 'rolling'
        ? 'the partnership runs until ended'
        : `the partnership runs until ${formatDate(term.end!)}`
    yield {
      at,
      message: `${what} ends on ${formatDate(end)}, ${goesOn}, and ${unpaid}`,
      related: [
        { at: ['term', term.kind === 'rolling' ? 'kind' : 'end'], message: 'The term stands here' },
        { at: aside?.at ?? ['exit', 'funding'], message: 'The cost of ending belongs here' },
      ],
    }
  }
}

const base = { severity: 'warning', owner: 'finance', stage: 'draft' } as const

export const grantDurationRules: readonly Rule[] = [
  {
    ...base,
    code: 'GR-02',
    source: 'Code 9.14; 9.15',
    requirements: ['R076', 'R077'],
    find: retentionFaults,
  },
  {
    ...base,
    code: 'GR-10',
    source: 'Code 9.13; 9.14; 9.15',
    requirements: ['R075', 'R076', 'R077'],
    find: unshownFaults,
  },
  {
    ...base,
    code: 'GR-03',
    source: 'Code 9.20; 9.21',
    requirements: ['R081', 'R082'],
    find: fundingFaults,
  },
  {
    ...base,
    code: 'GR-07',
    source: 'Code 9.15; 9.20',
    requirements: ['R077', 'R081'],
    *find({ intake: { grant = {} } }) {
      const { start, end, eligible_spend_end: last } = grant
      const at = ['grant', 'eligible_spend_end']
      if (last && end && last > end)
        yield {
          at,
          message: `Spending is said to be eligible until ${formatDate(last)}, after the grant ends on ${formatDate(end)}`,
          related: [{ at: ['grant', 'end'], message: 'The end stands here' }],
        }
      if (last && start && last < start)
        yield {
          at,
          message: `Spending is said to be eligible until ${formatDate(last)}, before the grant starts on ${formatDate(start)}`,
          related: [{ at: ['grant', 'start'], message: 'The start stands here' }],
        }
    },
  },
]
