/** The rule that what a checklist says agrees with the other answers: disputes, exit, risks, equality, authority. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { datesIn, numberPattern, readNumber } from './number-words.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

type Checklist = 'planning' | 'inclusivity' | 'governance'
type Related = NonNullable<Fault['related']>[number]

interface Answer {
  readonly at: readonly Key[]
  readonly text: string
}

/** What a checklist says to one of its questions. */
function answerTo({ intake }: RuleContext, list: Checklist, number: number): Answer | undefined {
  const rows = intake.checklists?.[list] ?? []
  const index = rows.findIndex(row => row.question === number)
  const text = rows[index]?.comment
  return text === undefined ? undefined : { at: ['checklists', list, index, 'comment'], text }
}

const denial =
  /^(?:no\b(?!\s+(?:one\b|partner|change|difficult|problem|objection|risk is))|not\b(?! only)|none\b|never\b|there (?:is|are|was|were) no\b|to be (?:done|agreed|written|sought)|yet to be\b|still to be\b)|\b(?:has|have|was|were|is|are) not (?:yet )?(?:been )?(?:done|agreed|made|assessed|written|sought|completed|carried out|in place)\b|\bnot yet (?:done|agreed|made|assessed|written|sought|completed|carried out|in place)\b/i

const affirmation = /^(?:yes|done|completed?|agreed|in place)\b/i

/** Something that a checklist asks about and that another part of the form answers. */
interface Twin {
  readonly list: Checklist
  readonly question: number
  readonly what: string
  /** Where the form says that the thing is there. */
  readonly present: (context: RuleContext) => Related | undefined
  /** Where the form says that it is not. */
  readonly absent: (context: RuleContext) => Related | undefined
}

const asideAt = (context: RuleContext, ...keys: readonly Key[]): Related | undefined => {
  const aside = setAside(context, ...keys)
  return aside && { at: aside.at, message: `It is answered ${aside.words} here` }
}

const twins: readonly Twin[] = [
  {
    list: 'governance',
    question: 11,
    what: 'a way to settle disputes',
    present: ({ intake }) =>
      intake.disputes?.steps && intake.disputes.steps.length > 0
        ? { at: ['disputes', 'steps'], message: 'The steps to settle a dispute stand here' }
        : undefined,
    absent: context => asideAt(context, 'disputes', 'steps'),
  },
  {
    list: 'governance',
    question: 12,
    what: 'an exit strategy',
    present: ({ intake }) =>
      intake.exit?.strategy
        ? { at: ['exit', 'strategy'], message: 'The exit strategy stands here' }
        : undefined,
    absent: context => asideAt(context, 'exit', 'strategy'),
  },
  {
    list: 'governance',
    question: 6,
    what: 'action on poor performance',
    present: ({ intake }) =>
      intake.performance?.underperformance_steps
        ? { at: ['performance', 'underperformance_steps'], message: 'The action stands here' }
        : undefined,
    absent: context => asideAt(context, 'performance', 'underperformance_steps'),
  },
  {
    list: 'planning',
    question: 9,
    what: 'an assessment of the risks',
    present: ({ intake }) =>
      intake.risks && intake.risks.length > 0
        ? { at: ['risks'], message: 'The register of risks stands here' }
        : undefined,
    absent: ({ intake }) =>
      intake.accountable_body?.risk_assessment_done === false
        ? { at: ['accountable_body', 'risk_assessment_done'], message: 'It is said not to be done here' }
        : undefined,
  },
  {
    list: 'planning',
    question: 6,
    what: 'an equality impact assessment',
    present: ({ intake }) =>
      intake.equality?.eia_done
        ? { at: ['equality', 'eia_done'], message: 'It is said to be done here' }
        : undefined,
    absent: ({ intake }) =>
      intake.equality?.eia_done === false
        ? { at: ['equality', 'eia_done'], message: 'It is said not to be done here' }
        : undefined,
  },
]

function* presenceFaults(context: RuleContext): Generator<Fault> {
  for (const { list, question, what, present, absent } of twins) {
    const answer = answerTo(context, list, question)
    if (!answer) continue
    const text = answer.text.trim()
    const there = present(context)
    const gone = absent(context)
    if (denial.test(text) && there)
      yield {
        at: answer.at,
        message: `The checklist says that there is no ${what.replace(/^an? /, '')}, but another answer gives one`,
        related: [there],
      }
    else if (affirmation.test(text) && !denial.test(text) && gone)
      yield {
        at: answer.at,
        message: `The checklist says that there is ${what}, but another answer says otherwise`,
        related: [gone],
      }
  }
}

