/** Rules on the money of a section 75 arrangement: the budget model, the Better Care Fund, who bears an overspend. */
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

interface Row {
  readonly partner?: string | undefined
  readonly share?: number | undefined
}

/** Shares by partner; undefined while one is missing or they do not add up, which another rule says. */
function sharesOf(rows: readonly Row[] | undefined): ReadonlyMap<string, number> | undefined {
  if (!rows || rows.length === 0) return undefined
  const shares = new Map<string, number>()
  for (const { partner, share } of rows) {
    if (partner === undefined || share === undefined) return undefined
    shares.set(partner, share)
  }
  const sum = [...shares.values()].reduce((a, b) => a + b, 0)
  return Math.abs(sum - 100) < 0.011 * shares.size ? shares : undefined
}

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  [...new Set([...a.keys(), ...b.keys()])].every(
    // Shares worked out from amounts are rounded to hundredths.
    id => Math.abs((a.get(id) ?? 0) - (b.get(id) ?? 0)) < 0.011,
  )

/** The shares in which the other answers make the partners bear an overspend, and where they say so. */
function overspendShares({ intake, derived }: RuleContext) {
  const { rule, shares } = intake.overspend ?? {}
  const host = intake.partners?.find(partner => partner.is_host_council)?.id
  switch (rule) {
    case 'agreed_shares':
      return { shares: sharesOf(shares), at: ['overspend', 'shares'], what: 'in the agreed shares' }
    case 'contribution_share':
      return {
        shares: sharesOf(derived.top.contributions_by_partner),
        at: ['overspend', 'rule'],
        what: 'in the shares of the contributions',
      }
    case 'host_bears':
      return {
        shares: host === undefined ? undefined : new Map([[host, 100]]),
        at: ['overspend', 'rule'],
        what: 'by the Council alone',
      }
    default:
      return undefined
  }
}

function* riskShareFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const risk = sharesOf(intake.s75?.risk_share)
  if (!risk) return
  const inShares = (shares: ReadonlyMap<string, number>): string =>
    inWords([...shares].map(([id, share]) => `${partnerName(intake, id)} ${share}%`))
  const at = ['s75', 'risk_share']
  const overspend = overspendShares(context)
  if (overspend?.shares && !isSame(risk, overspend.shares))
    yield {
      at,
      message: `The risk is shared ${inShares(risk)}, but an overspend is borne ${overspend.what}: ${inShares(overspend.shares)}`,
      related: [{ at: overspend.at, message: 'The rule for an overspend stands here' }],
    }
  if (intake.overspend?.rule === 'causing_partner')
    yield {
      at,
      severity: 'warning',
      message: `The risk is shared ${inShares(risk)}, but an overspend is borne by the partner that caused it`,
      related: [{ at: ['overspend', 'rule'], message: 'The rule for an overspend stands here' }],
    }
}

export const section75MoneyRules: readonly Rule[] = [
  {
    code: 'S75-07',
    severity: 'warning',
    owner: 'finance',
    stage: 'draft',
    source: 'NHS Act 2006 s75; Better Care Fund conditions',
    requirements: ['R102'],
    *find({ intake: { s75 = {}, partners = [] } }) {
      if (!s75.bcf) return
      const related = [{ at: ['s75', 'bcf'], message: 'The Better Care Fund is answered here' }]
      if (s75.arrangement && !s75.arrangement.startsWith('pooled'))
        yield {
          at: ['s75', 'arrangement'],
          message: 'Better Care Fund money is held in a pooled fund, but the arrangement has none',
          related,
        }
      if (partners.length > 0 && partners.every(({ legal_form: form }) => form && form !== 'icb'))
        yield {
          at: ['partners'],
          message: 'Better Care Fund money comes through an integrated care board, and no partner is one',
          related,
        }
    },
  },
  {
    code: 'S75-08',
    severity: 'error',
    owner: 'finance',
    stage: 'draft',
    source: 'Code 9.8; App 1',
    requirements: ['R070', 'R102'],
    *find({ intake }) {
      const { budget_model: model, s75 } = intake
      if (!model || !s75?.arrangement) return
      const isPooled = s75.arrangement.startsWith('pooled')
      if (isPooled !== (model === 'pooled'))
        yield {
          at: ['s75', 'arrangement'],
          message: isPooled
            ? `The arrangement has a pooled fund, but the budget model is ${model}`
            : 'The arrangement has no pooled fund, but the budget model is pooled',
          related: [{ at: ['budget_model'], message: `The budget model is ${model} here` }],
        }
      else if (model === 'own_budgets')
        yield {
          at: ['budget_model'],
          severity: 'warning',
          message:
            'Each partner is to keep and spend its own contribution, but under this arrangement it pays it to the host',
          hint: 'Choose aligned, so that the host spends the money of each partner and accounts for it apart.',
          related: [{ at: ['s75', 'arrangement'], message: 'The arrangement stands here' }],
        }
    },
  },
  {
    code: 'S75-09',
    severity: 'error',
    owner: 'finance',
    stage: 'draft',
    source: 'Code 9.1; App 1',
    requirements: ['R059', 'R102'],
    find: riskShareFaults,
  },
]
