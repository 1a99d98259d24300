/** Rules on joint committees: who may sit and vote, how they vote, who holds their functions, and that the public may come. */
import { capital } from './capital.ts'
import { labelOf } from './labels.ts'
import { type Partner, partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** Bodies whose members the law may let vote on functions of a joint committee. */
const authorities: readonly unknown[] = [
  'council',
  'combined_or_strategic_authority',
  'fire_authority',
  'other',
]

const kinds = { officer: 'an officer', other: 'a person who is no councillor' } as const

function* voterFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  if (!conditions.joint_committee) return
  for (const [index, { partner: id, voting, holder_kind: kind }] of (intake.board?.seats ?? []).entries()) {
    if (!voting) continue
    const partner = partnerOf(intake, id)
    const name = partnerName(intake, id)
    // Section 75 has joint committees of its own, on which officers may sit.
    const severity = conditions.s75 === false ? {} : { severity: 'warning' as const }
    if (kind === 'officer' || kind === 'other')
      yield {
        ...severity,
        at: ['board', 'seats', index, 'voting'],
        message: `A seat of ${name} carries a vote on a joint committee, but is held by ${kinds[kind]}`,
        related: [
          { at: ['board', 'seats', index, 'holder_kind'], message: 'The kind of holder stands here' },
        ],
      }
    else if (kind === 'councillor' && partner?.legal_form && !authorities.includes(partner.legal_form))
      yield {
        ...severity,
        at: ['board', 'seats', index, 'voting'],
        message: `A seat of ${name} carries a vote on a joint committee, but ${name} is ${labelOf('partners[].legal_form', partner.legal_form)} and not a local authority`,
        related: [
          {
            at: ['partners', intake.partners!.indexOf(partner), 'legal_form'],
            message: 'The legal form stands here',
          },
        ],
      }
  }
}

function* procedureFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  if (!conditions.joint_committee) return
  const {
    voting,
    casting_vote: casting,
    unanimous_matters,
    written_decisions: written,
  } = intake.decisions ?? {}
  if (voting && voting !== 'one_seat_one_vote')
    yield {
      at: ['decisions', 'voting'],
      message: `A joint committee decides by the majority of those present and voting, each with one vote, but the answer is ${labelOf('decisions.voting', voting)}`,
    }
  if (casting === false)
    yield {
      at: ['decisions', 'casting_vote'],
      message:
        'Whoever presides over a joint committee has a casting vote by law, but the answer says that there is none',
    }
  if (unanimous_matters && unanimous_matters.length > 0)
    yield {
      at: ['decisions', 'unanimous_matters'],
      message:
        'A joint committee decides by simple majority, so it cannot be made to decide some matters unanimously',
      hint: 'Move these matters to reserved_matters, so that each authority decides them for itself.',
    }
  if (written)
    yield {
      at: ['decisions', 'written_decisions'],
      message: 'A joint committee decides at meetings, but the answer lets it decide in writing between them',
    }
}

function* accessFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  if (!conditions.joint_committee) return
  if (intake.board?.public_access === false)
    yield {
      at: ['board', 'public_access'],
      message: 'The meetings of a joint committee are open to the public by law, but the answer is no',
    }
  const days = intake.secretariat?.papers_days
  if (days !== undefined && days < 5)
    yield {
      at: ['secretariat', 'papers_days'],
      message: `The papers of a joint committee are open to the public five clear days before the meeting, but they are sent out only ${days} working ${days === 1 ? 'day' : 'days'} before`,
    }
}

const isCouncil = ({ legal_form: form }: Partner): boolean => form === 'council'

function* holderFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  const rows = intake.legal_basis?.function_holder
  if (!conditions.joint_committee || !rows || rows.length === 0) return
  const at = ['legal_basis', 'function_holder']
  for (const [index, { partner: id }] of rows.entries()) {
    const partner = partnerOf(intake, id)
    if (partner?.legal_form && !authorities.includes(partner.legal_form))
      yield {
        at: [...at, index, 'partner'],
        severity: 'warning',
        message: `${capital(partnerName(intake, id))} is listed as holding functions of a council, but it is ${labelOf('partners[].legal_form', partner.legal_form)}`,
      }
  }
  for (const partner of intake.partners ?? [])
    if (isCouncil(partner) && partner.id && !rows.some(row => row.partner === partner.id))
      yield {
        at,
        message: `Nothing says whether the functions of ${partnerName(intake, partner.id)} are held by its council or its executive`,
      }
}

const base = { owner: 'legal', stage: 'draft' } as const

export const jointCommitteeRules: readonly Rule[] = [
  {
    ...base,
    code: 'GOV-04',
    severity: 'error',
    source: 'Local Government and Housing Act 1989 s13',
    requirements: ['R024', 'R098'],
    find: voterFaults,
  },
  {
    ...base,
    code: 'GOV-05',
    severity: 'warning',
    source: 'Local Government Act 1972 Sch 12 paras 39 and 44',
    requirements: ['R024', 'R098'],
    find: procedureFaults,
  },
  {
    ...base,
    code: 'GOV-07',
    severity: 'error',
    source: 'Local Government Act 1972 ss100A to 100E; SI 2012/2089',
    requirements: ['R024', 'R098'],
    find: accessFaults,
  },
  {
    ...base,
    code: 'GOV-08',
    severity: 'error',
    stage: 'in_principle',
    source: 'SI 2012/1019 regs 11 and 12; Local Government Act 2000 s9EB',
    requirements: ['R024', 'R098'],
    find: holderFaults,
  },
]
