/** Rules on the accountable body: the risk that must be in the register, whose rules apply, and through whose account the money passes. */
import { capital } from './capital.ts'
import { lateFault, startOf } from './date-order.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { literally } from './texts.ts'

/** Words by which a risk is known to be about money that the funder does not pay or takes back. */
const aboutRefusedCost =
  /\bclaims?\b|\bclaw|\breclaim|\bunreclaim|\brepay|\brepaid|\bineligible|\beligible|\bdisallow|\brefus|\btakes? back|\bnot reimburse/i

function* registerFaults({ intake, conditions, answers }: RuleContext): Generator<Fault> {
  if (!conditions.council_is_accountable_body) return
  const risks = intake.risks ?? []
  const named = intake.accountable_body?.risk_ref
  const isAbout = ({ event, consequence }: (typeof risks)[number]): boolean =>
    aboutRefusedCost.test(`${event ?? ''} ${consequence ?? ''}`)
  if (named !== undefined) {
    const index = risks.findIndex(({ id }) => id === named)
    const risk = risks[index]
    if (risk?.event && risk.category && risk.category !== 'financial' && !isAbout(risk))
      yield {
        at: ['accountable_body', 'risk_ref'],
        severity: 'warning',
        message: `The risk named for the role of accountable body, '${risk.event}', is not about costs that the funder will not repay`,
        related: [{ at: ['risks', index, 'event'], message: 'The risk stands here' }],
      }
    return
  }
  if (answers.stateOf(['accountable_body', 'risk_ref'])?.state === 'disputed') return
  const isWhole = risks.length > 0 && risks.every(({ event }) => event !== undefined)
  if (isWhole && !risks.some(isAbout))
    yield {
      at: ['risks'],
      message:
        'The Council is the accountable body, and no risk in the register is about costs that the funder will not repay',
      related: [{ at: ['accountable_body', 'partner'], message: 'The accountable body stands here' }],
    }
}

/** Names of a partner as a text would have them. */
const namesOf = ({ intake, settings }: RuleContext, id: string | undefined): readonly string[] => {
  const partner = partnerOf(intake, id)
  return [
    partner?.short_name,
    partner?.legal_name,
    ...(partner?.is_host_council ? ['the Council', settings.council.name] : []),
  ].filter(name => name !== undefined)
}

const speaksOf = (text: string, names: readonly string[]): boolean =>
  names.some(name => new RegExp(`(?<![\\p{L}\\d])${literally(name)}(?![\\p{L}\\d])`, 'iu').test(text))

function* accountFaults(context: RuleContext): Generator<Fault> {
  const { accountable_body: body, banking, partners = [] } = context.intake
  if (body?.partner === undefined || banking === undefined) return
  if (speaksOf(banking, [...namesOf(context, body.partner), 'accountable body'])) return
  const other = partners.find(({ id }) => id !== body.partner && speaksOf(banking, namesOf(context, id)))
  if (other)
    yield {
      at: ['banking'],
      message: `${capital(partnerName(context.intake, body.partner))} is the accountable body and holds the money, but the account named here is that of ${partnerName(context.intake, other.id)}`,
      related: [{ at: ['accountable_body', 'partner'], message: 'The accountable body stands here' }],
    }
}

/** The partner whose rules a text names, unless it names the Council's. */
function otherRulesIn(context: RuleContext, text: string): string | undefined {
  const { intake, settings } = context
  const host = intake.partners?.find(partner => partner.is_host_council)
  if (speaksOf(text, ['the Council', settings.council.name, ...namesOf(context, host?.id)])) return undefined
  return intake.partners
    ?.filter(partner => partner !== host)
    .flatMap(partner => namesOf(context, partner.id))
    .find(name => speaksOf(text, [name]))
}

export const councilAsBodyRules: readonly Rule[] = [
  {
    code: 'AB-07',
    severity: 'error',
    owner: 'risk_insurance',
    stage: 'in_principle',
    source: 'Code 9.3; 9.6',
    requirements: ['R063', 'R068'],
    find: registerFaults,
  },
  {
    code: 'AB-08',
    severity: 'warning',
    owner: 'procurement',
    stage: 'draft',
    source: 'Code 9.11',
    requirements: ['R073', 'R008'],
    *find(context) {
      const { intake, conditions } = context
      const isCouncil = conditions.council_is_accountable_body
      const aside = setAside(context, 'procurement', 'arrangements_agreed_with')
      if (conditions.finance && aside)
        yield {
          at: aside.at,
          ...(isCouncil ? { severity: 'error' as const } : {}),
          message: `Money is involved${isCouncil ? ' and the Council is the accountable body' : ''}, yet with whom the purchasing rules were agreed is answered ${aside.words}`,
        }
      const agreement = {
        at: ['procurement', 'arrangements_agreed_date'],
        what: 'the agreement on purchasing rules',
        date: intake.procurement?.arrangements_agreed_date,
      }
      const late = lateFault(agreement, startOf(intake))
      if (late) yield late
      const other = isCouncil && otherRulesIn(context, intake.accounting_rules ?? '')
      if (other)
        yield {
          at: ['accounting_rules'],
          message: `The Council is the accountable body, so its rules apply whatever the source of the money, but the rules named here are those of ${other}`,
        }
    },
  },
  {
    code: 'AB-11',
    severity: 'warning',
    owner: 'finance',
    stage: 'draft',
    source: 'Code 9.2; 9.4',
    requirements: ['R060', 'R123'],
    find: accountFaults,
  },
]
