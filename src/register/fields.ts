/** One partnership in, what the Code asks to be known of it out (8.5, 8.9, 8.10): each fact with its label, null where nothing is recorded. */
import { formatDate, formatMoney } from '../intake/format.ts'
import {
  bandPaths,
  type Entry,
  isHost,
  lifeOf,
  nameOf,
  othersOf,
  partnerName,
  type RegisterSettings,
  referenceOf,
} from './entry.ts'
import { labelAt } from './labels.ts'
import { councilCash } from './money.ts'
import { nextReview } from './reviews.ts'
import { capital, inConflict } from './sheet.ts'
import { approvalsOutstanding } from './sheets/approvals.ts'
import { trainingOn } from './sheets/representatives.ts'

type Field = readonly [label: string, value: string | null]

export interface Fields {
  readonly id: string
  readonly title: string
  readonly reference: string
  readonly fields: readonly Field[]
}

/** The fields that show a figure, a date or a word about which answers can conflict, with the paths they rest on. */
const restsOn: Readonly<Record<string, (entry: Entry) => readonly string[]>> = {
  Type: () => ['type'],
  'How long it lasts': () => ['term.start', 'term.end', 'term.kind'],
  'Legal status': () => ['legal_basis.legal_status'],
  Area: () => ['area'],
  Meetings: () => ['board.meetings_per_year'],
  'How it decides': () => ['decisions.voting', 'decisions.quorum'],
  'What the Council gives': () => ['derived.contributions_total'],
  Grant: () => ['grant.amount', 'grant.end', 'grant.funder'],
  'Accountable body': () => ['accountable_body.partner'],
  Risk: entry => bandPaths(entry),
  'Risk log': entry => bandPaths(entry),
  'Next review': () => ['pack.review_due'],
}

/** The fields of one partnership, in the order of the Code. What answers conflict about says so. */
export function fieldsOf(entry: Entry, settings: RegisterSettings): Fields {
  return {
    id: `register.partnership[${referenceOf(entry)}]`,
    title: nameOf(entry),
    reference: referenceOf(entry),
    fields: [
      ...whatItIs(entry, settings),
      ...howItRuns(entry, settings),
      ...whatItCosts(entry),
      ...howItStands(entry, settings),
    ].map(([label, value]): Field => {
      const paths = restsOn[label]?.(entry) ?? []
      return [label, entry.isInConflict(...paths) ? capital(inConflict) : value]
    }),
  }
}

/** An answer as documents print it: its paragraphs and the items of its lists keep their lines, where it was wrapped when typed it flows on. */
const flowing = (text: string | undefined): string | null =>
  text === undefined ? null : text.trim().replace(/(?<!\n)\n(?!\n|[ \t]*-[ \t])[ \t]*/g, ' ')
const lines = (list: readonly (string | null | undefined)[]): string | null =>
  list.flatMap(text => (text ? [flowing(text)] : [])).join('\n') || null
const date = (iso: string | undefined): string | null => (iso === undefined ? null : formatDate(iso))
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const yesNo = (value: boolean | undefined): string | null =>
  value === undefined ? null : value ? 'Yes' : 'No'

function whatItIs(entry: Entry, settings: RegisterSettings): Field[] {
  const { intake } = entry
  const { start, end, kind } = intake.term ?? {}
  const type = labelAt('type', intake.type)
  const status = labelAt('legal_basis.legal_status', intake.legal_basis?.legal_status)
  const history = labelAt('status', intake.status)
  const state = lifeOf(entry, settings.asAt)
  return [
    ['Name', nameOf(entry)],
    ['Type', type && capital(type)],
    ['New or existing', lines([history && capital(history), intake.previous_agreement])],
    ['Partners', lines(othersOf(entry).map(p => p.legal_name ?? p.short_name))],
    ['Vision', flowing(intake.vision)],
    ['Aims and objectives', lines((intake.objectives ?? []).map(o => o.text))],
    [
      'Benefits expected',
      lines(
        (intake.drivers?.benefits ?? []).map(({ benefit, evidence }) => {
          const label = labelAt('drivers.benefits[].benefit', benefit)
          return label && `${capital(label)}${evidence === undefined ? '' : `: ${evidence}`}`
        }),
      ),
    ],
    [
      'How long it lasts',
      start === undefined
        ? null
        : `From ${formatDate(start)} ${kind === 'rolling' ? 'until ended by notice' : end ? `to ${formatDate(end)}` : ''}${state ? ` (${state})` : ''}`,
    ],
    ['Legal status', status && capital(status)],
    ['Area', intake.area ?? null],
    ['Lead directorate', intake.directorate ?? null],
    [
      'Lead officer',
      lines([[intake.lead_officer?.name, intake.lead_officer?.position].filter(Boolean).join(', ')]),
    ],
    ['Register kept up to date by', intake.representation?.register_updated_by ?? null],
  ]
}

