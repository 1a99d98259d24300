/** The sheet of partners that depend on a partnership to survive (Code 1.4), with all that they do with the council. */
import { bodyKey } from '../alike.ts'
import { type Entry, nameOf, othersOf, type RegisterSettings, referenceOf } from '../entry.ts'
import { labelAt } from '../labels.ts'
import { capital, columnsOf, type Sheet } from '../sheet.ts'

export function dependentPartnersSheet(entries: readonly Entry[], _settings: RegisterSettings): Sheet {
  const partnershipsOf = new Map<string, Set<Entry>>()
  for (const entry of entries)
    for (const partner of othersOf(entry)) {
      const key = bodyKey(partner)
      partnershipsOf.set(key, (partnershipsOf.get(key) ?? new Set()).add(entry))
    }
  return {
    id: 'dependent-partners',
    columns: columnsOf({
      partner: ['Partner', 'text'],
      sector: ['Sector', 'text'],
      reference: ['Reference', 'text'],
      name: ['Partnership', 'text'],
      end: ['Partnership ends', 'date'],
      in_all: ['Partnerships with us in all', 'number'],
      named_risk: ['A risk names it', 'text'],
      unplanned: ['On an unplanned ending', 'text'],
    }),
    rows: entries.flatMap(entry =>
      othersOf(entry)
        .filter(p => p.depends_on_partnership === true)
        .map(partner => [
          partner.legal_name ?? partner.short_name ?? partner.id ?? null,
          nullOr(labelAt('partners[].sector', partner.sector)),
          referenceOf(entry),
          nameOf(entry),
          entry.intake.term?.kind === 'rolling' ? null : (entry.intake.term?.end ?? null),
          partnershipsOf.get(bodyKey(partner))?.size ?? 1,
          entry.findings.some(f => f.code === 'RISK-15' && f.message.includes(partner.short_name ?? '\0'))
            ? 'No'
            : 'Yes',
          entry.intake.exit?.unplanned?.trim() ?? null,
        ]),
    ),
  }
}

const nullOr = (text: string | null): string | null => (text === null ? null : capital(text))
