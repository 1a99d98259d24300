/** The sheet of possible duplicates (Code 8.10): pairs with much the same partners and nearly the same aims, the most alike first. */
import { aimWords, overlap, partnerKeys } from '../alike.ts'
import { type Entry, nameOf, referenceOf } from '../entry.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

/** So much of the partners, and of the telling words of their aims, must be the same. */
export const alikeFrom = { partners: 0.6, aims: 0.6 } as const

export function duplicatesSheet(entries: readonly Entry[]): Sheet {
  const known = entries.map(entry => ({ entry, partners: partnerKeys(entry), aims: aimWords(entry) }))
  const pairs = known.flatMap((one, i) =>
    known.slice(i + 1).flatMap(other => {
      const partners = overlap(one.partners, other.partners)
      if (partners < alikeFrom.partners) return []
      const aims = overlap(one.aims, other.aims)
      return aims < alikeFrom.aims ? [] : [{ one: one.entry, other: other.entry, partners, aims }]
    }),
  )
  return {
    id: 'duplicates',
    columns: columnsOf({
      reference: ['Reference', 'text'],
      name: ['Partnership', 'text'],
      other_reference: ['Other reference', 'text'],
      other_name: ['Other partnership', 'text'],
      partners: ['Same partners', 'percent'],
      aims: ['Same aims', 'percent'],
      directorates: ['Directorates', 'text'],
    }),
    rows: pairs
      .sort((a, b) => b.partners + b.aims - (a.partners + a.aims))
      .map(({ one, other, partners, aims }) => [
        referenceOf(one),
        nameOf(one),
        referenceOf(other),
        nameOf(other),
        Math.round(partners * 100),
        Math.round(aims * 100),
        [...new Set([one, other].map(e => e.intake.directorate ?? ''))].filter(Boolean).join('; ') || null,
      ]),
  }
}
