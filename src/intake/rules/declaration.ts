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

/** What a partner approved is a text, and the agreement recites which. */
function* textFaults({ intake, answers, asAt }: RuleContext): Generator<Fault> {
  const rows = [...(intake.approvals?.partners ?? []).entries()]
  const host = intake.partners?.find(({ is_host_council }) => is_host_council)?.id
  for (const [index, { partner, date, approved_text: approved }] of rows)
    if (partner !== undefined && partner !== host && date && date <= asAt && approved === undefined) {
      const keys = ['approvals', 'partners', index]
      if (answers.stateOf([...keys, 'approved_text'])?.state === 'disputed') continue
      yield {
        at: keys,
        message: `${partnerName(intake, partner)} approved on ${formatDate(date)}, but which text was before it is not recorded`,
      }
    }
  const named = rows.filter(([, { approved_text: approved }]) => approved !== undefined)
  const [first] = named
  const other = named.find(([, row]) => plain(row.approved_text!) !== plain(first![1].approved_text!))
  if (first && other)
    yield {
      at: ['approvals', 'partners', other[0], 'approved_text'],
      message: `${partnerName(intake, other[1].partner)} approved ${other[1].approved_text}, and ${partnerName(intake, first[1].partner)} ${first[1].approved_text}`,
      hint: 'Have both approve the text that is to be signed, or mend the answer that is wrong.',
      related: [
        {
          at: ['approvals', 'partners', first[0], 'approved_text'],
          message: 'The other text stands here',
        },
      ],
    }
}

/** A declaration whose date is recorded, and not where the signature is. */
function* copyFaults({ intake: { declaration }, answers, asAt }: RuleContext): Generator<Fault> {
  const all = [
    { at: ['declaration'], row: declaration },
    ...(declaration?.others ?? []).map((row, index) => ({ at: ['declaration', 'others', index], row })),
  ]
  for (const { at, row } of all)
    if (
      row?.name &&
      row.date &&
      row.date <= asAt &&
      row.signed_copy === undefined &&
      !answers.stateOf([...at, 'signed_copy'])
    )
      yield {
        at: [...at, 'date'],
        message: `${row.name} is recorded as having declared on ${formatDate(row.date)}, but not where the signed declaration is`,
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
    code: 'APPR-16',
    owner: 'partner',
    source: 'Code 7; 7.1',
    requirements: ['R035', 'R045'],
    find: textFaults,
  },
  {
    ...base,
    code: 'APPR-17',
    severity: 'note',
    source: 'Code App 3',
    requirements: ['R116', 'R117'],
    find: copyFaults,
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
