/** The sheet of high risks, those in conflict and then the highest first, with the score that makes them so and to whom they were referred. */
import { bandPaths, type Entry, nameOf, referenceOf } from '../entry.ts'
import { labelAt } from '../labels.ts'
import { columnsOf, inConflict, type Sheet, type SheetCell } from '../sheet.ts'

const rank = (score: SheetCell | undefined): number =>
  score === inConflict ? Number.POSITIVE_INFINITY : Number(score)

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
        // One about whose band answers conflict may be high, and is not left out.
        const isDoubted = entry.isInConflict(...bandPaths(entry, index))
        if (derived?.band !== 'high' && !isDoubted) return []
        return [
          [
            isDoubted ? inConflict : (derived?.score ?? null),
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
    .sort((a, b) => rank(b[0]) - rank(a[0])),
})
