/** The Code's rows of consultees and the advice recorded in; each row with what it got, and the clause that shows it, out. */
import { group, list, text, unwrap, yesNo } from '../intake/fields.ts'
import { intakeSchema } from '../intake/schema.ts'
import { extended, itemOf } from '../provisions/agreement-facts.ts'
import { type FactGroup, FactList } from '../provisions/facts.ts'
import type { ClauseNames } from './clauses.ts'
import type { PackInput } from './pack-input.ts'

/** One piece of advice with the clause that shows it. */
const advice = itemOf(intakeSchema.shape.consultation).extend({
  derived: unwrap(
    group('Derived, of advice', { clause: text('Clause'), doubt: text('Why it may not be followed') }),
  ),
})

/** The list of advice as papers see it, in place of the intake's own. */
export const consultationField = extended(intakeSchema.shape.consultation, advice)

export const consulteesField = list(
  'Rows of the checklist',
  group('Row', {
    department: text('Department'),
    adviser: text('Adviser'),
    areas: list('Areas', text('Area')),
    written: yesNo('In writing'),
    consulted: yesNo('Consulted'),
    given: list('Advice', advice),
  }),
)

/** The advice recorded, each with the clause of this agreement that shows it. */
export const consultationValues = ({ answers }: PackInput, nameOf: ClauseNames) =>
  answers.intake.consultation?.map(item => {
    const id = item.shown_in_clause
    const clause = id === undefined ? undefined : nameOf(id)
    const isFollowed = item.followed === 'yes' || item.followed === 'partly'
    const doubts = [
      ...(item.advice === undefined ? ['what was advised is not recorded'] : []),
      ...(id !== undefined && clause === undefined ? ['the clause named is not in this agreement'] : []),
      ...(id === undefined ? ['no clause is named that shows it'] : []),
    ]
    return {
      ...item,
      derived: {
        ...(id === undefined ? {} : { clause: clause ?? `“${id}” is not in this agreement` }),
        ...(isFollowed && doubts.length > 0 ? { doubt: doubts.join(', and ') } : {}),
      },
    }
  })

/** The rows, without the advice, which is linked in afterwards so that it keeps its place in the intake. */
export const consulteesValues = ({ settings, answers }: PackInput) =>
  settings.code.consultees.map(({ row, department, role, areas, written }) => ({
    department,
    adviser: role ? settings.council.roles[role] : '',
    areas,
    written,
    consulted: (answers.intake.consultation ?? []).some(item => item.row === row),
  }))

/** Puts each piece of advice into its row. */
export function linkAdvice(root: FactGroup, pack: FactGroup, { settings, answers }: PackInput): void {
  const recorded = root.consultation as FactList
  const rows = (pack.consultees as FactList).items as readonly FactGroup[]
  for (const [index, { row }] of settings.code.consultees.entries()) {
    const given = (answers.intake.consultation ?? []).flatMap((item, at) =>
      item.row === row ? [recorded.items[at]!] : [],
    )
    const { field, path, owner } = rows[index]!.given as FactList
    rows[index]!.given = new FactList(field, path, given.length > 0 ? 'answered' : 'none', given, owner)
  }
}
