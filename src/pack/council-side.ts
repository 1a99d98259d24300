/** The answers and the Code in; who sits for the Council, what is asked of them and to whom they report out. */
import { date, group, int, list, text, unwrap, yesNo } from '../intake/fields.ts'
import { contactsOf } from '../provisions/contacts.ts'
import type { PackInput } from './pack-input.ts'

export const councilSideFields = unwrap(
  group('The Council’s side', {
    representatives: list(
      'Representatives',
      group('Representative', {
        holder: text('Holder'),
        kind: text('Kind'),
        number: int('Seats', {}),
        are_several: yesNo('Several people'),
        speaks_for_council: yesNo('Speaks for the Council'),
        places: list('Places to sign', int('Place', {})),
        is_councillor: yesNo('Councillor'),
        is_officer: yesNo('Officer'),
        substitute: text('Substitute'),
        training: date('Training'),
        expenses: text('Expenses'),
      }),
    ),
    duties: list('Duties', text('Duty')),
    involvement: text('Who takes part'),
    reporting: text('When they report'),
    route_is_ours: yesNo('Not in the Code'),
    has_councillor: yesNo('A councillor sits for the Council'),
    has_officer: yesNo('An officer sits for the Council'),
    family: text('Family'),
    contacts: list(
      'Contacts',
      group('Contact', { title: text('Matter'), role: text('Role'), email: text('Email') }),
    ),
    highest_risk: text('Highest risk'),
  }),
)

const families = {
  permitted: 'permitted, required or encouraged by law',
  operational: 'for operations or the delivery of services',
} as const

const kinds: Readonly<Record<string, string>> = {
  councillor: 'councillor',
  officer: 'officer',
  other: 'neither councillor nor officer',
}

type Intake = PackInput['answers']['intake']

/** The councillors by name where the intake names them, then whoever else holds a seat for the Council. */
function representativesOf({ partners = [], board, members = [] }: Intake) {
  const host = partners.find(p => p.is_host_council)?.id
  const named = members
    .filter(member => member.partner === undefined || member.partner === host)
    .map(member => ({
      holder: member.name ?? 'Nobody named yet',
      kind: member.role ?? 'councillor',
      is_officer: false,
      ...seatedBy(1, true),
      is_councillor: true,
      ...(member.substitute === undefined ? {} : { substitute: member.substitute }),
      ...(member.training_date === undefined ? {} : { training: member.training_date }),
      expenses: member.expenses === undefined ? 'Not recorded' : member.expenses ? 'Paid' : 'Not paid',
    }))
  const seats = (board?.seats ?? [])
    .filter(seat => host !== undefined && seat.partner === host)
    .filter(seat => named.length === 0 || seat.holder_kind !== 'councillor')
    .map(seat => ({
      holder: capitalised(seat.holder ?? 'Nobody named yet'),
      kind: `${seat.holder_kind === undefined ? 'kind of holder not recorded' : kinds[seat.holder_kind]}${seat.voting === false ? ', without a vote' : ''}`,
      ...seatedBy(seat.number ?? 1, seat.holder_kind !== 'other'),
      is_councillor: seat.holder_kind === 'councillor',
      is_officer: seat.holder_kind === 'officer',
    }))
  return [...named, ...seats]
}

/** Somebody who is neither its councillor nor its officer, such as a user of the service, sits in the Council's seat for others. */
const seatedBy = (number: number, speaksForCouncil: boolean) => ({
  number,
  are_several: number > 1,
  speaks_for_council: speaksForCouncil,
  places: Array.from({ length: number }, (_, index) => index + 1),
})

const capitalised = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`

export function councilSideValues({ answers, settings }: PackInput) {
  const { code, council } = settings
  const { type, risks = [] } = answers.intake
  const route = code.types.find(t => t.type === type)
  const top = (['high', 'medium', 'low'] as const).find(r => risks.some(risk => risk.rating === r))
  const representatives = representativesOf(answers.intake)
  return {
    representatives,
    has_councillor: representatives.some(one => one.is_councillor),
    has_officer: representatives.some(one => one.is_officer),
    duties: code.duties,
    ...(route
      ? {
          involvement: route.involvement,
          reporting: route.reporting,
          route_is_ours: route.ours,
          family: families[route.family],
        }
      : {}),
    contacts: contactsOf(code, council),
    highest_risk: top ?? 'no risk graded',
  }
}
