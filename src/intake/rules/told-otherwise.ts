/** The rule that a date or a rhythm told in a checklist or as the reason about a risk prompt is the one that its own question gives. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import type { Intake } from '../schema.ts'
import { type Day, daysIn, isSameDay } from './number-words.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** Something that happened once and has a question of its own. */
interface Event {
  readonly what: string
  /** The words that speak of it. */
  readonly said: RegExp
  readonly at: readonly Key[]
  readonly days: (intake: Intake) => readonly Day[]
}

const dayOf = (date: string | undefined): readonly Day[] => {
  if (date === undefined) return []
  const [year, month, day] = date.split('-').map(Number)
  return [{ year: year!, month: month!, day: day! }]
}

const events: readonly Event[] = [
  {
    what: 'the advice on VAT',
    said: /\bVAT advice\b|\badvice (?:on|about) VAT\b/i,
    at: ['vat', 'advice_date'],
    days: ({ vat }) => dayOf(vat?.advice_date),
  },
  {
    what: 'the equality impact assessment',
    said: /\bequality (?:impact )?(?:assessment|analysis)\b/i,
    at: ['equality', 'eia_date'],
    days: ({ equality }) => dayOf(equality?.eia_date),
  },
  {
    what: 'the data protection impact assessment',
    said: /\bdata protection impact assessment\b|\bDPIA\b/i,
    at: ['info', 'dpia', 'date'],
    days: ({ info }) => dayOf(info?.dpia?.date),
  },
  {
    what: 'the nomination of the accountable body',
    said: /\bnominat\w+\b[^.;]*\baccountable body\b|\baccountable body\b[^.;]*\bnominat/i,
    at: ['accountable_body', 'nominated_date'],
    days: ({ accountable_body }) => dayOf(accountable_body?.nominated_date),
  },
  {
    what: 'the consultation of trade unions',
    said: /\bunions?\b[^.;]*\b(?:consulted|told|met|asked)\b|\bconsult\w*\b[^.;]*\bunions?\b/i,
    at: ['engagement', 'unions'],
    days: ({ engagement }) => daysIn(engagement?.unions ?? ''),
  },
]

/** What is told in prose beside the questions: the three checklists, and why a risk prompt is not relevant. */
function* tellingsIn({
  intake,
}: RuleContext): Generator<{ readonly at: readonly Key[]; readonly text: string }> {
  // CHK-04 holds that one against the equality impact assessment.
  for (const list of ['planning', 'inclusivity', 'governance'] as const)
    for (const [index, { question, comment }] of (intake.checklists?.[list] ?? []).entries())
      if (comment !== undefined && !(list === 'planning' && question === 6))
        yield { at: ['checklists', list, index, 'comment'], text: comment }
  for (const [index, { reason }] of (intake.risk_prompts ?? []).entries())
    if (reason !== undefined) yield { at: ['risk_prompts', index, 'reason'], text: reason }
}

const dayInWords = ({ year, month, day }: Day): string => {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`
  return day === undefined ? formatDate(date).replace(/^\d+ /, '') : formatDate(date)
}

/** Words of what is still to come, or comes again: its date is another. */
const isToCome = /\b(?:will|to be|by|before|until|due|again|next|renew\w*|review\w*|updat\w*|repeat\w*)\b/i

function* dateFaults(context: RuleContext): Generator<Fault> {
  for (const { at, text } of tellingsIn(context))
    for (const sentence of text.split(/(?<=[.;])\s/)) {
      const told = daysIn(sentence)
      const spoken = events.filter(({ said }) => said.test(sentence))
      // With two events or two dates in a sentence nobody knows which belong together.
      const [event] = spoken
      if (told.length !== 1 || spoken.length !== 1 || event === undefined || isToCome.test(sentence)) continue
      const given = event.days(context.intake)
      if (given.length > 0 && !given.some(day => isSameDay(day, told[0]!)))
        yield {
          at,
          message: `${dayInWords(told[0]!)} is told here as the date of ${event.what}, and its own question says ${given.map(dayInWords).join(' and ')}`,
          related: [{ at: event.at, message: 'That stands here' }],
        }
    }
}

const rhythms: readonly (readonly [said: RegExp, months: number])[] = [
  [/\bmonthly\b|\b(?:each|every) month\b/i, 1],
  [/\bquarterly\b|\b(?:each|every) quarter\b/i, 3],
  [/\bspring and (?:each )?autumn\b|\btwice a year\b|\bhalf-?yearly\b|\b(?:each|every) six months\b/i, 6],
  [/\byearly\b|\bannually\b|\bonce a year\b|\b(?:each|every) (?:year|spring|summer|autumn|winter)\b/i, 12],
]

/** How often the risks are looked at, as the governance checklist tells it (its question 8) and as the form asks it. */
function* rhythmFaults({ intake }: RuleContext): Generator<Fault> {
  const months = intake.risk_management?.review_months
  const rows = intake.checklists?.governance ?? []
  const index = rows.findIndex(({ question }) => question === 8)
  const sentence = (rows[index]?.comment ?? '')
    .split(/(?<=[.;])\s/)
    .find(part => /\b(?:risks?|register)\b/i.test(part))
  if (months === undefined || sentence === undefined) return
  const [told, ...more] = rhythms.filter(([said]) => said.test(sentence))
  const isTwiceAYear = told?.[1] === 6
  if (told && (more.length === 0 || isTwiceAYear) && told[1] !== months)
    yield {
      at: ['checklists', 'governance', index, 'comment'],
      message: `The checklist has the risks looked at every ${told[1] === 1 ? 'month' : `${told[1]} months`}, and the agreement every ${months === 1 ? 'month' : `${months} months`}`,
      related: [{ at: ['risk_management', 'review_months'], message: 'That stands here' }],
    }
}

export const toldOtherwiseRules: readonly Rule[] = [
  {
    code: 'CHK-06',
    severity: 'warning',
    owner: 'officer',
    stage: 'sign_off',
    source: 'Code App 2; App 3; App 10',
    requirements: ['R110', 'R142'],
    *find(context) {
      yield* dateFaults(context)
      yield* rhythmFaults(context)
    },
  },
]
