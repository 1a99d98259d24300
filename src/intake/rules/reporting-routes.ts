/** Rules on reporting to the Council by type of partnership, on who keeps the register, and on the facts weighed before joining. */
import { formatDate } from '../format.ts'
import { hasAnswer } from '../three-valued.ts'
import { labelOf } from './labels.ts'
import { inWords } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { literally } from './texts.ts'

function* routeFaults({ intake, settings }: RuleContext): Generator<Fault> {
  const { type, reporting } = intake
  if (!type || !reporting || reporting.length === 0 || reporting.some(row => row.to === undefined)) return
  const says = (pattern: RegExp): boolean => reporting.some(row => pattern.test(row.to!))
  const executive = new RegExp(`\\b(?:executive|cabinet|${literally(settings.council.executive)})\\b`, 'i')
  const related = [{ at: ['type'], message: `The type is ${labelOf('type', type)} here` }]
  if (type === 'place_partnership' && !says(executive))
    yield {
      at: ['reporting'],
      message: `A place partnership reports to the Council’s ${settings.council.executive}, but no report goes there`,
      related,
    }
  const looksAtCrime = /\bscrutiny\b|\bcrime and disorder\b|\boverview\b/i
  if (
    type === 'community_safety_partnership' &&
    !says(looksAtCrime) &&
    !looksAtCrime.test(intake.scrutiny_committee ?? '')
  )
    yield {
      at: ['reporting'],
      message:
        'A community safety partnership answers to the committee that scrutinises crime and disorder, but neither a report nor scrutiny_committee names it',
      related,
    }
}

function* involvementFaults({ intake }: RuleContext): Generator<Fault> {
  const host = intake.partners?.find(partner => partner.is_host_council)?.id
  const seats = intake.board?.seats?.filter(seat => seat.partner === host) ?? []
  if (intake.type !== 'place_partnership' || host === undefined || seats.length === 0) return
  if (seats.some(seat => seat.holder_kind === undefined)) return
  for (const [kind, words] of [
    ['councillor', 'a councillor'],
    ['officer', 'an officer'],
  ] as const)
    if (!seats.some(seat => seat.holder_kind === kind))
      yield {
        at: ['board', 'seats'],
        message: `On a place partnership the Council is represented by a councillor and an officer, but none of its seats is held by ${words}`,
        hint: 'Ask the chief officer who leads on the partnership who else should represent the Council.',
      }
}

function* registerFaults(context: RuleContext): Generator<Fault> {
  const at = ['representation', 'register_updated_by']
  const aside = setAside(context, ...at)
  const said = context.intake.representation?.register_updated_by
  if (aside) yield { at: aside.at, message: `Who keeps the register entry is answered ${aside.words}` }
  else if (
    said &&
    /^(?:each|every|all|both) |^(?:the )?(?:directorates|partners|representatives|members)\b/i.test(said)
  )
    yield { at, message: `The register entry is to be kept by '${said}', so nobody answers for it` }
}

/** The facts of 8.5 of the Code that no partnership can be without. The others may truly be none, or not apply. */
const facts: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['vision'], 'what the partnership is for'],
  [['term', 'start'], 'when the partnership starts'],
  [['term', 'kind'], 'how long the partnership lasts'],
  [['legal_basis', 'legal_status'], 'what the partnership is in law'],
  [['area'], 'which area the partnership covers'],
  [['risk_management', 'owner'], 'who manages the partnership’s risks'],
  [['decisions'], 'how the partnership decides'],
  [['insurance'], 'how the partnership is insured'],
]

/** A reason serves here: some partnerships have no area, and partners may decide without a vote. */
const mayNotApply: readonly unknown[] = ['area', 'decisions', 'insurance']

/** An open question is asked for as such. Once the partnership is approved in principle, it was approved without the fact. */
function* unknownWhenApproved(context: RuleContext): Generator<Fault> {
  const date = context.intake.approvals?.in_principle?.date
  if (date === undefined) return
  const unknown = facts.filter(([keys]) => {
    const said = keys.reduce<unknown>(
      (here, key) => (here as Record<string, unknown> | undefined)?.[key],
      context.intake,
    )
    return !hasAnswer(said) && !keys.some((_, n) => context.answers.stateOf(keys.slice(0, n + 1)))
  })
  if (unknown.length > 0)
    yield {
      at: ['approvals', 'in_principle', 'date'],
      message: `The partnership was approved in principle on ${formatDate(date)}, but nothing is written down on ${inWords(unknown.map(([, what]) => what))}`,
      hint: 'Fill it in, and show it to whoever approved: the Code asks that it be known before the Council joins.',
    }
}

const base = { severity: 'warning', owner: 'officer', stage: 'draft' } as const

export const reportingRouteRules: readonly Rule[] = [
  {
    ...base,
    code: 'GOV-15',
    source: 'Code App 5(ii); Police and Justice Act 2006 s19',
    requirements: ['R131', 'R165'],
    *find(context) {
      yield* routeFaults(context)
      yield* involvementFaults(context)
    },
  },
  {
    ...base,
    code: 'GOV-18',
    owner: 'director',
    stage: 'in_principle',
    source: 'Code 8.5',
    requirements: ['R049'],
    *find(context) {
      for (const [keys, what] of facts) {
        const aside = setAside(context, ...keys)
        if (!aside || (aside.words === 'not applicable' && mayNotApply.includes(keys[0]))) continue
        yield {
          at: aside.at,
          message: `Before it joins, the Council must know ${what}, but the answer is ${aside.words}`,
        }
      }
      yield* unknownWhenApproved(context)
    },
  },
  {
    ...base,
    code: 'GOV-20',
    stage: 'sign_off',
    source: 'Code 8.9; App 5(i)',
    requirements: ['R054', 'Z9'],
    find: registerFaults,
  },
  {
    ...base,
    code: 'GOV-26',
    owner: 'director',
    stage: 'sign_off',
    source: 'Code App 5(ii)',
    requirements: ['R132'],
    *find(context) {
      const aside = setAside(context, 'representation', 'reporting_agreed_with')
      if (aside?.words === 'none')
        yield {
          at: aside.at,
          message: 'How the Council’s representatives report has been agreed with no chief officer',
        }
    },
  },
]
