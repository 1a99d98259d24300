/** Rules on the data protection impact assessment: is there an answer, is one needed, and was it done in time. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { capital } from './capital.ts'
import { lateFault, startOf } from './date-order.ts'
import { flowsOf } from './information-flow-facts.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const at = (key: string): readonly Key[] => ['info', 'dpia', key]

/** What in the flows makes a high risk likely, in words, with the place of the first of each. */
function signsOfRisk({ intake }: RuleContext) {
  const flows = flowsOf(intake)
  const special = flows.find(({ flow }) => (flow.special_categories ?? []).length > 0)
  const offences = flows.find(({ flow }) => flow.offence_data)
  const children = flows.find(({ flow }) => flow.children)
  return [
    ...(special ? [{ words: 'special categories of data', at: special.at('special_categories') }] : []),
    ...(offences ? [{ words: 'data on offences', at: offences.at('offence_data') }] : []),
    ...(children ? [{ words: 'data about children', at: children.at('children') }] : []),
    ...(intake.info?.dpia?.large_scale ? [{ words: 'data on a large scale', at: at('large_scale') }] : []),
  ]
}

function* needFaults(context: RuleContext): Generator<Fault> {
  const { conditions, intake } = context
  if (!conditions.personal_data) return
  const { status } = intake.info?.dpia ?? {}
  const signs = signsOfRisk(context)
  const related = signs.map(sign => ({ at: sign.at, message: `There is ${sign.words} here` }))
  const words = signs.map(sign => sign.words)
  if (status === 'not_done')
    yield signs.length > 0
      ? {
          at: at('status'),
          severity: 'error',
          message: `No data protection impact assessment has been done, though the sharing includes ${words.join(' and ')}`,
          related,
        }
      : { at: at('status'), message: 'No data protection impact assessment has been done, nor a screening' }
  const isSensitive = words.some(w => w !== 'data about children' && w !== 'data on a large scale')
  if (status === 'screened_out' && intake.info?.dpia?.large_scale && isSensitive)
    yield {
      at: at('status'),
      severity: 'error',
      message: `The impact assessment was screened out, but the law calls for one where ${words.filter(w => w.startsWith('special') || w.endsWith('offences')).join(' and ')} are used on a large scale`,
      related,
    }
}

function* dateFaults({ intake, asAt }: RuleContext): Generator<Fault> {
  const { date, status } = intake.info?.dpia ?? {}
  if (date === undefined || status === 'not_done') return
  const what = status === 'screened_out' ? 'the screening for an impact assessment' : 'the impact assessment'
  const late = lateFault({ at: at('date'), what, date }, startOf(intake))
  if (date > asAt)
    yield {
      at: at('date'),
      severity: 'error',
      message: `${capital(what)} is said to be done on ${formatDate(date)}, which is after the day of this check, ${formatDate(asAt)}`,
      hint: 'Answer not_done until it is done.',
    }
  // A partnership under review shares already; what matters there is that it was done.
  else if (late && intake.status !== 'review_of_existing') yield late
}

const base = { owner: 'information_governance', stage: 'sign_off' } as const
const law = 'UK GDPR Art 35'

export const impactRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-03',
    severity: 'error',
    source: law,
    requirements: ['R092'],
    *find(context) {
      const aside = setAside(context, ...at('status'))
      if (aside && aside.at.length > 1 && context.conditions.personal_data)
        yield {
          at: aside.at,
          message: `Personal data is shared, but whether an impact assessment was done is answered ${aside.words}`,
          hint: 'Answer done, screened_out with the reason, or not_done.',
        }
    },
  },
  { ...base, code: 'ISP-06', severity: 'warning', source: law, requirements: ['R092'], find: needFaults },
  {
    ...base,
    code: 'ISP-24',
    severity: 'warning',
    source: `${law}(1)`,
    requirements: ['R092', 'R161'],
    find: dateFaults,
  },
]
