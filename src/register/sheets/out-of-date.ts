/** The sheet of what is out of date: documents made from an earlier library, powers no longer in force, law that has gone. */
import { type Entry, nameOf, type RegisterSettings, referenceOf } from '../entry.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

interface Stale {
  readonly what: 'Documents' | 'Power' | 'Wording'
  readonly why: string
  readonly where: string | null
}

/** Everything in one partnership that rests on templates, settings or law that have been superseded. */
export function staleIn(entry: Entry, settings: RegisterSettings): readonly Stale[] {
  const { intake, drafted, findings } = entry
  return [
    ...(drafted && drafted.templates !== settings.templates
      ? [
          {
            what: 'Documents' as const,
            why: 'They were made from an earlier edition of the clause library, the law or the council’s settings. Draft again and compare.',
            where: drafted.program,
          },
        ]
      : []),
    ...(intake.legal_basis?.powers ?? [])
      .map(p => p.instrument)
      .filter(id => id !== undefined && id !== 'other' && !settings.isLawInForce(id))
      .map(id => ({
        what: 'Power' as const,
        why: `${settings.lawTitle(id!)} is not in force.`,
        where: 'legal_basis.powers',
      })),
    ...findings
      .filter(f => f.code === 'LAW-01')
      .map(f => ({ what: 'Wording' as const, why: f.message, where: f.place?.path ?? null })),
  ]
}

export const outOfDateSheet = (entries: readonly Entry[], settings: RegisterSettings): Sheet => ({
  id: 'out-of-date',
  columns: columnsOf({
    reference: ['Reference', 'text'],
    name: ['Partnership', 'text'],
    what: ['What', 'text'],
    why: ['Why', 'text'],
    where: ['Where', 'text'],
    signed: ['Signed', 'date'],
  }),
  rows: entries.flatMap(entry =>
    staleIn(entry, settings).map(({ what, why, where }) => [
      referenceOf(entry),
      nameOf(entry),
      what,
      why,
      where,
      entry.intake.agreement_date ?? null,
    ]),
  ),
})
