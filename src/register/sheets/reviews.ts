/** The sheet of reviews due: of partnerships, of their information protocols and of their risks, the longest overdue first. */
import { type Entry, lifeOf, nameOf, type RegisterSettings, referenceOf } from '../entry.ts'
import { nextReview, stateOn } from '../reviews.ts'
import { capital, columnsOf, type Sheet } from '../sheet.ts'

interface Due {
  /** What it is, whatever it is called and whenever it is due. */
  readonly key: string
  readonly what: string
  readonly due: string
  readonly by: string | null
}

/** Everything of one partnership that is to be looked at again on a day. None once it has ended. */
export function reviewsDue(entry: Entry, asAt: string): readonly Due[] {
  const { intake } = entry
  if (lifeOf(entry, asAt) === 'ended') return []
  const review = nextReview(entry, asAt)
  return [
    ...(review
      ? [{ key: 'partnership', what: 'Partnership', due: review.due, by: intake.review?.reviewer ?? null }]
      : []),
    ...(intake.objectives_provisional && intake.objectives_review_date
      ? [{ key: 'objectives', what: 'Provisional objectives', due: intake.objectives_review_date, by: null }]
      : []),
    ...(intake.info?.review_date
      ? [
          {
            key: 'information',
            what: 'Information protocol',
            due: intake.info.review_date,
            by: intake.info.reviewer ?? null,
          },
        ]
      : []),
    ...(intake.risks ?? []).flatMap((risk, index) =>
      risk.review
        ? [
            {
              key: `risk ${risk.id ?? index}`,
              what: `Risk: ${risk.event ?? risk.id ?? ''}`,
              due: risk.review,
              by: risk.lead ?? null,
            },
          ]
        : [],
    ),
  ]
}

export const reviewsSheet = (entries: readonly Entry[], { asAt }: RegisterSettings): Sheet => ({
  id: 'reviews',
  columns: columnsOf({
    due: ['Due', 'date'],
    state: ['State', 'text'],
    what: ['What is reviewed', 'text'],
    reference: ['Reference', 'text'],
    name: ['Partnership', 'text'],
    by: ['By whom', 'text'],
    directorate: ['Directorate', 'text'],
    last_held: ['Last held', 'date'],
  }),
  rows: entries
    .flatMap(entry =>
      reviewsDue(entry, asAt).map(({ due, what, by }) => [
        due,
        capital(stateOn(due, asAt)),
        what,
        referenceOf(entry),
        nameOf(entry),
        by,
        entry.intake.directorate ?? null,
        what === 'Partnership' ? (entry.intake.review?.last_held ?? null) : null,
      ]),
    )
    .sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0)),
})
