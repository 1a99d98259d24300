/** Rules on the heads of the Code's template: those that must stand, and reasons for those left out. */
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** What the Code's template says must be in every agreement, by the id of our clause. */
const musts: Readonly<Record<string, string>> = {
  equality: 'the equality policy and its objectives',
  audit: 'access for the Council’s internal auditors',
}

function* omittedFaults({ intake, settings, conditions }: RuleContext): Generator<Fault> {
  for (const [index, { clause }] of (intake.omitted_heads ?? []).entries()) {
    if (clause === undefined) continue
    const at = ['omitted_heads', index, 'clause']
    if (!settings.isKnownProvision(clause))
      yield {
        at,
        severity: 'warning',
        message: `'${clause}' is said to be left out, but it is the id of no clause`,
        hint: 'Write the id of a clause, as concordat clauses lists them.',
      }
    else if (musts[clause])
      yield {
        at,
        message: `The clause '${clause}' is said to be left out, but the Code wants ${musts[clause]} in every agreement`,
      }
    else if (settings.isProvisionIn(clause, conditions))
      yield {
        at,
        severity: 'warning',
        message: `The clause '${clause}' is said to be left out, but the other answers bring it into the agreement`,
        hint: 'Delete it from the heads left out, or mend the answer that brings it in.',
      }
  }
}

/** Heads of the template that the answers may leave out, and the answer that does so. */
const leftOut = [
  { clause: 'project', what: 'project management', condition: 'project', at: ['project', 'used'] },
  {
    clause: 'information-sharing',
    what: 'information sharing',
    condition: 'info_sharing',
    at: ['info', 'shares_information'],
  },
] as const

function* reasonFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const rows = intake.omitted_heads ?? []
  // "Not applicable" has a reason of its own.
  for (const { clause, what, condition, at } of leftOut)
    if (
      conditions[condition] === false &&
      !rows.some(row => row.clause === clause) &&
      setAside(context, ...at)?.words !== 'not applicable'
    )
      yield { at, message: `The agreement says nothing of ${what}, and no reason is recorded` }
  for (const [index, { clause }] of rows.entries()) {
    const aside = setAside(context, 'omitted_heads', index, 'reason')
    if (aside)
      yield { at: aside.at, message: `Why '${clause ?? 'a clause'}' is left out is answered ${aside.words}` }
  }
}

const base = { severity: 'warning', owner: 'legal', stage: 'sign_off' } as const

export const headRules: readonly Rule[] = [
  {
    ...base,
    code: 'HEAD-01',
    severity: 'error',
    source: 'Code App 4',
    requirements: ['R122', 'R123', 'R128', 'R129'],
    find: omittedFaults,
  },
  {
    ...base,
    code: 'HEAD-02',
    severity: 'note',
    source: 'Code App 4',
    requirements: ['R129'],
    find: reasonFaults,
  },
]
