/** Answers in; out, the same answers as a document may recite them: nothing that is recorded as done on a day that has not come. */
import type { Answers, Key } from './answers.ts'
import { changeAt } from './change-at.ts'
import { moneyRecordsOf } from './rules/money-records.ts'
import { peopleRecordsOf } from './rules/people-records.ts'
import { recordsOf } from './rules/records.ts'
import type { Intake } from './schema.ts'

/** Where a date stands that says that something was done, though its day is after `asAt`, an ISO date. */
export const futureRecords = (intake: Intake, asAt: string): readonly (readonly Key[])[] => [
  ...[...recordsOf(intake), ...peopleRecordsOf(intake)].flatMap(({ at, date }) =>
    date !== undefined && date > asAt ? [at] : [],
  ),
  ...[...moneyRecordsOf(intake)].flatMap(([, date, ...at]) =>
    date !== undefined && date > asAt ? [at] : [],
  ),
]

/**
 * The answers without those dates. A document then says what it says while they are blank: the approval is still to come,
 * the agreement is not signed. The rules look at the answers as they are, and name each such date: DATE-07, FIN-22
 * and those that `peopleRecordsOf` lists.
 */
export function asRecorded(answers: Answers, asAt: string): Answers {
  const future = futureRecords(answers.intake, asAt)
  if (future.length === 0) return answers
  return {
    ...answers,
    intake: future.reduce<Intake>(
      (intake, at) => changeAt(intake, at, () => undefined) as Intake,
      answers.intake,
    ),
  }
}
