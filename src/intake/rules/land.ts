/** The rule on land that the Council lets go for less than its value: a report must come first. */
import { lateFault, startOf } from './date-order.ts'
import type { Rule } from './rule.ts'
import { setAside } from './set-aside.ts'

export const landRules: readonly Rule[] = [
  {
    code: 'LAND-01',
    severity: 'warning',
    owner: 'legal',
    stage: 'sign_off',
    source: 'Local Government Act 1972 s123',
    requirements: ['R115', 'R161'],
    *find(context) {
      const { land } = context.intake
      if (!land?.undervalue_disposal) return
      for (const key of ['report_ref', 'report_date'] as const) {
        const aside = setAside(context, 'land', key)
        if (aside)
          yield {
            at: aside.at,
            message: `Land goes for less than its value, but the report on it is answered ${aside.words}`,
            related: [{ at: ['land', 'undervalue_disposal'], message: 'The disposal stands here' }],
          }
      }
      const report = {
        at: ['land', 'report_date'],
        what: 'the report on the disposal of land',
        date: land.report_date,
      }
      const late = lateFault(report, startOf(context.intake))
      if (late) yield late
    },
  },
]