function* authorityFaults(context: RuleContext): Generator<Fault> {
  const answer = answerTo(context, 'planning', 12)
  if (!answer) return
  const { approvals } = context.intake
  const text = answer.text.trim()
  const { executive } = approvals ?? {}
  const isDenied =
    /\b(?:executive|cabinet)(?:’s|'s)? (?:approval|authority|decision) (?:is|was) not needed\b/i.test(text)
  if (executive?.needed && isDenied)
    yield {
      at: answer.at,
      message:
        'The checklist says that the Executive’s approval is not needed, but another answer says that it is',
      related: [{ at: ['approvals', 'executive', 'needed'], message: 'It is said to be needed here' }],
    }
  if (executive?.ref && denial.test(text) && !isDenied)
    yield {
      at: answer.at,
      message: 'The checklist says that no authority was sought, but a decision of the Executive is recorded',
      related: [{ at: ['approvals', 'executive', 'ref'], message: `It is ${executive.ref} here` }],
    }
}

/** Words before a date that make it the date of what was asked about. */
const dated = /\b(?:agreed|complet|done|carried out|assess|screen|signed off|confirm)\w*[^.;]*$/i

/** Dates that a checklist and another answer both give. */
function* dateFaults(context: RuleContext): Generator<Fault> {
  const { procurement, equality } = context.intake
  for (const [number, what, at, date] of [
    [2, 'Procurement’s agreement', ['procurement', 'agreed_date'], procurement?.agreed_date],
    [6, 'the equality impact assessment', ['equality', 'eia_date'], equality?.eia_date],
  ] as const) {
    const answer = answerTo(context, 'planning', number)
    const dates = answer ? datesIn(answer.text) : []
    const first = answer ? answer.text.search(/\d{1,2}(?:st|nd|rd|th)? \p{Lu}/u) : -1
    if (answer && date && dates.length === 1 && dates[0] !== date && dated.test(answer.text.slice(0, first)))
      yield {
        at: answer.at,
        message: `The checklist dates ${what} ${formatDate(dates[0]!)}, and another answer ${formatDate(date)}`,
        related: [{ at, message: `It is ${formatDate(date)} here` }],
      }
  }
}

const riskCount = new RegExp(
  `\\b(${numberPattern}) risks?(?: and [^.,;]*?)? (?:(?:are|is|stand|stands) (?:in|on) the register|(?:was|were|have been|has been) (?:found|identified|entered|assessed))`,
  'i',
)
const termLength = new RegExp(
  `^(?:yes[.,:;]? )?(?:it (?:runs|lasts) for |for )?(${numberPattern}) (years?|months?)\\b(?![’']| of notice| notice)`,
  'i',
)

function* countFaults(context: RuleContext): Generator<Fault> {
  const { risks, term } = context.intake
  const counted = answerTo(context, 'planning', 9)
  const said = readNumber(riskCount.exec(counted?.text ?? '')?.[1] ?? '')
  if (counted && risks && risks.length > 0 && said !== undefined && said !== risks.length)
    yield {
      at: counted.at,
      message: `The checklist speaks of ${said} ${said === 1 ? 'risk' : 'risks'}, but the register has ${risks.length}`,
      related: [{ at: ['risks'], message: 'The register stands here' }],
    }
  const lasting = answerTo(context, 'governance', 12)
  const length = termLength.exec(lasting?.text.trim() ?? '')
  const number = readNumber(length?.[1] ?? '')
  if (!lasting || !length || number === undefined) return
  const told = `${length[1]} ${length[2]}`.toLowerCase()
  if (term?.kind === 'rolling')
    yield {
      at: lasting.at,
      message: `The checklist gives the length as ${told}, but the term runs until ended`,
      related: [{ at: ['term', 'kind'], message: 'The kind of term stands here' }],
    }
  else if (term?.start && term.end) {
    const days = (Date.parse(term.end) - Date.parse(term.start)) / 86_400_000
    const meant = number * (length[2]!.startsWith('year') ? 365.25 : 30.44)
    // A month either way is rounding.
    if (Math.abs(days - meant) > 31)
      yield {
        at: lasting.at,
        message: `The checklist gives the length as ${told}, but the term runs from ${formatDate(term.start)} to ${formatDate(term.end)}`,
        related: [{ at: ['term', 'end'], message: 'The end stands here' }],
      }
  }
}

export const checklistContradictionRules: readonly Rule[] = [
  {
    code: 'CHK-04',
    severity: 'warning',
    owner: 'officer',
    stage: 'sign_off',
    source: 'Code App 2; App 3',
    requirements: ['R110', 'R114'],
    *find(context) {
      yield* presenceFaults(context)
      yield* authorityFaults(context)
      yield* dateFaults(context)
      yield* countFaults(context)
    },
  },
]
