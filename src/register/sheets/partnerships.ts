/** The sheet of partnerships: one row each, with what the Code wants known of it at a glance. */
import {
  bandPaths,
  type Entry,
  lifeOf,
  nameOf,
  othersOf,
  partnerName,
  type RegisterSettings,
  referenceOf,
  sure,
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
      sure(entry, ['type'], label('type', intake.type)),
      sure(entry, ['term.start', 'term.end', 'term.kind'], capitalOrNull(lifeOf(entry, asAt))),
      intake.directorate ?? null,
      intake.lead_officer?.name ?? null,
      othersOf(entry)
        .map(p => p.legal_name ?? p.id ?? '')
        .filter(Boolean)
        .join('; ') || null,
      sure(
        entry,
        ['legal_basis.legal_status'],
        label('legal_basis.legal_status', intake.legal_basis?.legal_status),
      ),
      sure(entry, ['area'], intake.area ?? null),
      intake.agreement_date ?? null,
      sure(entry, ['term.start'], intake.term?.start ?? null),
      sure(
        entry,
        ['term.end', 'term.kind'],
        intake.term?.kind === 'rolling' ? null : (intake.term?.end ?? null),
      ),
      sure(entry, ['pack.review_due'], review?.due ?? null),
      sure(entry, ['pack.review_due'], review ? capital(review.state) : null),
      conditions.finance ? sure(entry, ['derived.contributions_total'], councilCash(entry)) : null,
      sure(entry, ['grant.amount'], intake.grant?.amount ?? null),
      conditions.accountable_body
        ? sure(entry, ['accountable_body.partner'], partnerName(entry, intake.accountable_body?.partner))
        : null,
      sure(entry, bandPaths(entry), derived.risks.filter(risk => risk.band === 'high').length),
      approvalsOutstanding(entry).length,
      conditions.personal_data === undefined ? null : conditions.personal_data ? 'Yes' : 'No',
      entry.file,
    ]
  }),
})

const capitalOrNull = (text: string | undefined): string | null => (text === undefined ? null : capital(text))

const label = (path: string, value: string | undefined): string | null =>
  capitalOrNull(labelAt(path, value) ?? undefined)
