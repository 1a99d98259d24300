/** Rules on the approvals before the Council becomes the accountable body, and before anything is committed. */
import { commitmentOf, declarationsOf, lateFault, startOf } from './date-order.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { unwrittenFaults } from './written-approvals.ts'

const offices = { finance: 'Finance', legal: 'Legal', executive: 'the Executive' } as const

function* accountableBodyFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  // Another body that takes the role asks its own officers.
  if (!conditions.accountable_body || conditions.council_is_accountable_body === false) return
  const approvals = intake.approvals?.accountable_body
  const whole = conditions.council_is_accountable_body && setAside(context, 'approvals', 'accountable_body')
  if (whole) {
    yield {
      at: whole.at,
      message: `The Council is the accountable body, but the approvals of that role are answered ${whole.words}`,
    }
    return
  }
  for (const key of ['finance', 'legal'] as const)
    yield* unwrittenFaults(
      context,
      ['approvals', 'accountable_body', key],
      `${offices[key]}’s written approval of the role of accountable body`,
      approvals?.[key]?.written,
    )
  const nomination = {
    at: ['accountable_body', 'nominated_date'],
    what: 'the nomination',
    date: intake.accountable_body?.nominated_date,
  }
  const grantStart = { at: ['grant', 'start'], what: 'the start of the grant', date: intake.grant?.start }
  for (const key of ['finance', 'legal', 'executive'] as const) {
    if (key === 'executive' && approvals?.executive?.needed === false) continue
    const approval = {
      at: ['approvals', 'accountable_body', key, 'date'],
      what: `the approval of the accountable body by ${offices[key]}`,
      date: approvals?.[key]?.date,
    }
    const started = lateFault(approval, startOf(intake), grantStart)
    const nominated = lateFault(approval, nomination)
    if (started) yield started
    else if (nominated) yield { ...nominated, severity: 'warning' }
  }
}

const base = { owner: 'director' } as const

export const roleApprovalRules: readonly Rule[] = [
  {
    ...base,
    code: 'APPR-04',
    severity: 'error',
    owner: 'finance',
    stage: 'sign_off',
    source: 'Code 9.7',
    requirements: ['R069', 'R161', 'R162', 'R163'],
    find: accountableBodyFaults,
  },
  {
    ...base,
    code: 'APPR-06',
    severity: 'warning',
    stage: 'in_principle',
    source: 'Code 6.4',
    requirements: ['R032', 'R033', 'R161', 'Z24'],
    *find(context) {
      const { intake, settings } = context
      const aside = setAside(context, 'approvals', 'in_principle', 'date')
      const commitment = commitmentOf(intake, settings.readings)
      if (aside && aside.at.length > 1)
        yield {
          at: aside.at,
          message: `Approval in principle comes before any commitment, but the answer is ${aside.words}`,
        }
      const late = lateFault(
        {
          at: ['approvals', 'in_principle', 'date'],
          what: 'the approval in principle',
          date: intake.approvals?.in_principle?.date,
        },
        commitment,
        startOf(intake),
        ...declarationsOf(intake),
      )
      if (late) yield late
    },
  },
]
