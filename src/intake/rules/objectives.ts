/** Rules on vision, objectives and challenges: outcomes not activities, measurable, in time, and answered by a clause. */
import { formatDate } from '../format.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** Words with which a task begins. An outcome says what will be different, not what will be done. */
const activity =
  /^(?:to |we will |the (?:partners|partnership|board) will )?(?:hold|run|deliver|provide|organise|arrange|set up|establish|create|develop|produce|publish|write|draft|prepare|review|monitor|meet (?:regularly|monthly|quarterly|weekly|each|every|once|twice|at least)|attend|recruit|appoint|hire|train|consult|implement|launch|host|commission|procure|buy|purchase|build (?:an?|the|new)|carry out|undertake|conduct|map|discuss|explore|consider|support|promote|co-?ordinate|facilitate|encourage|continue|work (?:with|together)|share|submit|collect|report)(?![\wÀ-ɏ-])(?! (?:of|for|from|is|are|was|were|times?|levels?|rates?|services?|journeys?|falls?|rises?)\b)/i

/** A number of things made is a result that can be counted. */
const counted = /^(?:to |we will )?(?:create|build|provide|deliver|produce) (?:at least |over |up to )?\d/i

/** What turns a task into an outcome: the difference it makes is said too. */
const outcome =
  /\bso that\b|\bin order (?:to|that)\b|\b(?:to|will|and|by) (?:cut|reduce|raise|increase|halve|double|lower|improve|end|prevent|stay|live|find|get|feel|be|become|reach|keep|return|avoid)\b|\breduc(?:e|es|ed|ing)\b|\bincreas(?:e|es|ed|ing)\b|\bfewer\b|\bmore [a-z]+ (?:are|have|can|get|live|feel|stay|reach|use|move)\b|\bfrom \d.* to \d/i

/** Targets that can be counted although they hold no figure. */
const countable =
  /\d|\b(?:all|every|each|none|nil|no|zero|half|both|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|third|quarter|double|doubled|halved|twice|dozen|hundred|thousand|met|achieved|rated|rating|outstanding|good|accredited|accreditation)\b/i

const short = (words: string): string => (words.length > 70 ? `${words.slice(0, 67).trimEnd()}…` : words)

function* measureFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const isProvisional = intake.objectives_provisional === true
  for (const [index, { text, target }] of (intake.objectives ?? []).entries()) {
    const name = `The objective '${short(text ?? `${index + 1}`)}'`
    for (const [key, what] of [
      ['measure', 'measure'],
      ['target', 'target'],
      ['due', 'date'],
    ] as const) {
      const aside = setAside(context, 'objectives', index, key)
      if (aside && !isProvisional && aside.at.length > 1)
        yield { at: aside.at, message: `${name} has no ${what}: it is answered ${aside.words}` }
    }
    if (target !== undefined && !countable.test(target))
      yield {
        at: ['objectives', index, 'target'],
        message: `${name} has the target '${short(target)}', which names nothing that can be counted`,
      }
  }
}

function* timeFaults({ intake }: RuleContext): Generator<Fault> {
  const { start, end, kind } = intake.term ?? {}
  // Results are often counted for some months after the end, in the figures of the year.
  const rows = [
    ...(intake.objectives ?? []).map(({ text, due }, index) => ({
      at: ['objectives', index, 'due'],
      what: `The objective '${short(text ?? `${index + 1}`)}' is to be met`,
      date: due,
      last: kind === 'fixed' && end ? `${Number(end.slice(0, 4)) + 1}${end.slice(4)}` : undefined,
    })),
    ...(intake.project?.milestones ?? []).map(({ text, date }, index) => ({
      at: ['project', 'milestones', index, 'date'],
      what: `The milestone '${short(text ?? `${index + 1}`)}' is to be reached`,
      date,
      last: kind === 'fixed' ? end : undefined,
    })),
  ]
  for (const { at, what, date, last } of rows) {
    if (date && last && date > last)
      yield {
        at,
        message: `${what} on ${formatDate(date)}, ${at[0] === 'objectives' ? 'more than a year ' : ''}after the partnership ends on ${formatDate(end!)}`,
        related: [{ at: ['term', 'end'], message: 'The end stands here' }],
      }
    if (date && start && date < start && intake.status !== 'review_of_existing' && at[0] === 'objectives')
      yield {
        at,
        message: `${what} on ${formatDate(date)}, before the partnership starts on ${formatDate(start)}`,
        related: [{ at: ['term', 'start'], message: 'The start stands here' }],
      }
  }
}

