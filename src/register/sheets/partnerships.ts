/** The sheet of partnerships: one row each, with what the Code wants known of it at a glance. */
import {
  type Entry,
  lifeOf,
  nameOf,
  othersOf,
  partnerName,
  type RegisterSettings,
  referenceOf,
} from '../entry.ts'
import { labelAt } from '../labels.ts'
import { councilCash } from '../money.ts'
import { nextReview } from '../reviews.ts'
import { capital, columnsOf, type Sheet } from '../sheet.ts'
import { approvalsOutstanding } from './approvals.ts'

export const partnershipsSheet = (entries: readonly Entry[], settings: RegisterSettings): Sheet => ({
  id: 'partnerships',
  columns: columnsOf({
    reference: ['Reference', 'text'],
    name: ['Partnership', 'text'],
    type: ['Type', 'text'],
    state: ['State', 'text'],
    directorate: ['Directorate', 'text'],
    lead_officer: ['Lead officer', 'text'],
    partners: ['Partners', 'text'],
    legal_status: ['Legal status', 'text'],
    area: ['Area', 'text'],
    signed: ['Signed', 'date'],
    start: ['Start', 'date'],
    end: ['End', 'date'],
    next_review: ['Next review', 'date'],
    review_state: ['Review', 'text'],
    council_money: ['Council’s own money', 'money'],
    grant: ['Grant', 'money'],
    accountable_body: ['Accountable body', 'text'],
    high_risks: ['High risks', 'number'],
    approvals_outstanding: ['Approvals outstanding', 'number'],
    shares_information: ['Shares personal data', 'text'],
    file: ['Intake', 'text'],
  }),
  rows: entries.map(entry => {
    const { intake, conditions, derived } = entry
    const { asAt } = settings
    const review = nextReview(entry, asAt)
    return [
      referenceOf(entry),
      nameOf(entry),
      label('type', intake.type),
      capitalOrNull(lifeOf(entry, asAt)),
      intake.directorate ?? null,
      intake.lead_officer?.name ?? null,
      othersOf(entry)
        .map(p => p.legal_name ?? p.id ?? '')
        .filter(Boolean)
        .join('; ') || null,
      label('legal_basis.legal_status', intake.legal_basis?.legal_status),
      intake.area ?? null,
      intake.agreement_date ?? null,
      intake.term?.start ?? null,
      intake.term?.kind === 'rolling' ? null : (intake.term?.end ?? null),
      review?.due ?? null,
      review ? capital(review.state) : null,
      conditions.finance ? councilCash(entry) : null,
      intake.grant?.amount ?? null,
      conditions.accountable_body ? partnerName(entry, intake.accountable_body?.partner) : null,
      derived.risks.filter(risk => risk.band === 'high').length,
      approvalsOutstanding(entry).length,
      conditions.personal_data === undefined ? null : conditions.personal_data ? 'Yes' : 'No',
      entry.file,
    ]
  }),
})

const capitalOrNull = (text: string | undefined): string | null => (text === undefined ? null : capital(text))

const label = (path: string, value: string | undefined): string | null =>
  capitalOrNull(labelAt(path, value) ?? undefined)
