/** A rule on interests declared: one that the record of the decision holds stands in the agreement's list too. */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'
import type { Rule } from './rule.ts'
import { setAside } from './set-aside.ts'

/** Surnames that a text holds as the name of a month. */
const months = ['April', 'May', 'June', 'August']

/** `Hallam` of `Councillor Nerys Hallam, Cabinet Member`. */
const surname = (name: string): string | undefined =>
  name
    .split(/[,(]/)[0]!
    .trim()
    .split(/\s+/)
    .filter(word => /^\p{Lu}/u.test(word))
    .at(-1)

/** Everybody whose name the answers hold, in the order of the form. */
const peopleIn = ({ members, consultation, approvals, partners, lead_officer }: Intake): readonly string[] =>
  [
    ...(members ?? []).flatMap(({ name, substitute }) => [name, substitute]),
    lead_officer?.name,
    ...(partners ?? []).map(partner => partner.lead_officer),
    approvals?.in_principle?.by,
    approvals?.director?.name,
    approvals?.member?.name,
    ...(consultation ?? []).map(({ name }) => name),
  ].filter(name => name !== undefined)

/** Whether a text names somebody of that surname, as a word of its own. */
const names = (text: string, name: string): boolean => {
  const words: readonly string[] = text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’-]*[\p{L}\p{N}])?/gu) ?? []
  return words.some(word => word.replace(/['’]s$/, '') === name)
}

export const knownConflictRules: readonly Rule[] = [
  {
    code: 'GOV-28',
    severity: 'warning',
    owner: 'legal',
    stage: 'sign_off',
    source: 'Code App 4 I; Localism Act 2011 s31',
    requirements: ['R128'],
    *find(context) {
      const { intake } = context
      const declared = intake.decision_record?.conflicts
      const listed = intake.conflicts
      const aside = setAside(context, 'conflicts')
      // A record that nothing was declared may name whoever was asked.
      if (
        declared === undefined ||
        /^\s*(?:none|nil|no (?:conflict|interest|declaration)s?)\b/i.test(declared)
      )
        return
      if (listed === undefined && !aside) return
      const shown = (listed ?? []).map(({ person }) => person)
      if (shown.includes(undefined)) return
      const missing = [...new Set(peopleIn(intake).map(surname))].filter(
        name =>
          name !== undefined &&
          !months.includes(name) &&
          names(declared, name) &&
          !shown.some(person => names(person ?? '', name)),
      )
      const at: readonly Key[] = ['decision_record', 'conflicts']
      if (missing.length > 0)
        yield {
          at,
          message: `The record of the decision holds an interest declared by ${missing.join(' and ')}, which is not among the interests already known that the agreement lists`,
          related: [{ at: aside?.at ?? ['conflicts'], message: 'Those stand here' }],
        }
    },
  },
]
