/** Rules on procurement: was it needed and followed, under which law, and do the answers about it agree? */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { labelOf } from './labels.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** The day from which the Procurement Act 2023 governs new procurements. */
const actBegan = '2025-02-24'

/** Procedures and notices of the law before that day. */
const oldRegime =
  /\b(?:restricted procedure|competitive dialogue|competitive procedure with negotiation|negotiated procedure|innovation partnership procedure|Part [AB] services|prior information notice|contract award notice|Public Contracts Regulations|PCR ?20(?:06|15)|OJEU|Official Journal|EU (?:procurement )?Directives?)\b/i

const newRegime = /\b(?:competitive flexible|Procurement Act 2023|tender notice UK4|UK[1-9]\b notice)/i

function* regimeFaults({ intake: { procurement = {} } }: RuleContext): Generator<Fault> {
  const { award_date: award } = procurement
  for (const key of ['procedure', 'notice_ref', 'exemption_reason', 'partnering_contract'] as const) {
    const found = oldRegime.exec(procurement[key] ?? '')?.[0]
    // A contract awarded before the Act began was procured under the old law, and rightly says so.
    if (found && !(award && award < actBegan))
      yield {
        at: ['procurement', key],
        message: `"${found}" belongs to the law before ${formatDate(actBegan)}, which governs only procurements begun before that day`,
      }
    const isNew = newRegime.exec(procurement[key] ?? '')?.[0]
    if (isNew && award && award < actBegan)
      yield {
        at: ['procurement', key],
        message: `"${isNew}" belongs to the law from ${formatDate(actBegan)}, but the contract was awarded on ${formatDate(award)}`,
        related: [{ at: ['procurement', 'award_date'], message: 'The award stands here' }],
      }
  }
}

const required: readonly (readonly [key: string, what: string])[] = [
  ['procedure', 'the procedure'],
  ['award_date', 'the award'],
  ['contract_ref', 'the contract'],
]

/** Exemptions under which services may be delivered without competition. */
const exemptsServices: readonly unknown[] = [
  'below_threshold_rules_followed',
  'public_public_vertical',
  'public_public_horizontal',
]

const exemptionLabel = (exemption: string): string => labelOf('procurement.exemption', exemption)

const here = (at: readonly Key[], message: string) => [{ at, message }]

const base = { severity: 'warning', owner: 'procurement', stage: 'in_principle' } as const

export const procurementRules: readonly Rule[] = [
  {
    ...base,
    code: 'PROC-01',
    severity: 'error',
    stage: 'sign_off',
    source: 'Code 3.1; 3.4',
    requirements: ['R008', 'R016', 'R103'],
    *find(context) {
      if (!context.intake.procurement?.required) return
      for (const [key, what] of required) {
        const aside = setAside(context, 'procurement', key)
        if (aside)
          yield {
            at: aside.at,
            message: `Procurement is required, but ${what} is answered ${aside.words}`,
            related: here(['procurement', 'required'], 'It is said to be required here'),
          }
      }
    },
  },
  {
    ...base,
    code: 'PROC-03',
    stage: 'draft',
    source: 'Code App 3; Procurement Act 2023',
    requirements: ['R115', 'Z20'],
    find: regimeFaults,
  },
  {
    ...base,
    code: 'PROC-04',
    severity: 'error',
    source: 'Code 3.4',
    requirements: ['R016', 'R022', 'R103'],
    *find({ intake: { procurement, basis_group } }) {
      const { required: isRequired, exemption } = procurement ?? {}
      if (basis_group !== 'operational_service_delivery' || isRequired !== false) return
      // A partnership said to be permitted by law contradicts its own basis, which another rule says.
      if (!exemption || exemption === 'permitted_by_law' || exemptsServices.includes(exemption)) return
      yield {
        at: ['procurement', 'exemption'],
        severity: exemption === 'other' ? 'warning' : 'error',
        message: `The partnership delivers a service, so the contract rules apply, and the exemption that ${exemptionLabel(exemption)} does not lift them`,
        related: here(['basis_group'], 'It is said to deliver a service here'),
      }
    },
  },
  {
    ...base,
    code: 'PROC-05',
    stage: 'sign_off',
    source: 'Code 3.1; App 2',
    requirements: ['R016', 'R105', 'R167'],
    *find(context) {
      if (context.intake.procurement?.required !== false) return
      for (const [key, what] of [
        ['exemption_reason', 'the facts that make the exemption apply'],
        ['agreed_with', 'who in Corporate Procurement agreed'],
      ] as const) {
        const aside = setAside(context, 'procurement', key)
        if (aside)
          yield {
            at: aside.at,
            message: `No procurement is said to be needed, but ${what} is answered ${aside.words}`,
          }
      }
    },
  },
  {
    ...base,
    code: 'PROC-06',
    source: 'Code 3.1',
    requirements: ['R016'],
    *find({ intake: { procurement = {}, scope } }) {
      if (procurement.required && procurement.exemption)
        yield {
          at: ['procurement', 'exemption'],
          message: `Procurement is said to be required, yet an exemption is given: ${exemptionLabel(procurement.exemption)}`,
          related: here(['procurement', 'required'], 'It is said to be required here'),
        }
      if (scope?.contractor_after_procurement && procurement.required === false)
        yield {
          at: ['procurement', 'required'],
          message: 'The partner is a contractor already procured, yet no procurement is said to be needed',
          related: here(['scope', 'contractor_after_procurement'], 'The contractor stands here'),
        }
    },
  },
  {
    ...base,
    code: 'PROC-07',
    severity: 'note',
    stage: 'draft',
    source: 'Code 7.3',
    requirements: ['R041'],
    *find({ intake: { procurement = {} }, answers }) {
      if (!procurement.required || !procurement.procedure || procurement.partnering_contract !== undefined)
        return
      if (!answers.stateOf(['procurement', 'partnering_contract']))
        yield {
          at: ['procurement'],
          message: 'Nothing shows whether a form of contract made for partnering was considered',
        }
    },
  },
]
