/** The sheet of the council's representatives: who sits where, and whether they are trained and briefed. */
import { formatDate } from '../../intake/format.ts'
import { type Entry, isHost, nameOf, type RegisterSettings, referenceOf } from '../entry.ts'
import { columnsOf, type Sheet, type SheetRow } from '../sheet.ts'

export const representativesSheet = (entries: readonly Entry[], settings: RegisterSettings): Sheet => ({
  id: 'representatives',
  columns: columnsOf({
    name: ['Representative', 'text'],
    role: ['Role', 'text'],
    reference: ['Reference', 'text'],
    partnership: ['Partnership', 'text'],
    training: ['Training', 'text'],
    training_date: ['Training date', 'date'],
    briefed: ['Briefed on conflict of roles', 'text'],
    briefed_on: ['Briefed on', 'date'],
    expenses: ['Expenses paid', 'text'],
    substitute: ['Substitute', 'text'],
    support: ['First contact for support', 'text'],
    reporting: ['How they report', 'text'],
  }),
  rows: entries.flatMap(entry => [...members(entry, settings), ...officers(entry, settings)]),
})

/** The councillors, by name. A member of another partner's is not the council's. */
function members(entry: Entry, settings: RegisterSettings): SheetRow[] {
  return (entry.intake.members ?? [])
    .filter(m => m.partner === undefined || isHost(entry, m.partner))
    .map(m =>
      row(entry, settings, {
        name: m.name ?? null,
        role: m.role ?? null,
        training: trainingOn(m.training_date, settings.asAt),
        date: m.training_date ?? null,
        expenses: m.expenses,
        substitute: m.substitute ?? null,
      }),
    )
}

/** The officers with a seat, by what the intake calls them. Training is recorded of councillors only. */
function officers(entry: Entry, settings: RegisterSettings): SheetRow[] {
  return (entry.intake.board?.seats ?? [])
    .filter(seat => seat.holder_kind === 'officer' && isHost(entry, seat.partner))
    .map(seat =>
      row(entry, settings, {
        name: seat.holder ?? null,
        role: seat.voting === false ? 'officer, without a vote' : 'officer, voting',
        training: null,
        date: null,
        expenses: undefined,
        substitute: null,
      }),
    )
}

interface Person {
  readonly name: string | null
  readonly role: string | null
  readonly training: string | null
  readonly date: string | null
  readonly expenses: boolean | undefined
  readonly substitute: string | null
}

function row(entry: Entry, settings: RegisterSettings, person: Person): SheetRow {
  const { representation, type } = entry.intake
  return [
    person.name,
    person.role,
    referenceOf(entry),
    nameOf(entry),
    person.training,
    person.date,
    yesOrNo(representation?.conflict_briefing_given),
    representation?.conflict_briefing_date ?? null,
    yesOrNo(person.expenses),
    person.substitute,
    representation?.support_contact ?? null,
    (type && settings.reportingFor(type)) ?? null,
  ]
}

const yesOrNo = (value: boolean | undefined): string | null =>
  value === undefined ? null : value ? 'Yes' : 'No'

/** `Given`, `Due on 4 May 2027` or `None recorded`, as at a day. */
export function trainingOn(date: string | undefined, asAt: string): string {
  if (date === undefined) return 'None recorded'
  return date <= asAt ? 'Given' : `Due on ${formatDate(date)}`
}