function howItRuns(entry: Entry, settings: RegisterSettings): Field[] {
  const { board, conflicts, decision_record, decisions, members, performance, representation, type } =
    entry.intake
  const voting = labelAt('decisions.voting', decisions?.voting)
  const reporting = type && settings.reportingFor(type)
  return [
    [
      'How it decides',
      lines([
        board?.name,
        voting &&
          `${capital(voting)}${decisions?.quorum === undefined ? '' : `; a quorum of ${decisions.quorum}`}`,
      ]),
    ],
    ['Meetings', board?.meetings_per_year === undefined ? null : `${board.meetings_per_year} a year`],
    [
      'Representatives and training',
      lines([
        ...(members ?? [])
          .filter(m => m.partner === undefined || isHost(entry, m.partner))
          .map(
            m =>
              `${m.name ?? '?'}, ${m.role ?? 'member'}: training ${lowered(trainingOn(m.training_date, settings.asAt))}`,
          ),
        ...(board?.seats ?? [])
          .filter(seat => isHost(entry, seat.partner))
          .map(seat => seat.holder && capital(seat.holder)),
      ]),
    ],
    ['Duties of representatives', flowing(representation?.duties)],
    ['How they report', reporting === undefined ? null : capital(reporting)],
    [
      'Members’ expenses',
      members && members.length > 0 ? yesNo(members.some(m => m.expenses)) : 'No councillor sits on it',
    ],
    [
      'Interests declared',
      lines([
        ...(conflicts ?? []).map(({ person, interest, handling }) =>
          [`${person ?? '?'}: ${interest ?? '?'}`, handling].filter(Boolean).join('; '),
        ),
        decision_record?.conflicts && `At the decision: ${decision_record.conflicts}`,
      ]),
    ],
    ['How its work is evaluated', flowing(performance?.framework)],
  ]
}

function whatItCosts(entry: Entry): Field[] {
  const { intake, conditions } = entry
  const host = intake.partners?.find(p => p.is_host_council)
  return [
    [
      'What the Council gives',
      conditions.finance === false
        ? lines(['No money', host?.contributions_in_kind])
        : conditions.finance
          ? lines([formatMoney(councilCash(entry)), host?.contributions_in_kind])
          : null,
    ],
    [
      'Grant',
      intake.grant?.amount === undefined
        ? conditions.grant === false
          ? 'None'
          : null
        : `${formatMoney(intake.grant.amount)} from ${intake.grant.funder ?? 'a funder not named'}, to ${date(intake.grant.end) ?? 'a day not given'}`,
    ],
    [
      'Accountable body',
      conditions.accountable_body === false ? 'None' : partnerName(entry, intake.accountable_body?.partner),
    ],
    [
      'Financial accountability',
      intake.budget_holder?.name
        ? `Budget holder: ${intake.budget_holder.name}`
        : conditions.finance === false
          ? 'No money'
          : null,
    ],
    [
      'Insurance and indemnity',
      lines([
        ...(intake.insurance ?? []).map(cover => {
          const kind = labelAt('insurance[].kind', cover.kind)
          return `${partnerName(entry, cover.partner) ?? '?'}: ${kind ?? 'cover'}${cover.limit === undefined ? '' : `, ${formatMoney(cover.limit)}`}${cover.confirmed ? '' : ' (not confirmed)'}`
        }),
        ...(intake.liability?.indemnities ?? []).map(
          i => `Indemnity from ${partnerName(entry, i.from)} to ${partnerName(entry, i.to)}: ${i.for ?? ''}`,
        ),
      ]),
    ],
  ]
}

function howItStands(entry: Entry, { asAt }: RegisterSettings): Field[] {
  const { intake, derived, conditions } = entry
  const bands = (['high', 'medium', 'low'] as const).map(
    band => `${derived.risks.filter(r => r.band === band).length} ${band}`,
  )
  const review = nextReview(entry, asAt)
  const outstanding = approvalsOutstanding(entry)
  const { approvals = {} } = intake
  return [
    [
      'Risk',
      intake.risks
        ? `${bands.join(', ')}${intake.risk_management?.owner ? `; register kept by ${intake.risk_management.owner}` : ''}`
        : null,
    ],
    [
      'Risk log',
      lines(
        (intake.risks ?? []).map((risk, index) => {
          const { score, band } = derived.risks[index] ?? {}
          const how = score === undefined ? 'not scored' : `${score}, ${band}`
          const referred = risk.escalated_to && `referred to ${risk.escalated_to}`
          return `${risk.event ?? risk.id ?? '?'} (${[how, risk.lead, referred].filter(Boolean).join('; ')})`
        }),
      ),
    ],
    ['Exit strategy', flowing(intake.exit?.strategy)],
    [
      'Advice taken',
      lines(
        (intake.consultation ?? []).map(({ row, other, date: day, followed }) => {
          const adviser = other ?? labelAt('consultation[].row', row)
          return (
            adviser &&
            [adviser, date(day), labelAt('consultation[].followed', followed)].filter(Boolean).join(', ')
          )
        }),
      ),
    ],
    [
      'Approvals given',
      lines(
        (['in_principle', 'legal', 'finance', 'director', 'executive'] as const).map(name => {
          const given = approvals[name]
          return (
            given?.date &&
            `${capital(name.replace('_', ' '))}: ${[given.ref, formatDate(given.date)].filter(Boolean).join(', ')}`
          )
        }),
      ),
    ],
    [
      'Approvals outstanding',
      outstanding.length === 0 ? 'None' : lines(outstanding.map(o => `${o.approval}: ${o.why}`)),
    ],
    ['Date of agreement', date(intake.agreement_date)],
    ['Next review', review ? `${formatDate(review.due)} (${review.state})` : null],
    ['Information shared', yesNo(conditions.info_sharing)],
  ]
}
