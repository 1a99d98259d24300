/** Rules on schedules and clauses that an answer names by number: is there such a schedule, and is it the one that is meant? */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'
import { capital } from './capital.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { textsUnder } from './texts.ts'

/** What each schedule holds, as people call it. */
const subjects: readonly (readonly [id: string, words: string])[] = [
  ['schedule-partners', 'contacts?|contact details|addresses for notices'],
  ['schedule-objectives', 'objectives|measures and targets'],
  ['schedule-board', 'terms of reference|seats on the board'],
  ['schedule-finance', 'contributions|table of contributions|budget'],
  ['schedule-accountable-body', "accountable body(?:’s|'s)? (?:terms|duties|services)"],
  ['schedule-section-75', 'section 75 (?:scheme|arrangements)'],
  ['schedule-secondment', 'secondments?|secondment terms'],
  ['schedule-information', 'information[- ]sharing protocol|data[- ]sharing protocol|protocol'],
  ['schedule-risk', 'risk register|register of risks'],
  ['schedule-exit', 'exit plan|exit strategy'],
  ['schedule-assets', 'asset register|register of assets'],
]
const anySubject = subjects.map(([, words]) => words).join('|')
const subjectOf = (said: string): string | undefined =>
  subjects.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(said))?.[0]

const named = /\bschedule\s+(\d{1,2})\b(?!\s*\()/gi
/** Schedules of something else: an Act, a lease, another agreement. */
const ofAnother = /^(?:\s*,?\s*paragraphs? \d+\w*)?\s*(?:to|of)\s+(?!this agreement\b)/i
const afterAct =
  /(?:\b(?:Act|Regulations|Order|Rules)(?: \d{4})?|\bDPA(?: 2018)?|\bGDPR)[,;:(]?\s*(?:\w+\s){0,3}$/
const before = new RegExp(
  `\\b(${anySubject})\\s+(?:(?:is|are|as|set out|shown|listed|given)\\s+)?(?:in|at|under)\\s+$`,
  'i',
)
const after = new RegExp(`^\\s*(?:\\(|,|:|–|-)\\s*(?:the\\s+)?(${anySubject})\\b`, 'i')

/** What was advised, decided or asked for tells of a draft as it then stood, and prints in no agreement. */
const ofThePast: readonly (keyof Intake)[] = [
  'amendments',
  'approvals',
  'checklists',
  'consultation',
  'decision_record',
  'declaration',
  'early_views',
  'risk_prompts',
  'scope',
]

/** The texts that an agreement prints, those among them that it prints only in part included. */
const printedTexts = (intake: Intake) =>
  textsUnder(
    intake,
    (Object.keys(intake) as (keyof Intake)[]).filter(name => !ofThePast.includes(name)),
  )

/** Answers on sharing information cite schedules of Acts without naming the Acts. */
const citesActs = ([section]: readonly Key[]): boolean => section === 'info'

interface Printed {
  readonly id: string
  readonly title: string
  readonly number: number
}

/** The schedules that the agreement prints, with their numbers; undefined while an answer that decides is missing. */
function printedSchedules({ settings, conditions }: RuleContext): readonly Printed[] | undefined {
  const decided = settings.schedules.map(({ id, title }) => ({
    id,
    title,
    isIn: settings.isProvisionIn(id, conditions),
  }))
  if (decided.some(({ isIn }) => isIn === undefined)) return undefined
  return decided.filter(({ isIn }) => isIn).map(({ id, title }, index) => ({ id, title, number: index + 1 }))
}

function* scheduleFaults(context: RuleContext): Generator<Fault> {
  const { intake, settings } = context
  const texts = printedTexts(intake).filter(({ at, text }) => /\bschedule\s+\d/i.test(text) && !citesActs(at))
  const printed = texts.length > 0 ? printedSchedules(context) : undefined
  if (!printed) return
  for (const { at, text } of texts)
    for (const found of text.matchAll(named)) {
      const rest = text.slice(found.index + found[0].length)
      const lead = text.slice(0, found.index)
      if (ofAnother.test(rest) || afterAct.test(lead)) continue
      const number = Number(found[1])
      const meant = subjectOf((before.exec(lead) ?? after.exec(rest))?.[1] ?? '')
      const there = printed.find(schedule => schedule.number === number)
      const right = printed.find(({ id }) => id === meant)
      const title = settings.schedules.find(({ id }) => id === meant)?.title
      if (there && (meant === undefined || there.id === meant)) continue
      yield {
        at,
        message: there
          ? `The words here speak of Schedule ${number}, which in this agreement is '${there.title}'; '${title}' ${right ? `is Schedule ${right.number}` : 'is not part of it'}`
          : `The words here speak of Schedule ${number}, but this agreement has ${printed.length} schedules${right ? `; '${right.title}' is Schedule ${right.number}` : ''}`,
      }
      break
    }
}

const clause = /\bclauses?\s+\d{1,2}(?:\.\d{1,2})*\b/i
const clauseOfAnother =
  /^\s*(?:to|of|in)\s+(?!this agreement\b)|^(?:\s*\(\w+\))?\s*(?:to|of|in) the (?:lease|contract|grant|licen[cs]e|order|terms)/i

/** Numbers of clauses come from the answers, so no answer can know them. */
function* clauseFaults({ intake }: RuleContext): Generator<Fault> {
  for (const { at, text } of printedTexts(intake)) {
    const found = clause.exec(text)
    if (!found || clauseOfAnother.test(text.slice(found.index + found[0].length))) continue
    yield {
      at,
      message: `${capital(found[0])} is named here by number, and the numbers follow the answers: one changed answer may move it`,
    }
  }
}

const base = { owner: 'legal', stage: 'sign_off', source: 'Code 7; App 4', requirements: ['R128'] } as const

export const namedScheduleRules: readonly Rule[] = [
  { ...base, code: 'REF-01', severity: 'warning', find: scheduleFaults },
  { ...base, code: 'REF-02', severity: 'note', find: clauseFaults },
]
