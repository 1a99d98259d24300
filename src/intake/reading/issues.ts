/** Takes what zod still objects to after coercion (limits, mostly) and says it in our words at the right place. */

import type * as z from 'zod'
import { figures } from '../../figures.ts'
import type { Finding, Place } from '../../findings/finding.ts'
import type { Key } from '../answers.ts'
import type { Question } from '../fields.ts'

/** One finding for each issue. `fieldAt` names the question at a path, `placeAt` says where it stands. */
export function wordIssues(
  issues: readonly z.core.$ZodIssue[],
  fieldAt: (keys: readonly Key[]) => Question | undefined,
  placeAt: (keys: readonly Key[]) => Place,
): Finding[] {
  return issues.map(issue => {
    const keys = issue.path as Key[]
    const title = fieldAt(keys)?.title ?? String(keys.at(-1) ?? 'The intake')
    const said = isOfNewerEdition(issue) ? newerEdition : wordIssue(issue, title)
    return { severity: 'error', place: placeAt(keys), ...said }
  })
}

/** Whether an intake says that it follows a later edition of the form than the schema knows. */
const isOfNewerEdition = ({ code, path }: z.core.$ZodIssue): boolean =>
  code === 'too_big' && path.length === 1 && path[0] === 'schema_version'

const newerEdition = {
  code: 'FILE-04',
  message: 'This file is of a newer edition of the intake than this program reads',
  hint: 'Use the release of Concordat that it was written for, or a later one. Write 1 only if it was written for this one',
} as const

function wordIssue(issue: z.core.$ZodIssue, title: string): Pick<Finding, 'code' | 'message' | 'hint'> {
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum)
    if (issue.origin === 'array') {
      return {
        code: 'ANS-07',
        message: `${title}: the list needs at least ${least}`,
        hint: 'Add what is missing',
      }
    }
    if (issue.origin === 'string') {
      return {
        code: 'ANS-07',
        message: `${title}: the text is too short`,
        hint: `Write at least ${least} characters`,
      }
    }
    return {
      code: 'ANS-07',
      message: `${title}: the number is too small`,
      hint: `Write ${figures(least)} or more`,
    }
  }
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum)
    if (issue.origin === 'array') {
      return {
        code: 'ANS-07',
        message: `${title}: the list is too long`,
        hint: `Keep at most ${figures(most)} items`,
      }
    }
    if (issue.origin === 'string') {
      return {
        code: 'ANS-07',
        message: `${title}: the text is too long`,
        hint: `Keep to ${figures(most)} characters`,
      }
    }
    return {
      code: 'ANS-07',
      message: `${title}: the number is too large`,
      hint: `Write ${figures(most)} or less`,
    }
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return { code: 'ANS-04', message: `${title}: this is not a date`, hint: 'Write the date as 2026-04-01' }
  }
  if (issue.code === 'invalid_value') {
    return {
      code: 'ANS-03',
      message: `${title}: this is not one of the choices`,
      hint: `Choose from: ${issue.values.join(', ')}`,
    }
  }
  const hint = issue.code === 'custom' ? issue.message : 'See what the intake guide says of this question'
  return { code: 'ANS-02', message: `${title}: the answer is not of the right kind`, hint }
}
