/** The Code's 32 planning questions and the answers to them in; each question with its answer, and what contradicts the agreement, out. */
import type { Finding } from '../findings/finding.ts'
import { group, int, list, text, unwrap, yesNo } from '../intake/fields.ts'
import { intakeSchema } from '../intake/schema.ts'
import { itemOf } from '../provisions/agreement-facts.ts'
import type { ChecklistSet, Question } from '../provisions/code.ts'
import { type FactGroup, FactList } from '../provisions/facts.ts'
import type { ClauseNames } from './clauses.ts'
import type { PackInput } from './pack-input.ts'

/** The three lists of answers hold items of one shape. */
const answerItem = itemOf(unwrap(intakeSchema.shape.checklists).shape.planning)

export const checklistsField = list(
  'Checklists',
  group('Set', {
    title: text('Title'),
    introduction: text('Introduction'),
    questions: list(
      'Questions',
      group('Question', {
        number: int('Number', {}),
        ask: text('Question'),
        asked: yesNo('Applies'),
        otherwise: text('Why it does not apply'),
        given: list('Answer', answerItem),
        clauses: list('Dealt with in', text('Clause')),
        flags: list('To look at', text('Flag')),
      }),
    ),
  }),
)

const answersTo = ({ answers }: PackInput, set: ChecklistSet['set'], number: number): readonly number[] =>
  (answers.intake.checklists?.[set] ?? []).flatMap((item, at) => (item.question === number ? [at] : []))

/** The questions with what the agreement says of each; the answers are linked in afterwards. */
export const checklistsValues = (input: PackInput, nameOf: ClauseNames) =>
  input.settings.code.checklists.map(({ set, title, introduction, questions }) => ({
    title,
    introduction,
    questions: questions.map(question => {
      const asked = question.applies === undefined || input.conditions[question.applies] !== false
      return {
        number: question.number,
        ask: question.ask,
        asked,
        otherwise: question.otherwise ?? '',
        clauses: question.shown_in.flatMap(id => nameOf(id) ?? []),
        flags: flagsOf(input, set, question, asked, nameOf),
      }
    }),
  }))

/** Where an answer and the agreement contradict each other, and what the rules found in the answer. */
function flagsOf(
  input: PackInput,
  set: ChecklistSet['set'],
  { number, shown_in }: Question,
  asked: boolean,
  nameOf: ClauseNames,
): readonly string[] {
  const given = answersTo(input, set, number)
  const { answers, findings } = input
  const isSetAside = given.some(
    at => answers.stateOf(['checklists', set, at, 'comment'])?.state === 'not_applicable',
  )
  const held = shown_in.filter(id => nameOf(id) !== undefined)
  return [
    ...(!asked && given.length > 0 && !isSetAside
      ? ['It is answered, although by the other answers it does not apply.']
      : []),
    ...(isSetAside && asked && held.length > 0
      ? [`It is set aside, but the agreement deals with it in ${nameOf(held[0]!)}.`]
      : []),
    ...(asked && given.length > 0 && !isSetAside && shown_in.length > 0 && held.length === 0
      ? ['It is answered, but this agreement holds no clause about it.']
      : []),
    ...given.flatMap(at =>
      findings
        .filter(f => f.severity !== 'gap' && standsAt(f, `checklists.${set}[${at}]`))
        .map(f => f.message),
    ),
  ]
}

const standsAt = ({ place }: Finding, path: string): boolean => place?.path?.startsWith(path) ?? false

/** Puts the answers to each question into it. */
export function linkAnswers(root: FactGroup, pack: FactGroup, input: PackInput): void {
  const recorded = root.checklists as FactGroup
  const sets = (pack.checklists as FactList).items as readonly FactGroup[]
  for (const [index, { set, questions }] of input.settings.code.checklists.entries()) {
    const rows = (sets[index]!.questions as FactList).items as readonly FactGroup[]
    for (const [at, { number }] of questions.entries()) {
      const all = (recorded[set] as FactList).items
      const given = answersTo(input, set, number).map(i => all[i]!)
      const { field, path, owner } = rows[at]!.given as FactList
      rows[at]!.given = new FactList(field, path, given.length > 0 ? 'answered' : 'none', given, owner)
    }
  }
}
