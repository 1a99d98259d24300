/** The sheet of what the council answers for as accountable body: grants, cash flow, and who bears what a funder refuses. */
import { type Entry, isHost, nameOf, referenceOf, sure } from '../entry.ts'
import { labelAt } from '../labels.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

export const accountableBodySheet = (entries: readonly Entry[]): Sheet => ({
  id: 'accountable-body',
  columns: columnsOf({
    reference: ['Reference', 'text'],
    name: ['Partnership', 'text'],
    funder: ['Funder', 'text'],
    grant: ['Grant', 'money'],
    other_grants: ['Other grants', 'money'],
    grant_end: ['Grant ends', 'date'],
    cash_flow: ['Most paid ahead of grant', 'money'],
    ineligible: ['Costs refused are borne', 'text'],
    claw_back: ['Claw-back is borne', 'text'],
    council_share: ['Council’s agreed share', 'percent'],
    records_until: ['Records kept for (years)', 'number'],
    capability: ['Capability confirmed', 'text'],
  }),
  rows: entries
    .filter(entry => entry.conditions.council_is_accountable_body)
    .map(entry => {
      const { grant, accountable_body: body } = entry.intake
      const share = grant?.clawback_shares?.find(s => isHost(entry, s.partner))?.share
      return [
        referenceOf(entry),
        nameOf(entry),
        sure(entry, ['grant.funder'], grant?.funder ?? null),
        sure(entry, ['grant.amount'], grant?.amount ?? null),
        sure(
          entry,
          [
            'grant.other_grants',
            ...(grant?.other_grants ?? []).map((_, i) => `grant.other_grants[${i + 1}].amount`),
          ],
          grant?.other_grants ? grant.other_grants.reduce((sum, g) => sum + (g.amount ?? 0), 0) : null,
        ),
        sure(entry, ['grant.end'], grant?.end ?? null),
        sure(entry, ['accountable_body.cashflow_limit'], body?.cashflow_limit ?? null),
        sure(
          entry,
          ['accountable_body.ineligible_cost_rule'],
          labelAt('accountable_body.ineligible_cost_rule', body?.ineligible_cost_rule),
        ),
        sure(entry, ['grant.clawback_rule'], labelAt('grant.clawback_rule', grant?.clawback_rule)),
        sure(
          entry,
          [
            'grant.clawback_shares',
            ...(grant?.clawback_shares ?? []).map((_, i) => `grant.clawback_shares[${i + 1}].share`),
          ],
          share ?? null,
        ),
        sure(entry, ['grant.retention_years'], grant?.retention_years ?? null),
        body?.capability_confirmed === undefined ? null : body.capability_confirmed ? 'Yes' : 'No',
      ]
    }),
})
