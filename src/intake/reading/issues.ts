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
    return { severity: 'error', place: placeAt(keys), ...wordIssue(issue, title) }
  })
}

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
      hint: most === 1 ? 'Write 1' : `Write ${figures(most)} or less`,
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
