/** The sheet of information shared: one row for each flow, with the protocol it stands in. */
import { type Entry, nameOf, partnerName, referenceOf } from '../entry.ts'
import { labelAt } from '../labels.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

export const informationSheet = (entries: readonly Entry[]): Sheet => ({
  id: 'information',
  columns: columnsOf({
    reference: ['Reference', 'text'],
    name: ['Partnership', 'text'],
    from: ['From', 'text'],
    to: ['To', 'text'],
    purpose: ['Purpose', 'text'],
    items: ['What is shared', 'text'],
    subjects: ['About whom', 'text'],
    special: ['Special categories', 'text'],
    offences: ['Offence data', 'text'],
    children: ['Children', 'text'],
    regime: ['Regime', 'text'],
    impact_assessment: ['Impact assessment', 'text'],
    assessed: ['Assessed', 'date'],
    protocol_review: ['Protocol reviewed', 'date'],
  }),
  rows: entries.flatMap(entry => {
    const { info } = entry.intake
    return (info?.flows ?? []).map(flow => [
      referenceOf(entry),
      nameOf(entry),
      partnerName(entry, flow.from),
      join((flow.to ?? []).map(id => partnerName(entry, id))),
      flow.purpose ?? null,
      join(flow.items ?? []),
      flow.subjects ?? null,
      join((flow.special_categories ?? []).map(c => labelAt('info.flows[].special_categories[]', c))) ??
        'None',
      flow.offence_data === undefined ? null : flow.offence_data ? 'Yes' : 'No',
      flow.children === undefined ? null : flow.children ? 'Yes' : 'No',
      labelAt('info.flows[].regime', flow.regime),
      labelAt('info.dpia.status', info?.dpia?.status),
      info?.dpia?.date ?? null,
      info?.review_date ?? null,
    ])
  }),
})

const join = (parts: readonly (string | null)[]): string | null => parts.filter(Boolean).join('; ') || null
