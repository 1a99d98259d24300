/** Approvals with the content hash of what was approved in, and the agreement as it now reads; those that have lapsed out. */
import type { Finding } from '../findings/finding.ts'
import type { Answers, Key } from '../intake/answers.ts'
import { group, unwrap, yesNo } from '../intake/fields.ts'

/** Who approved, as messages say it, and where in the intake. */
const approvals = [
  { name: 'legal', who: 'Legal', keys: ['approvals', 'legal'] },
  { name: 'finance', who: 'Finance', keys: ['approvals', 'finance'] },
  { name: 'director', who: 'The director', keys: ['approvals', 'director'] },
  {
    name: 'accountable_body_legal',
    who: 'Legal, for the role of accountable body,',
    keys: ['approvals', 'accountable_body', 'legal'],
  },
  {
    name: 'accountable_body_finance',
    who: 'Finance, for the role of accountable body,',
    keys: ['approvals', 'accountable_body', 'finance'],
  },
] as const

/** For each approval, whether it has lapsed, for the papers to say so beside it. */
export const lapsedField = unwrap(
  group('Lapsed', Object.fromEntries(approvals.map(({ name }) => [name, yesNo('Lapsed')]))),
)
export const lapsedValues = (answers: Answers, now: string): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    approvals.map(({ name, keys }) => [name, hasLapsed(approvedContent(answers, keys), now)]),
  )

const hasLapsed = (approved: string | undefined, now: string): boolean =>
  approved !== undefined && approved !== now

/** Whether an approval says what exactly was approved, so that the agreement must be made to judge it. */
export const hasApprovedContent = (answers: Answers): boolean =>
  approvals.some(({ keys }) => approvedContent(answers, keys) !== undefined)

/** @param now the content hash of the agreement as the intake makes it now */
export const lapsedApprovals = (answers: Answers, now: string): readonly Finding[] =>
  approvals.flatMap(({ who, keys }) => {
    const approved = approvedContent(answers, keys)
    if (!hasLapsed(approved, now)) return []
    return [
      {
        code: 'PACK-03',
        severity: 'error',
        message: `${who} approved the agreement as it read under content hash ${approved}. It now reads otherwise (${now}), so the approval has lapsed.`,
        hint: `Ask for approval of the changed wording, then record its date and ${now}.`,
        place: answers.placeOf([...keys, 'content_hash']),
        owner: 'director',
        stage: 'sign_off',
        source: 'Code 7.6',
      } satisfies Finding,
    ]
  })

function approvedContent({ intake }: Answers, keys: readonly Key[]): string | undefined {
  const approval = keys.reduce<unknown>((at, key) => (at as Record<Key, unknown> | undefined)?.[key], intake)
  return (approval as { content_hash?: string } | undefined)?.content_hash?.trim().toLowerCase()
}
