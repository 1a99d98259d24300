/** Rules on the advice of the sign-off checklist: who was asked, whether it was followed, and where that shows. */
import type { Owner } from '../../findings/finding.ts'
import type { Key } from '../answers.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

type Row = NonNullable<NonNullable<RuleContext['intake']['consultation']>[number]['row']>

/** Each row that must be asked, and who gives that advice. */
const advisers: Readonly<Partial<Record<Row, { readonly name: string; readonly owner: Owner }>>> = {
  portfolio_holder: { name: 'The portfolio holder', owner: 'officer' },
  legal: { name: 'Legal', owner: 'legal' },
  finance: { name: 'Finance', owner: 'finance' },
  procurement: { name: 'Procurement', owner: 'procurement' },
  insurance_risk: { name: 'Insurance and risk management', owner: 'risk_insurance' },
  ict: { name: 'ICT', owner: 'ict' },
  hr: { name: 'Human resources', owner: 'hr' },
  performance_fit: { name: 'Performance, on strategic fit', owner: 'performance' },
  performance_outcomes: { name: 'Performance, on measuring outcomes', owner: 'performance' },
  information_governance: { name: 'Information governance', owner: 'information_governance' },
  equality: { name: 'Equality', owner: 'officer' },
}

const adviserName = (row: Row | undefined, other: string | undefined): string =>
  (row && advisers[row]?.name) ?? other ?? 'another adviser'

const hollow =
  /^(?:none|no|n\/?a|not applicable|no (?:particular )?reasons?(?: given)?|nil|yes|[-–—.?]+)\.?$/i

function* unheededFaults(context: RuleContext): Generator<Fault> {
  for (const [index, item] of (context.intake.consultation ?? []).entries()) {
    if (item.followed !== 'no' && item.followed !== 'partly') continue
    const at: readonly Key[] = ['consultation', index, 'reason_if_not']
    const isGrave = item.row === 'legal' || item.row === 'finance'
    const state = context.answers.stateOf(at)
    const isMissing = item.reason_if_not === undefined && state === undefined
    const isHollow = item.reason_if_not !== undefined && hollow.test(item.reason_if_not.trim())
    const aside = setAside(context, ...at)
    // An answer that is only missing is asked for as a gap; for Legal and Finance that is not grave enough.
    if (!isHollow && !aside && !(isMissing && isGrave)) continue
    yield {
      at: isMissing ? ['consultation', index, 'followed'] : at,
      severity: isGrave ? 'error' : 'warning',
      message: `The advice of ${adviserName(item.row, item.other)} was ${item.followed === 'no' ? 'not followed' : 'followed only in part'}, and no reason is given`,
    }
  }
}

function* missingRows({ intake, conditions }: RuleContext): Generator<Fault> {
  const { consultation } = intake
  if (!consultation || consultation.length === 0 || consultation.some(({ row }) => row === undefined)) return
  const asked = new Set(consultation.map(({ row }) => row))
  for (const [row, { name, owner }] of Object.entries(advisers)) {
    if (asked.has(row as Row)) continue
    if (row === 'information_governance' && conditions.info_sharing === false) continue
    yield { at: ['consultation'], owner, message: `${name} has not been consulted, as far as the file shows` }
  }
}

/** Nobody can follow advice that was not given, or see that it was followed where nobody wrote it down. */
function* unrecordedAdvice(context: RuleContext, index: number, who: string): Generator<Fault> {
  const at: readonly Key[] = ['consultation', index, 'advice']
  const { advice } = context.intake.consultation![index]!
  const aside = setAside(context, ...at)
  if (aside || (advice !== undefined && hollow.test(advice.trim())))
    yield {
      at,
      message: `The advice of ${who} is said to be followed, but the file does not say what it was`,
      hint: 'Write down what was advised, or answer "not_applicable" to whether it was followed.',
    }
}

const base = { severity: 'warning', owner: 'officer', stage: 'sign_off' } as const

export const adviceRules: readonly Rule[] = [
  {
    ...base,
    code: 'APPR-07',
    source: 'Code App 3',
    requirements: ['R113', 'R114'],
    find: unheededFaults,
  },
  {
    ...base,
    code: 'APPR-08',
    stage: 'consultation',
    source: 'Code App 3',
    requirements: ['R112', 'R115', 'R166', 'R167', 'R168'],
    *find(context) {
      const aside = setAside(context, 'consultation')
      if (aside)
        yield {
          at: aside.at,
          severity: 'error',
          message: `The advice sought is answered ${aside.words}, but every agreement is checked with the advisers of the sign-off checklist`,
        }
      yield* missingRows(context)
    },
  },
  {
    ...base,
    code: 'APPR-12',
    source: 'Code App 3',
    requirements: ['R113', 'R114'],
    *find(context) {
      for (const [index, item] of (context.intake.consultation ?? []).entries()) {
        if (item.followed !== 'yes' && item.followed !== 'partly') continue
        const at: readonly Key[] = ['consultation', index, 'shown_in_clause']
        const who = adviserName(item.row, item.other)
        const clause = item.shown_in_clause
        const aside = setAside(context, ...at)
        if (aside)
          yield {
            at: aside.at,
            message: `The advice of ${who} is said to be followed, but no clause shows it`,
          }
        if (clause !== undefined && !context.settings.isKnownProvision(clause))
          yield {
            at,
            message: `The advice of ${who} is said to show in "${clause}", which is no clause of the library`,
          }
        else if (clause !== undefined && context.settings.isProvisionIn(clause, context.conditions) === false)
          yield {
            at,
            message: `The advice of ${who} is said to show in "${clause}", a clause that this agreement does not have`,
            hint: `Name a clause that shows it, or find with "concordat explain" what would bring "${clause}" in.`,
          }
        yield* unrecordedAdvice(context, index, who)
      }
    },
  },
]