function* provisionalFaults(context: RuleContext): Generator<Fault> {
  const { intake, asAt } = context
  const by = intake.objectives_review_date
  const at = ['objectives_review_date']
  if (intake.objectives_provisional !== true) return
  const aside = setAside(context, 'objectives_review_date')
  const review = intake.review?.first_date
  if (aside)
    yield {
      at,
      message: `The objectives are provisional, but the date to settle them is answered ${aside.words}`,
    }
  else if (by && by < asAt)
    yield {
      at,
      message: `The objectives were to be settled by ${formatDate(by)}, before ${formatDate(asAt)}, and are still provisional`,
    }
  else if (by && review && by > review)
    yield {
      at,
      message: `The objectives are to be settled by ${formatDate(by)}, after the first review on ${formatDate(review)}, which is to look at them`,
      related: [{ at: ['review', 'first_date'], message: 'The first review stands here' }],
    }
}

function* challengeFaults(context: RuleContext): Generator<Fault> {
  const { intake, settings, conditions } = context
  for (const [index, { text, addressed_in: clause }] of (intake.challenges ?? []).entries()) {
    const at = ['challenges', index, 'addressed_in']
    const name = `The challenge '${short(text ?? `${index + 1}`)}'`
    const aside = setAside(context, ...at)
    if (aside?.words === 'none') yield { at, message: `${name} is dealt with by no clause of the agreement` }
    else if (clause !== undefined && !settings.isKnownProvision(clause))
      yield {
        at,
        message: `${name} is said to be dealt with in '${short(clause)}', which is the id of no clause`,
        hint: 'Write the id of a clause, as concordat clauses lists them.',
      }
    else if (clause !== undefined && settings.isProvisionIn(clause, conditions) === false)
      yield {
        at,
        message: `${name} is said to be dealt with in '${clause}', which the other answers leave out of the agreement`,
      }
  }
}

const base = { severity: 'warning', owner: 'performance', stage: 'draft', source: 'Code App 4 B' } as const

export const objectiveRules: readonly Rule[] = [
  {
    ...base,
    code: 'AIM-02',
    requirements: ['R120'],
    *find({ intake }) {
      for (const [index, { text }] of (intake.objectives ?? []).entries()) {
        const begins = text && activity.exec(text.trim())?.[0]
        if (begins && !outcome.test(text) && !counted.test(text.trim()))
          yield {
            at: ['objectives', index, 'text'],
            message: `The objective '${short(text)}' begins with '${begins}' and says what will be done, not what will be different`,
          }
      }
    },
  },
  { ...base, code: 'AIM-03', requirements: ['R105', 'R120'], find: measureFaults },
  {
    ...base,
    code: 'AIM-04',
    source: 'Code App 2; App 4 B',
    requirements: ['R105', 'R108', 'R120'],
    find: timeFaults,
  },
  {
    ...base,
    code: 'AIM-05',
    stage: 'in_principle',
    requirements: ['R120'],
    *find({ intake: { vision } }) {
      const items = vision?.split('\n').filter(line => /^\s*(?:[-*•]|\d+[.)])\s+\S/.test(line)) ?? []
      if (items.length > 1)
        yield {
          at: ['vision'],
          message: `The vision is a list of ${items.length} points, where a picture of the future in a sentence or two is wanted`,
        }
      else if (vision && activity.test(vision.trim()) && !outcome.test(vision))
        yield {
          at: ['vision'],
          message: `The vision begins with '${activity.exec(vision.trim())![0]}' and says what will be done, not what will be different`,
        }
    },
  },
  { ...base, code: 'AIM-06', source: 'Code 6.2', requirements: ['R030'], find: provisionalFaults },
  {
    ...base,
    code: 'AIM-07',
    owner: 'officer',
    source: 'Code 5.1',
    requirements: ['R027'],
    find: challengeFaults,
  },
]
