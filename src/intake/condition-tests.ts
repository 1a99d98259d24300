/** The tests behind the conditions that take more than one answer: answers in; true, false or undecided out. */
import type { Intake } from './schema.ts'
import { type Decided, either, hasAnswer, isOneOf, not, someItem } from './three-valued.ts'

export const nhsForms = ['icb', 'nhs_trust', 'nhs_ft']
const lowDbsLevels = ['none', 'basic']

const isPositive = (amount: number | undefined): boolean => (amount ?? 0) > 0

export const grant = (intake: Intake): Decided => {
  const isEvident =
    hasAnswer(intake.grant) ||
    intake.type === 'grant_programme' ||
    (intake.contributions ?? []).some(item => item.kind === 'grant')
  if (isEvident) return true
  return intake.finance?.grant_funded ?? (finance(intake) === false ? false : undefined)
}

const isSection75 = (intake: Intake): Decided =>
  hasAnswer(intake.s75) ? true : isOneOf(intake.type, 'section_75')

/** While the type is open, an intake that says it has no money says that it is no section 75 partnership either. */
export const s75 = (intake: Intake): Decided =>
  isSection75(intake) ?? (finance(intake) === false ? false : undefined)

/** Money is written down somewhere, whatever the question about money says. */
const hasMoney = (intake: Intake): boolean =>
  (intake.contributions ?? []).some(item => isPositive(item.amount) || item.kind === 'grant') ||
  isPositive(intake.finance?.total) ||
  isPositive(intake.recharge?.amount) ||
  isPositive(intake.decisions?.delegation_limit) ||
  intake.finance?.grant_funded === true ||
  intake.type === 'grant_programme' ||
  hasAnswer(intake.grant) ||
  hasAnswer(intake.accountable_body) ||
  isSection75(intake) === true

export const finance = (intake: Intake): Decided => (hasMoney(intake) ? true : intake.finance?.has_finance)

export const budget =
  (model: 'aligned' | 'pooled') =>
  (intake: Intake): Decided => {
    const isFinance = finance(intake)
    if (isFinance === false) return false
    if (intake.budget_model === undefined && intake.s75?.arrangement?.startsWith('pooled'))
      return model === 'pooled'
    return isFinance && isOneOf(intake.budget_model, model)
  }

export const accountableBody = (intake: Intake): Decided => {
  const isRequired = intake.grant?.accountable_body_required
  if (hasAnswer(intake.accountable_body) || isRequired) return true
  return finance(intake) === false || grant(intake) === false ? false : isRequired
}

export const councilIsAccountableBody = (intake: Intake): Decided => {
  const isAccountableBody = accountableBody(intake)
  if (!isAccountableBody) return isAccountableBody
  const named = intake.accountable_body?.partner
  return intake.partners?.find(partner => named !== undefined && partner.id === named)?.is_host_council
}

export const anotherIsAccountableBody = (intake: Intake): Decided =>
  accountableBody(intake) === false ? false : not(councilIsAccountableBody(intake))

export const outOfScope = ({ scope = {} }: Intake): Decided => {
  if (scope.override_reason && scope.override_agreed_by && scope.override_date) return false
  return either(
    scope.council_direct_control,
    scope.informal_discussion_group,
    scope.outside_body_no_policy_function,
    scope.commercial_profit,
    not(scope.independent_bodies),
    not(scope.common_vision),
  )
}

type Flow = NonNullable<NonNullable<Intake['info']>['flows']>[number]

/** Some flow of personal data passes the test. None does when there is no personal data. */
const someFlow =
  (test: (flow: Flow) => Decided) =>
  (intake: Intake): Decided => {
    const found = someItem(intake.info?.flows, test)
    if (found) return true
    return personalData(intake) === false ? false : found
  }

const hasSpecial = (flow: Flow): Decided => flow.special_categories && flow.special_categories.length > 0

export const specialData = someFlow(flow => either(hasSpecial(flow), flow.offence_data))
export const healthData = someFlow(flow => flow.special_categories?.includes('health'))
export const lawEnforcementData = someFlow(flow => isOneOf(flow.regime, 'part3'))

/** A flow listed is a flow of personal data, whatever the question says. */
export const personalData = (intake: Intake): Decided => {
  if ((intake.info?.flows ?? []).length > 0 || intake.info?.personal_data) return true
  return intake.info?.shares_information === false ? false : intake.info?.personal_data
}

export const infoSharing = (intake: Intake): Decided =>
  personalData(intake) ? true : intake.info?.shares_information

export const deed = (intake: Intake): Decided =>
  someItem(intake.partners, partner => isOneOf(partner.execution?.method, 'deed', 'seal'))

export const vulnerableClients = (intake: Intake): Decided => {
  const hasCheckedRole = (intake.safeguarding?.roles ?? []).some(
    role => role.dbs_level !== undefined && !lowDbsLevels.includes(role.dbs_level),
  )
  return hasCheckedRole || either(intake.clients?.children, intake.clients?.adults_at_risk)
}

export const someSector =
  (sector: string) =>
  (intake: Intake): Decided =>
    someItem(intake.partners, partner => isOneOf(partner.sector, sector))

export const jointCommittee = (intake: Intake): Decided =>
  either(
    isOneOf(intake.type, 'joint_committee'),
    isOneOf(intake.legal_basis?.legal_status, 'joint_committee'),
  )

export const secondment = (intake: Intake): Decided => intake.secondments && intake.secondments.length > 0
