/** Rules on safeguarding where the partnership works with children or adults at risk: lead, policy, and an answer on checks. */
import type { Key } from '../answers.ts'
import { hasAnswer } from '../three-valued.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** Whom the partnership works with, in words, and where that is said; undefined where it is nobody at risk. */
function clientsAtRisk({ intake: { clients } }: RuleContext) {
  const words = [clients?.children && 'children', clients?.adults_at_risk && 'adults at risk'].filter(Boolean)
  if (words.length === 0) return undefined
  const at: readonly Key[] = ['clients', clients?.children ? 'children' : 'adults_at_risk']
  return { words: words.join(' and '), related: [{ at, message: 'That is answered here' }] }
}

function* protectionFaults(context: RuleContext): Generator<Fault> {
  const clients = clientsAtRisk(context)
  if (!clients) return
  const whole = setAside(context, 'safeguarding')
  if (whole)
    yield {
      at: whole.at,
      message: `The partnership works with ${clients.words}, but safeguarding is answered ${whole.words}`,
      related: clients.related,
    }
  for (const key of ['lead', 'policy'] as const) {
    const aside = whole ? undefined : setAside(context, 'safeguarding', key)
    if (aside)
      yield {
        at: aside.at,
        message: `The partnership works with ${clients.words}, but the safeguarding ${key} is answered ${aside.words}`,
        related: clients.related,
      }
  }
}

function* unansweredChecks(context: RuleContext): Generator<Fault> {
  const clients = clientsAtRisk(context)
  const aside = setAside(context, 'safeguarding', 'roles')
  // Not applicable comes with a reason, which is an answer; a bare none is not.
  if (!clients || aside?.words !== 'none' || aside.at.length < 2) return
  yield {
    at: aside.at,
    message: `The partnership works with ${clients.words}, but no role is listed with the DBS check it needs`,
    related: clients.related,
  }
}

function* deniedClients({ intake }: RuleContext): Generator<Fault> {
  const { clients, safeguarding } = intake
  if (clients?.children !== false || clients.adults_at_risk !== false) return
  const key = (['lead', 'policy'] as const).find(name => hasAnswer(safeguarding?.[name]))
  const role = (safeguarding?.roles ?? []).findIndex(
    ({ regulated_activity: activity }) => activity !== undefined && activity !== 'none',
  )
  if (role >= 0)
    yield {
      at: ['safeguarding', 'roles', role, 'regulated_activity'],
      message:
        'The partnership is said to work with neither children nor adults at risk, yet a role in it is regulated activity',
      related: [{ at: ['clients'], message: 'The answers about clients stand here' }],
    }
  else if (key)
    yield {
      at: ['safeguarding', key],
      severity: 'note',
      message: `The partnership is said to work with neither children nor adults at risk, yet a safeguarding ${key} is named, and the agreement will have no clause on safeguarding`,
      related: [{ at: ['clients'], message: 'The answers about clients stand here' }],
    }
}

const base = { severity: 'error', stage: 'draft' } as const

export const safeguardingRules: readonly Rule[] = [
  {
    ...base,
    code: 'SAFE-01',
    owner: 'officer',
    source: 'Code 10.5; App 4 D',
    requirements: ['R088', 'R122'],
    find: protectionFaults,
  },
  {
    ...base,
    code: 'SAFE-02',
    owner: 'officer',
    severity: 'warning',
    source: 'Code 10.5',
    requirements: ['R088', 'R110'],
    find: deniedClients,
  },
  {
    ...base,
    code: 'DBS-01',
    owner: 'hr',
    source: 'Code 10.5',
    requirements: ['R088', 'Z20'],
    find: unansweredChecks,
  },
]
