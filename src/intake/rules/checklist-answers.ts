/** Rules on the Code's three checklists: every question answered, with enough to show that it was considered. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { inWords } from './partner-names.ts'
import type { Fault, Rule, RuleContext, RuleSettings } from './rule.ts'

/** Words that say that something was considered, and nothing else. */
const filler =
  /\b(?:yes|no|y|n|na|done|ok|okay|agreed|complete|completed|considered|noted|confirmed|fine|none|nothing|tick|ticked|checked|all|fully|has|have|been|was|were|is|are|it|this|that|we|in|place|to|follow|be|will|see|above|below|as|already|not|applicable|tbc|tba|pending|sure|of|course|satisfied|met|achieved|and|the|question|answer|answered|a|dealt|with|covered|addressed|attached|file|on|n a)\b/gi

type Checklist = RuleSettings['checklists'][number]

/** The sets of questions, each with the words for it in a message. */
const setsOf = ({ settings }: RuleContext) =>
  settings.checklists.map(({ set, title, questions }) => ({
    name: set,
    title: title.charAt(0).toLowerCase() + title.slice(1),
    questions,
  }))

/** More questions than this are named by their numbers alone. */
const SPELT_OUT = 3

const named = (missing: Checklist['questions']): string =>
  inWords(
    missing.map(({ number, ask }) => (missing.length > SPELT_OUT ? String(number) : `${number} (${ask})`)),
  )

/** True where an answer shows no consideration: nothing is left once such words are gone. */
export const isBare = (comment: string): boolean =>
  comment
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(filler, ' ')
    .trim() === ''

function* answerFaults(context: RuleContext): Generator<Fault> {
  const { intake, answers } = context
  for (const { name, title, questions } of setsOf(context)) {
    const rows = intake.checklists?.[name]
    const at: readonly Key[] = ['checklists', name]
    const state = answers.stateOf(at) ?? answers.stateOf(['checklists'])
    if (state && state.state !== 'disputed')
      yield { at, message: `The checklist on ${title} was not answered at all` }
    if (!rows) continue
    const numbers = rows.map(row => row.question)
    const missing = questions.filter(({ number }) => !numbers.includes(number))
    if (rows.length > 0 && !numbers.includes(undefined) && missing.length > 0)
      yield {
        at,
        message: `The checklist on ${title} has no answer to ${missing.length === 1 ? 'question' : 'questions'} ${named(missing)}`,
      }
    for (const [index, { question, comment }] of rows.entries()) {
      const here = [...at, index, 'comment']
      const asked = questions.find(({ number }) => number === question)?.ask ?? ''
      const aside = answers.stateOf(here)
      if (comment !== undefined && isBare(comment))
        yield {
          at: here,
          message: `'${comment.trim()}' does not show how question ${question ?? index + 1} on ${title} was considered${asked && `: “${asked}”`}`,
        }
      else if (aside?.state === 'none')
        yield {
          at: here,
          message: `Question ${question ?? index + 1} on ${title} is answered none${asked && `: “${asked}”`}`,
        }
      else if (aside?.state === 'not_applicable' && isBare(aside.reason))
        yield {
          at: here,
          message: `Question ${question ?? index + 1} on ${title} is said not to apply, but '${aside.reason.trim()}' is no reason`,
        }
    }
  }
}

function* repeatFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  for (const { name, title } of setsOf(context)) {
    const first = new Map<number, number>()
    for (const [index, { question }] of (intake.checklists?.[name] ?? []).entries()) {
      if (question === undefined) continue
      const earlier = first.get(question)
      if (earlier === undefined) first.set(question, index)
      else
        yield {
          at: ['checklists', name, index, 'question'],
          message: `Question ${question} on ${title} is answered twice`,
          related: [{ at: ['checklists', name, earlier, 'question'], message: 'It is answered here first' }],
        }
    }
  }
}

function* applicabilityFaults(context: RuleContext): Generator<Fault> {
  const { intake, answers, conditions } = context
  const rows = intake.checklists?.planning ?? []
  const stateOf = (number: number) => {
    const index = rows.findIndex(row => row.question === number)
    const at = ['checklists', 'planning', index, 'comment']
    return { at, isAside: index >= 0 && answers.stateOf(at)?.state === 'not_applicable' }
  }
  const procurement = stateOf(2)
  if (procurement.isAside && intake.procurement?.required === false)
    yield {
      at: procurement.at,
      message:
        'Question 2 asks whether Procurement agreed that no procurement is needed. It is said not to apply, but no procurement is said to be needed',
      related: [{ at: ['procurement', 'required'], message: 'No procurement is needed here' }],
    }
  const lasting = stateOf(11)
  if (lasting.isAside && conditions.rolling_term)
    yield {
      at: lasting.at,
      message:
        'Question 11 asks how the partnership lasts in the longer term. It is said not to apply, but the term has no end',
      related: [{ at: ['term', 'kind'], message: 'The kind of term stands here' }],
    }
}

/** An action that is agreed needs somebody who does it and a day; one that is overdue was not acted upon. */
function* actionFaults(context: RuleContext): Generator<Fault> {
  const { intake, asAt } = context
  for (const { name, title } of setsOf(context))
    for (const [index, { question, action, owner, due }] of (intake.checklists?.[name] ?? []).entries()) {
      if (action === undefined) continue
      const said = `The action '${action}', from question ${question ?? index + 1} on ${title},`
      const at: readonly Key[] = ['checklists', name, index, 'action']
      if (owner === undefined || due === undefined)
        yield {
          at,
          message: `${said} has ${owner !== undefined ? 'no date' : due !== undefined ? 'nobody to do it' : 'nobody to do it and no date'}`,
        }
      if (due !== undefined && due < asAt)
        yield {
          at: ['checklists', name, index, 'due'],
          message: `${said} was due on ${formatDate(due)}, before ${formatDate(asAt)}`,
          hint: 'If it is done, say so in the comment and delete the action; if not, agree a new date.',
        }
    }
}

const base = { severity: 'warning', owner: 'officer', stage: 'sign_off', source: 'Code App 2' } as const

export const checklistRules: readonly Rule[] = [
  {
    ...base,
    code: 'CHK-01',
    requirements: ['R031', 'R104', 'R105', 'R107', 'R108', 'R109'],
    find: answerFaults,
  },
  { ...base, code: 'CHK-02', requirements: ['R105', 'R107', 'R108'], find: repeatFaults },
  { ...base, code: 'CHK-03', requirements: ['R106'], find: applicabilityFaults },
  { ...base, code: 'CHK-05', requirements: ['R109'], find: actionFaults },
]
