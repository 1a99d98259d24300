/** Rules on a section 75 arrangement as law: its particulars, its host, consultation and its power. */
import { lateFault, startOf } from './date-order.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { eligibleForms, hasPool } from './section-75-parties.ts'
import { setAside } from './set-aside.ts'

/** What every arrangement must state. */
const particulars: readonly (readonly [key: string, what: string])[] = [
  ['arrangement', 'the kind of arrangement'],
  ['nhs_functions', 'the NHS functions'],
  ['health_related_functions', 'the Council’s health-related functions'],
  ['client_group', 'the persons served'],
  ['services', 'the kinds of services'],
  ['reports', 'the reports'],
  ['improvement_case', 'the improvement expected'],
]

/** What a pooled fund must state besides; the form leaves both open, because other arrangements do without. */
const poolParticulars: readonly (readonly [key: 'monitoring' | 'contribution_variation', what: string])[] = [
  ['monitoring', 'how the fund is managed and monitored'],
  ['contribution_variation', 'how the contributions may be varied'],
]

function* particularFaults(context: RuleContext): Generator<Fault> {
  const { s75 } = context.intake
  const whole = setAside(context, 's75')
  if (whole && context.intake.type === 'section_75') {
    yield {
      at: whole.at,
      message: `The partnership is under section 75, yet its particulars are answered ${whole.words}`,
      related: [{ at: ['type'], message: 'The type stands here' }],
    }
    return
  }
  for (const [key, what] of particulars) {
    const aside = setAside(context, 's75', key)
    if (aside && aside.at.length > 1)
      yield {
        at: aside.at,
        message: `Every section 75 arrangement must state ${what}, yet this is answered ${aside.words}`,
      }
  }
  if (!hasPool(context)) return
  for (const [key, what] of poolParticulars) {
    const state = context.answers.stateOf(['s75', key])?.state
    if (s75?.[key] === undefined && state !== 'disputed')
      yield {
        at: ['s75', key],
        message: `A pooled fund under section 75 must state ${what}, and nothing here does`,
      }
  }
}

function* hostFaults(context: RuleContext): Generator<Fault> {
  for (const [key, what] of [
    ['host_partner', 'its host'],
    ['pool_manager', 'its pool manager'],
  ] as const) {
    const aside = setAside(context, 's75', key)
    // Without a pooled fund there is nothing to host.
    if (aside && aside.at.length > 1 && hasPool(context))
      yield { at: aside.at, message: `There is a pooled fund, yet ${what} is answered ${aside.words}` }
  }
  const host = partnerOf(context.intake, context.intake.s75?.host_partner)
  // Whether the regulations cover a combined authority is asked for it as a partner.
  if (
    host?.legal_form &&
    host.legal_form !== 'combined_or_strategic_authority' &&
    !eligibleForms.includes(host.legal_form)
  )
    yield {
      at: ['s75', 'host_partner'],
      message: `${partnerName(context.intake, host.id)} is to host the fund, but is neither a council nor an NHS body`,
    }
}

const base = { severity: 'error', owner: 'legal', stage: 'draft' } as const
const regulations = 'SI 2000/617'

export const section75Rules: readonly Rule[] = [
  {
    ...base,
    code: 'S75-01',
    source: `${regulations} reg 7 to 9; Code App 1`,
    requirements: ['R102', 'Z20'],
    find: particularFaults,
  },
  {
    ...base,
    code: 'S75-02',
    source: `${regulations} reg 7`,
    requirements: ['R071', 'R102'],
    find: hostFaults,
  },
  {
    ...base,
    code: 'S75-04',
    severity: 'warning',
    stage: 'sign_off',
    source: `${regulations} reg 4`,
    requirements: ['R102', 'R112'],
    *find(context) {
      const { consultation_done: isDone, consultation_date: date } = context.intake.s75 ?? {}
      const at = ['s75', 'consultation_done']
      const aside = setAside(context, ...at)
      if (isDone === false || (aside && aside.at.length > 1))
        yield { at, message: 'The people affected have not been consulted jointly on the arrangement' }
      const consultation = { at: ['s75', 'consultation_date'], what: 'the end of the consultation', date }
      const late = lateFault(consultation, startOf(context.intake))
      if (isDone && late) yield late
    },
  },
  {
    ...base,
    code: 'S75-10',
    severity: 'warning',
    stage: 'in_principle',
    source: 'NHS Act 2006 s75; Code App 1',
    requirements: ['R101', 'Z20'],
    *find({ intake, conditions }) {
      const powers = intake.legal_basis?.powers ?? []
      if (!conditions.s75 || powers.length === 0 || powers.some(({ instrument }) => !instrument)) return
      if (!powers.some(({ instrument }) => instrument === 'national-health-service-act-2006'))
        yield {
          at: ['legal_basis', 'powers'],
          message: 'The arrangement is under section 75, which is not among the powers relied on',
        }
    },
  },
]
