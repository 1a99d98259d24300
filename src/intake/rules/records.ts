/** The answers in; out, everything that they record as done, with the date on which it was. An entry says that it has happened. */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'
import {
  adviceOf,
  councilApprovalsOf,
  type Dated,
  declarationsOf,
  partnerApprovalsOf,
  signingOf,
} from './date-order.ts'
import { labelOf } from './labels.ts'

/** Approvals, advice and signatures, and what was done before them. What is done about money has a rule of its own (FIN-22). */
export function* recordsOf(intake: Intake): Generator<Dated> {
  const { early_views: views, procurement, approvals, accountable_body: body, exit, amendments } = intake
  for (const key of ['procurement', 'legal'] as const)
    yield { at: ['early_views', key, 'date'], what: `the early view of ${key}`, date: views?.[key]?.date }
  yield {
    at: ['approvals', 'in_principle', 'date'],
    what: 'the approval in principle',
    date: approvals?.in_principle?.date,
  }
  yield* councilApprovalsOf(intake)
  for (const key of ['finance', 'legal', 'executive'] as const)
    yield {
      at: ['approvals', 'accountable_body', key, 'date'],
      what: `the approval of the accountable body by ${key}`,
      date: approvals?.accountable_body?.[key]?.date,
    }
  yield* partnerApprovalsOf(intake)
  yield* adviceOf(intake)
  yield* declarationsOf(intake)
  yield signingOf(intake)
  for (const [index, { from, date }] of (exit?.advice ?? []).entries())
    yield {
      at: ['exit', 'advice', index, 'date'],
      what: `the advice of ${from ? labelOf('exit.advice[].from', from) : 'an adviser'} on exit`,
      date,
    }
  for (const [index, { signed_on, asked_on }] of (amendments ?? []).entries()) {
    yield {
      at: ['amendments', index, 'asked_on'],
      what: `the request for amendment ${index + 1}`,
      date: asked_on,
    }
    yield {
      at: ['amendments', index, 'signed_on'],
      what: `the variation by amendment ${index + 1}`,
      date: signed_on,
    }
  }
  for (const [index, { clause, date }] of (intake.omitted_heads ?? []).entries())
    yield {
      at: ['omitted_heads', index, 'date'],
      what: `the decision to leave out ${clause === undefined ? `head ${index + 1}` : `'${clause}'`}`,
      date,
    }
  const more: readonly (readonly [readonly Key[], string, string | undefined])[] = [
    [['intake_date'], 'the last change of these answers', intake.intake_date],
    [['commitments_started_on'], 'the first commitment', intake.commitments_started_on],
    [
      ['early_views', 'first_discussion_date'],
      'the first discussion with partners',
      views?.first_discussion_date,
    ],
    [['scope', 'override_date'], 'Legal’s agreement to use the Code', intake.scope?.override_date],
    [['accountable_body', 'nominated_date'], 'the nomination', body?.nominated_date],
    [['procurement', 'agreed_date'], 'the agreement that no procurement is needed', procurement?.agreed_date],
    [['procurement', 'award_date'], 'the award of the contract', procurement?.award_date],
    [['liability', 'legal_advice_date'], 'the advice on liability', intake.liability?.legal_advice_date],
    [['tupe', 'advice_date'], 'the advice on the transfer of staff', intake.tupe?.advice_date],
    [['land', 'report_date'], 'the report on the disposal of land', intake.land?.report_date],
    [['equality', 'eia_date'], 'the equality impact assessment', intake.equality?.eia_date],
    [
      ['decision_record', 'published_on'],
      'the publication of the decision',
      intake.decision_record?.published_on,
    ],
  ]
  for (const [at, what, date] of more) yield { at, what, date }
}
