/** Rules on the approvals of partners and on the declaration that directors sign. */
import { formatDate } from '../format.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** The host council's own approvals are recorded apart, so only the other partners are looked for. */
function* partnerFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const aside = setAside(context, 'approvals', 'partners')
  if (aside && aside.at.length > 1)
    yield {
      at: aside.at,
      owner: 'officer',
      message: `Each partner approves the agreement, but their approvals are answered ${aside.words}`,
    }
  const given = intake.approvals?.partners ?? []
  if (given.length === 0 || given.some(({ partner }) => partner === undefined)) return
  for (const { id, is_host_council } of intake.partners ?? [])
    if (id && !is_host_council && !given.some(({ partner }) => partner === id))
      yield {
        at: ['approvals', 'partners'],
        message: `No approval by ${partnerName(intake, id)} itself is recorded`,
      }
  for (const [index, { partner }] of given.entries()) {
    const noDate = setAside(context, 'approvals', 'partners', index, 'date')
    if (noDate)
      yield {
        at: noDate.at,
        message: `The approval of ${partnerName(intake, partner)} has no date: the answer is ${noDate.words}`,
      }
  }
}

function* unfinishedFaults({ intake: { declaration }, answers }: RuleContext): Generator<Fault> {
  const { name, date, others = [] } = declaration ?? {}
  if (date && name === undefined && !answers.stateOf(['declaration', 'name']))
    yield {
      at: ['declaration', 'date'],
      message: `A declaration is dated ${formatDate(date)}, but the director is not named`,
    }
  for (const [index, other] of others.entries())
    if (date && other.name && other.date === undefined) {
      if (answers.stateOf(['declaration', 'others', index, 'date'])?.state === 'disputed') continue
      yield {
        at: ['declaration', 'others', index],
        message: `${name ?? 'One director'} declared on ${formatDate(date)}, but ${other.name} has not yet`,
        related: [{ at: ['declaration', 'date'], message: 'The first declaration stands here' }],
      }
    }
}

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

const base = { severity: 'warning', owner: 'director', stage: 'sign_off' } as const

export const declarationRules: readonly Rule[] = [
  {
    ...base,
    code: 'APPR-09',
    owner: 'partner',
    source: 'Code 7; 7.1',
    requirements: ['R035'],
    find: partnerFaults,
  },
  {
    ...base,
    code: 'APPR-13',
    source: 'Code App 3',
    requirements: ['R116', 'R117', 'Z27'],
    find: unfinishedFaults,
  },
  {
    ...base,
    code: 'APPR-14',
    source: 'Code 7.6; App 3',
    requirements: ['R116', 'R164'],
    *find({ intake: { declaration, approvals } }) {
      const approver = approvals?.director?.name
      if (!approver || !declaration?.name) return
      const names = [declaration.name, ...(declaration.others ?? []).map(({ name }) => name)]
      if (!names.some(name => name && plain(name) === plain(approver)))
        yield {
          at: ['declaration', 'name'],
          message: `The declaration is by ${declaration.name}, but the director who approved is ${approver}`,
          related: [{ at: ['approvals', 'director', 'name'], message: 'The approval stands here' }],
        }
    },
  },
]
