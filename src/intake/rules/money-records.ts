/** The rule that what is recorded as done about money, audit, grant and risk is not dated in the future. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import type { Intake } from '../schema.ts'
import { partnerName } from './partner-names.ts'
import type { Rule } from './rule.ts'

/** Everything recorded as done, by what it is and where its date stands. */
export function* moneyRecordsOf(
  intake: Intake,
): Generator<readonly [what: string, date: string | undefined, ...at: Key[]]> {
  const { authority_to_spend, vat, audit, grant, s75, risk_management, procurement } = intake
  yield ['The authority to spend', authority_to_spend?.date, 'authority_to_spend', 'date']
  yield ['The VAT advice', vat?.advice_date, 'vat', 'advice_date']
  yield ['Internal Audit’s wording', audit?.obtained_date, 'audit', 'obtained_date']
  yield ['The acceptance of the funder’s terms', grant?.terms_accepted_date, 'grant', 'terms_accepted_date']
  yield ['The consultation of councillors', grant?.members_consulted_date, 'grant', 'members_consulted_date']
  yield ['The consultation of those affected', s75?.consultation_date, 's75', 'consultation_date']
  yield [
    'The signing off of the risk assessment',
    risk_management?.signed_off_on,
    'risk_management',
    'signed_off_on',
  ]
  yield [
    'The agreement on purchasing rules',
    procurement?.arrangements_agreed_date,
    'procurement',
    'arrangements_agreed_date',
  ]
  for (const [index, { partner, date }] of (intake.contributions ?? []).entries())
    yield [
      `The approval of ${partnerName(intake, partner)}’s contribution`,
      date,
      'contributions',
      index,
      'date',
    ]
}

export const moneyRecordRules: readonly Rule[] = [
  {
    code: 'FIN-22',
    severity: 'error',
    owner: 'officer',
    stage: 'sign_off',
    source: 'Code App 3',
    requirements: ['R114', 'R161'],
    *find({ intake, asAt }) {
      for (const [what, date, ...at] of moneyRecordsOf(intake))
        if (date && date > asAt)
          yield {
            at,
            message: `${what} is recorded as done on ${formatDate(date)}, which is after ${formatDate(asAt)}`,
          }
    },
  },
]
