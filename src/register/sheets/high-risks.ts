/** The sheet of high risks, the highest first, with the score that makes them so and to whom they were referred. */
import { type Entry, nameOf, referenceOf } from '../entry.ts'
import { labelAt } from '../labels.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

export const highRisksSheet = (entries: readonly Entry[]): Sheet => ({
  id: 'high-risks',
  columns: columnsOf({
    score: ['Score', 'number'],
    reference: ['Reference', 'text'],
    name: ['Partnership', 'text'],
    risk: ['Risk', 'text'],
    consequence: ['Consequence', 'text'],
    category: ['Category', 'text'],
    lead: ['Lead', 'text'],
    review: ['Next review', 'date'],
    referred_to: ['Referred to', 'text'],
    referred_on: ['Referred on', 'date'],
  }),
  rows: entries
    .flatMap(entry =>
      (entry.intake.risks ?? []).flatMap((risk, index) => {
        const derived = entry.derived.risks[index]
        if (derived?.band !== 'high') return []
        return [
          [
            derived.score ?? null,
            referenceOf(entry),
            nameOf(entry),
            risk.event ?? risk.id ?? null,
            risk.consequence ?? null,
            labelAt('risks[].category', risk.category),
            risk.lead ?? null,
            risk.review ?? null,
            risk.escalated_to ?? null,
            risk.escalated_on ?? null,
          ],
        ]
      }),
    )
    .sort((a, b) => Number(b[0]) - Number(a[0])),
})
