/** A rule on what was approved: each approval of the agreement names the very text that it was given to. */
import { formatDate } from '../format.ts'
import { capital } from './capital.ts'
import { councilApprovalsOf } from './date-order.ts'
import type { Rule } from './rule.ts'

export const approvedTextRules: readonly Rule[] = [
  {
    code: 'APPR-15',
    severity: 'error',
    owner: 'director',
    stage: 'sign_off',
    source: 'Code 7.2; 7.6',
    requirements: ['R045', 'R162', 'R163', 'R164'],
    /**
     * Legal, Finance and the director approve a text, not a title. The Executive and a portfolio holder decide on a report,
     * and the role of accountable body is approved before there is a text, so none of these is asked for a hash.
     */
    *find({ intake, answers }) {
      const dated = councilApprovalsOf(intake)
      for (const key of ['legal', 'finance', 'director'] as const) {
        const { content_hash: hash, written } = intake.approvals?.[key] ?? {}
        const keys = ['approvals', key]
        const { date, what } = dated.find(({ at }) => at[1] === key)!
        if (date === undefined || written === false || hash !== undefined) continue
        if (answers.stateOf([...keys, 'content_hash'])?.state === 'disputed') continue
        yield {
          at: [...keys, 'date'],
          ...(key === 'director' ? {} : { owner: key }),
          message: `${capital(what)} of ${formatDate(date)} does not say which text was approved`,
        }
      }
    },
  },
]
