/** The answers in; out, what they record as done about people, information, risks and reviews, with where each date stands. */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'

/**
 * Each of these has a rule of its own that reports a day still to come: GOV-25, DBS-04, ISP-24, RISK-19 and REV-02. They
 * stand together so that documents can leave such a day out.
 */
export function* peopleRecordsOf(
  intake: Intake,
): Generator<{ readonly at: readonly Key[]; readonly date: string | undefined }> {
  const { representation, info, review } = intake
  for (const key of ['conflict_briefing_date', 'reporting_agreed_date'] as const)
    yield { at: ['representation', key], date: representation?.[key] }
  for (const [index, { meeting: date }] of (representation?.attendance ?? []).entries())
    yield { at: ['representation', 'attendance', index, 'meeting'], date }
  for (const [index, { checked_on: date }] of (intake.safeguarding?.roles ?? []).entries())
    yield { at: ['safeguarding', 'roles', index, 'checked_on'], date }
  // An assessment that is not done yet may have a day on which it will be.
  if (info?.dpia?.status !== 'not_done') yield { at: ['info', 'dpia', 'date'], date: info?.dpia?.date }
  for (const [index, { identified, escalated_on }] of (intake.risks ?? []).entries()) {
    yield { at: ['risks', index, 'identified'], date: identified }
    yield { at: ['risks', index, 'escalated_on'], date: escalated_on }
  }
  yield { at: ['review', 'last_held'], date: review?.last_held }
}
