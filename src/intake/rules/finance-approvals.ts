/** Rules on what must be in place before money moves: budget holder, authority, VAT advice, audit wording, reporting. */
import type { Key } from '../answers.ts'
import { commitmentOf, type Dated, declarationsOf, lateFault, startOf } from './date-order.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** One fault for each question that was set aside although money is involved. */
function* asideFaults(
  context: RuleContext,
  questions: readonly (readonly [what: string, ...at: Key[]])[],
): Generator<Fault> {
  const seen = new Set<string>()
  for (const [what, ...keys] of questions) {
    const aside = setAside(context, ...keys)
    const written = JSON.stringify(aside?.at)
    if (!aside || seen.has(written)) continue
    seen.add(written)
    yield {
      at: aside.at,
      message: `Money is involved, yet ${what} is answered ${aside.words}`,
    }
  }
}

/** True unless the question is disputed, which is said elsewhere, or set aside with a reason. */
const isOpen = ({ answers }: RuleContext, ...keys: readonly Key[]): boolean =>
  [undefined, 'none'].includes(answers.stateOf(keys)?.state)

const done = (keys: readonly Key[], what: string, date: string | undefined): Dated => ({
  at: keys,
  what,
  date,
})

const base = { severity: 'error', owner: 'finance', stage: 'sign_off' } as const

export const approvalOfMoneyRules: readonly Rule[] = [
  {
    ...base,
    code: 'FIN-04',
    source: 'Code 9.1; 9.22',
    requirements: ['R057', 'R058', 'R083'],
    *find(context) {
      if (!context.conditions.finance) return
      yield* asideFaults(context, [
        ['the budget holder', 'budget_holder', 'name'],
        ['the authority to spend', 'authority_to_spend', 'ref'],
        ['the date of the authority to spend', 'authority_to_spend', 'date'],
      ])
    },
  },
  {
    ...base,
    code: 'FIN-05',
    severity: 'warning',
    stage: 'draft',
    source: 'Code 9.1',
    requirements: ['R059'],
    *find(context) {
      if (!context.conditions.finance) return
      yield* asideFaults(context, [
        ['the rule for an overspend', 'overspend', 'rule'],
        ['the rule for an underspend', 'underspend', 'rule'],
      ])
    },
  },
  {
    ...base,
    code: 'FIN-06',
    severity: 'warning',
    source: 'Code 9.12',
    requirements: ['R074', 'R161', 'Z10'],
    *find(context) {
      if (!context.conditions.finance) return
      const { intake, settings } = context
      const hint = `Ask the ${settings.council.vatAdviser}, who advises on VAT as the Council reads the Code (Z10).`
      const aside = asideFaults(context, [
        ['the VAT treatment', 'vat', 'treatment'],
        ['the VAT adviser', 'vat', 'adviser'],
        ['the date of the VAT advice', 'vat', 'advice_date'],
      ])
      for (const fault of aside) yield { ...fault, hint }
      const advice = done(['vat', 'advice_date'], 'the VAT advice', intake.vat?.advice_date)
      const late = lateFault(advice, startOf(intake), ...declarationsOf(intake))
      if (late) yield late
    },
  },
  {
    ...base,
    code: 'FIN-07',
    source: 'Code 9.13; App 4 E',
    requirements: ['R075', 'R123', 'Z11'],
    *find(context) {
      const {
        internal_wording_obtained: isObtained,
        obtained_date: date,
        wording,
      } = context.intake.audit ?? {}
      const aside = setAside(context, 'audit', 'internal_wording_obtained')
      if (aside)
        yield {
          at: aside.at,
          message: `Access for auditors must be in every agreement, yet it is answered ${aside.words}`,
        }
      if (context.settings.readings.Z11 === 'internal_only')
        yield {
          at: ['audit'],
          severity: 'note',
          message:
            'The agreement gives access to internal auditors only, as the Council reads the Code (Z11); external auditors rely on the law',
          hint: 'Nothing to do, unless a partner or a funder asks for more.',
        }
      if (isObtained === false)
        yield {
          at: ['audit', 'internal_wording_obtained'],
          message: 'Internal Audit has not supplied its wording for this agreement',
        }
      if (isObtained && wording === undefined && isOpen(context, 'audit', 'wording'))
        yield {
          at: ['audit', 'internal_wording_obtained'],
          severity: 'warning',
          message: 'Internal Audit is said to have supplied its wording, but the wording is not in the file',
          hint: 'Put it in audit.wording, or the agreement prints only the standard wording.',
        }
      const { intake } = context
      const supplied = done(['audit', 'obtained_date'], 'Internal Audit’s wording', date)
      const late = lateFault(supplied, startOf(intake), ...declarationsOf(intake))
      if (isObtained && late) yield { ...late, severity: 'warning' }
    },
  },
  {
    ...base,
    code: 'FIN-10',
    source: 'Code 9.1',
    requirements: ['R057', 'R058', 'R161'],
    *find(context) {
      const { intake } = context
      const date = intake.authority_to_spend?.date
      const authority = done(['authority_to_spend', 'date'], 'the authority to spend', date)
      const late = lateFault(authority, startOf(intake))
      const committed = lateFault(authority, commitmentOf(intake, context.settings.readings))
      if (late) yield late
      else if (committed) yield { ...committed, severity: 'warning' }
    },
  },
  {
    ...base,
    code: 'FIN-17',
    severity: 'warning',
    stage: 'draft',
    source: 'Code 9.10',
    requirements: ['R072', 'R168'],
    *find(context) {
      const { frequency, set_by: setBy } = context.intake.financial_reporting ?? {}
      if (!context.conditions.finance || !frequency || setBy !== undefined) return
      if (!isOpen(context, 'financial_reporting', 'set_by')) return
      const stress = context.conditions.council_is_accountable_body
        ? ', and the Council is the accountable body'
        : ''
      yield {
        at: ['financial_reporting'],
        message: `Nothing shows which finance manager set how spending is reported${stress}`,
      }
    },
  },
  {
    ...base,
    code: 'FIN-20',
    severity: 'note',
    source: 'Code 9.12',
    requirements: ['R074'],
    *find(context) {
      const { vat, partners = [] } = context.intake
      if (!context.conditions.finance || !vat?.treatment || vat.funding_effect !== undefined) return
      if (!isOpen(context, 'vat', 'funding_effect')) return
      const bearing = partners.filter(({ vat_status: s }) => s === 'not_registered' || s === 'partly_exempt')
      if (bearing.length > 0)
        yield {
          at: ['vat'],
          message: `${inWords(bearing.map(({ id }) => partnerName(context.intake, id)))} cannot recover all VAT, and its effect on the funding is not recorded`,
        }
    },
  },
]
