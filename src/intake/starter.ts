/**
 * Starts an intake: the type of partnership, what is already known and the council's settings in; a commented file out
 * that holds every question such a partnership must answer, by who answers it.
 */
import { type Owner, owners } from '../findings/finding.ts'
import { deriveConditions } from './conditions.ts'
import { fieldAt, type Intake, sections } from './schema.ts'
import { pageWidth } from './starter/comments.ts'
import { preface } from './starter/preface.ts'
import { type Form, topQuestions, writeQuestion } from './starter/questions.ts'

/** What the starter takes from the council's settings. */
interface StarterCouncil {
  readonly name: string
  readonly short_name: string
  readonly address: string
  readonly owners: Readonly<Record<Owner, string>>
  readonly priorities: readonly { readonly id: string; readonly label: string }[]
}

export interface Start {
  readonly type?: Intake['type']
  /** Answers known already; an empty list means that there are none. */
  readonly facts?: Intake
  readonly council: StarterCouncil
  /** ISO date. */
  readonly today: string
}

/** The types of partnership: what is typed, and what it means. */
export const partnershipTypes: Readonly<Record<string, string>> = fieldAt('type')?.field.choices ?? {}

/** The text of the new intake. */
export function starterIntake(start: Start): string {
  const answers = startingAnswers(start)
  const { council } = start
  const form: Form = {
    conditions: deriveConditions(answers),
    owners: council.owners,
    priorities: Object.fromEntries(council.priorities.map(({ id, label }) => [id, label])),
    explained: new Set(),
  }
  const blocks = owners.map(owner => writeOwner(form, owner, answers)).filter(lines => lines.length > 0)
  const kind = answers.type && partnershipTypes[answers.type]
  return `${[...preface(kind), ...blocks.flat()].join('\n')}\n`
}

/** What is known, with what the council's settings and the day add. A partner without answers leaves room for one. */
function startingAnswers({ type, facts = {}, council, today }: Start): Intake {
  const { lead_officer: lead } = facts
  const leadOfficer = [lead?.name, lead?.position].filter(Boolean).join(', ')
  const host = {
    id: 'council',
    legal_name: council.name,
    short_name: council.short_name,
    legal_form: 'council',
    legal_personality: true,
    address: council.address,
    sector: 'public',
    is_host_council: true,
    ...(leadOfficer && { lead_officer: leadOfficer }),
    foi_body: true,
  } as const
  const given = facts.partners ?? []
  const others = given.length > 0 ? given : [{}]
  return {
    ...facts,
    schema_version: 1,
    intake_date: today,
    ...(type && { type }),
    partners: given.some(partner => partner.is_host_council) ? given : [host, ...others],
  }
}

function writeOwner(form: Form, owner: Owner, answers: Intake): string[] {
  const said = { above: undefined, owner, isPrivate: false, width: pageWidth }
  const blocks = sections.map(({ title, keys }) => {
    const entries = topQuestions.filter(entry => entry.owner === owner && keys.includes(entry.path))
    const lines = entries.flatMap(entry => {
      const question = writeQuestion(form, entry, answers, said)
      return question.length > 0 ? ['', ...question] : []
    })
    return lines.length > 0 ? ['', rule('-', title), ...lines] : []
  })
  const lines = blocks.flat()
  return lines.length > 0 ? ['', '', rule('=', `To be answered by: ${form.owners[owner]}`), ...lines] : []
}

const rule = (sign: string, title: string): string => `# ${sign.repeat(4)} ${title} `.padEnd(pageWidth, sign)
