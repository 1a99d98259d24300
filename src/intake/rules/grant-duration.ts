/** Rules on how long a grant lasts: records kept long enough, spending within it, and money for the time after it. */
import { formatDate } from '../format.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const aboutGrant = /\bgrants?\b|\bclaims?\b|\bfunder/i
const aboutMoney = /\bfinanc|\baccount(?:s|ing|ancy)?\b|\bspend|\binvoice|\bfunding\b/i

function* retentionFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  const { retention = [], grant, audit } = intake
  const years = grant?.retention_years
  if (years === undefined) return
  const asked = [{ at: ['grant', 'retention_years'], message: `The funder asks for ${years} years here` }]
  const named = [...retention.entries()].filter(([, row]) => row.class !== undefined)
  const ofGrant = named.filter(([, row]) => aboutGrant.test(`${row.class} ${row.reason ?? ''}`))
  const ofMoney = named.filter(([, row]) => aboutMoney.test(row.class!))
  const rows = ofGrant.length > 0 ? ofGrant : ofMoney
  if (named.length > 0 && named.length === retention.length && rows.length === 0 && conditions.grant)
    yield {
      at: ['retention'],
      message: `No class of records kept is about the grant, whose funder asks for ${years} years`,
      related: asked,
    }
  for (const [index, row] of rows)
    if (row.years !== undefined && row.years < years)
      yield {
        at: ['retention', index, 'years'],
        message: `${row.class} are kept for ${row.years} years, but the funder asks for ${years}`,
        related: asked,
      }
  const access = audit?.access_years
  if (access !== undefined && access < years)
    yield {
      at: ['audit', 'access_years'],
      severity: 'note',
      message: `Auditors may see the records for ${access} years after the end, but the funder asks for ${years}`,
      related: asked,
    }
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
