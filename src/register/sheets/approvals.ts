/** The sheet of approvals outstanding: those that the Code asks for and no date is recorded of, or that are not in writing. */
import {
  type ApprovalPath,
  type Entry,
  nameOf,
  partnerName,
  type RegisterSettings,
  referenceOf,
} from '../entry.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

export interface Outstanding {
  readonly approval: string
  readonly why: 'not recorded' | 'not in writing' | 'not approved'
}

interface Approval {
  readonly date?: string | undefined
  readonly written?: boolean | undefined
}

/** Every approval of one partnership that is still outstanding. One that the intake sets aside is not. */
export function approvalsOutstanding(entry: Entry): readonly Outstanding[] {
  const { intake, conditions, setAside } = entry
  const { approvals = {} } = intake
  const look = (
    name: string,
    path: ApprovalPath,
    given: Approval | undefined,
    inWriting: boolean,
  ): Outstanding[] => {
    if (setAside.some(aside => path === aside || path.startsWith(`${aside}.`))) return []
    if (given?.date === undefined) return [{ approval: name, why: 'not recorded' }]
    return inWriting && given.written === false ? [{ approval: name, why: 'not in writing' }] : []
  }
  const body = approvals.accountable_body
  return [
    ...look('In principle', 'in_principle', approvals.in_principle, false),
    ...look('Legal', 'legal', approvals.legal, true),
    ...look('Finance', 'finance', approvals.finance, true),
    ...look('Director', 'director', approvals.director, true),
    ...(approvals.executive?.needed ? look('Executive', 'executive', approvals.executive, false) : []),
    ...(conditions.accountable_body
      ? [
          ...look('Finance, as accountable body', 'accountable_body.finance', body?.finance, true),
          ...look('Legal, as accountable body', 'accountable_body.legal', body?.legal, true),
          ...(body?.executive?.needed
            ? look('Executive, as accountable body', 'accountable_body.executive', body.executive, false)
            : []),
        ]
      : []),
    ...partnerApprovals(entry),
    ...(intake.contributions ?? [])
      .filter(c => c.approved === false)
      .map(c => ({
        approval: `Contribution of ${partnerName(entry, c.partner)} for ${c.year ?? 'a year not named'}`,
        why: 'not approved' as const,
      })),
  ]
}

function partnerApprovals(entry: Entry): Outstanding[] {
  const { partners = [], approvals } = entry.intake
  const given = new Set((approvals?.partners ?? []).filter(a => a.date !== undefined).map(a => a.partner))
  return partners
    .filter(p => p.id !== undefined && !given.has(p.id))
    .map(p => ({ approval: `Partner: ${partnerName(entry, p.id)}`, why: 'not recorded' }))
}

export const approvalsSheet = (entries: readonly Entry[], { asAt }: RegisterSettings): Sheet => ({
  id: 'approvals',
  columns: columnsOf({
    reference: ['Reference', 'text'],
    name: ['Partnership', 'text'],
    approval: ['Approval', 'text'],
    why: ['State', 'text'],
    start: ['Start', 'date'],
    started: ['Started without it', 'text'],
    directorate: ['Directorate', 'text'],
    lead_officer: ['Lead officer', 'text'],
  }),
  rows: entries.flatMap(entry =>
    approvalsOutstanding(entry).map(({ approval, why }) => {
      const start = entry.intake.term?.start ?? null
      return [
        referenceOf(entry),
        nameOf(entry),
        approval,
        why,
        start,
        start === null ? null : start <= asAt ? 'Yes' : 'No',
        entry.intake.directorate ?? null,
        entry.intake.lead_officer?.name ?? null,
      ]
    }),
  ),
})
