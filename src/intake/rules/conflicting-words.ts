/** Facts answered in one place and told otherwise in words in another: notice, meetings, the secretariat, staff, assets, children, payment, reserves. */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'
import { capital } from './capital.ts'
import { numberPattern, readNumber } from './number-words.ts'
import { partnerName } from './partner-names.ts'
import { paymentFaults } from './payment-timing.ts'
import { reserveConflicts } from './reserves.ts'
import type { Fault, RuleContext } from './rule.ts'
import { type FoundText, literally, sentenceAround, textsUnder } from './texts.ts'

const notice = new RegExp(
  `\\b(${numberPattern})[ -]months?[’']?(?: written| prior)? notice\\b|\\bnotice of (?:at least |not less than )?(${numberPattern}) months?\\b`,
  'gi',
)

/** Notice of something else than of leaving or ending the partnership. */
const otherNotice =
  /\b(?:lease|licen[cs]e|tenan|second|employ|staff|post\b|posts\b|supplier|contractor|contract\b|redundan|former|previous|old|instead|rather than|not )/i

function* noticeFaults({ intake }: RuleContext): Generator<Fault> {
  const leaving = intake.withdrawal?.notice_months
  const ending = intake.termination?.notice_months
  if (leaving === undefined || ending === undefined) return
  for (const { at, text } of textsUnder(intake, [
    'background',
    'withdrawal',
    'termination',
    'exit',
    'checklists',
  ])) {
    if (!/notice/i.test(text)) continue
    for (const found of text.matchAll(notice)) {
      const months = readNumber(found[1] ?? found[2]!)
      if (months === undefined || months === leaving || months === ending) continue
      if (otherNotice.test(sentenceAround(text, found.index, found.index + found[0].length))) continue
      yield {
        at,
        message: `The words here speak of '${found[0]}', but notice to leave is ${leaving} and notice to end the agreement ${ending} months`,
        related: [
          { at: ['withdrawal', 'notice_months'], message: `Notice to leave is ${leaving} months here` },
          { at: ['termination', 'notice_months'], message: `Notice to end it is ${ending} months here` },
        ],
      }
      break
    }
  }
}

const often: readonly (readonly [pattern: string, timesAYear: number])[] = [
  ['(?:every|each) week|weekly', 52],
  ['(?:every|each) (?:fortnight|two weeks)|fortnightly', 26],
  ['(?:every|each) month|monthly', 12],
  ['(?:every|each) two months|(?:every|each) other month|every second month', 6],
  ['(?:every|each) quarter|quarterly|(?:every|each) three months', 4],
  ['(?:every|each) six months|twice (?:a|each|every) year|half-yearly', 2],
  ['(?:once )?(?:a|each|every) year|yearly|annually', 1],
]

function* meetingFaults({ intake }: RuleContext): Generator<Fault> {
  const { name, meetings_per_year: meetings } = intake.board ?? {}
  if (meetings === undefined) return
  const board = ['the Board', ...(name ? [literally(name.replace(/^the /i, ''))] : [])].join('|')
  const times = new RegExp(
    `\\b(?:${board}) (?:meets|will meet|is to meet|shall meet) (?:at least |normally |usually )?(?:(${numberPattern}) times (?:a|each|every) year|${often.map(([pattern]) => `(${pattern})`).join('|')})\\b`,
    'i',
  )
  const places = [
    'background',
    'board',
    'decisions',
    'reporting',
    'performance',
    'representation',
    'review',
    'checklists',
  ] as const
  for (const { at, text } of textsUnder(intake, places)) {
    const found = /\bmeets?\b/i.test(text) && times.exec(text.replace(/\s+/g, ' '))
    if (!found) continue
    const said = found[1]
      ? readNumber(found[1])
      : often[found.slice(2).findIndex(part => part !== undefined)]?.[1]
    if (said !== undefined && said !== meetings)
      yield {
        at,
        message: `The words here say '${found[0]}', but the Board meets ${meetings} times a year`,
        related: [
          { at: ['board', 'meetings_per_year'], message: `The meetings are ${meetings} a year here` },
        ],
      }
  }
}

const secretariatClaim =
  /(?:^|[\n.;])\s*(?:[-*•]\s*)?(?:it |and )?(?:provides|runs|hosts|supplies)(?: and \w+)? the (?:partnership’s |partnership's |board’s |board's )?secretariat\b/i

function* secretariatFaults({ intake }: RuleContext): Generator<Fault> {
  const id = intake.secretariat?.partner
  if (id === undefined) return
  for (const [index, partner] of (intake.partners ?? []).entries())
    if (partner.id && partner.id !== id && secretariatClaim.test(partner.role ?? ''))
      yield {
        at: ['partners', index, 'role'],
        message: `${capital(partnerName(intake, partner.id))} is said here to provide the secretariat, and ${partnerName(intake, id)} elsewhere`,
        related: [
          { at: ['secretariat', 'partner'], message: `${capital(partnerName(intake, id))} provides it here` },
        ],
      }
}

/** Words at the opening of a text that deny something, with the answer that asserts it. */
const denials: readonly {
  readonly at: readonly Key[]
  readonly text: (intake: Intake) => string | undefined
  readonly words: RegExp
  readonly asserted: (intake: Intake) => FoundText | undefined
}[] = [
  {
    at: ['exit', 'staff'],
    text: ({ exit }) => exit?.staff,
    words:
      /^(?:nobody|no one|no-one) is employed(?! by the (?:partnership|board))|^no staff (?:is|are) employed(?! by the (?:partnership|board))|^there (?:is|are) no (?:staff|employees)\b/i,
    asserted: ({ employment }) =>
      employment?.partnership_staff
        ? { at: ['employment', 'partnership_staff'], text: 'Staff are said to be employed here' }
        : undefined,
  },
  {
    at: ['exit', 'staff'],
    text: ({ exit }) => exit?.staff,
    words: /^(?:nobody|no one|no-one) is seconded|^there are no secondees\b|^no staff are seconded/i,
    asserted: ({ secondments }) =>
      secondments && secondments.length > 0
        ? { at: ['secondments'], text: 'Secondments are listed here' }
        : undefined,
  },
  {
    at: ['exit', 'assets'],
    text: ({ exit }) => exit?.assets,
    words: /^(?:there are none|there are no assets|no assets|the partnership has no assets)\b/i,
    asserted: ({ assets }) =>
      assets && assets.length > 0 ? { at: ['assets'], text: 'Assets are listed here' } : undefined,
  },
]

function* denialFaults({ intake }: RuleContext): Generator<Fault> {
  for (const { at, text, words, asserted } of denials) {
    const said = words.exec(text(intake)?.trim() ?? '')?.[0]
    const other = said === undefined ? undefined : asserted(intake)
    if (other)
      yield {
        at,
        message: `The words here say '${said}', but another answer says otherwise`,
        related: [{ at: other.at, message: other.text }],
      }
  }
}

const children =
  /(?<!\b(?:no|not|parents of|carers of|adult|without) )\b(?:children|young people|babies|infants|pupils|under[- ](?:fives|fours|18s|eighteens))\b/i

function* childrenFaults({ intake }: RuleContext): Generator<Fault> {
  if (intake.clients?.children !== false) return
  for (const [index, { clients }] of (intake.services ?? []).entries()) {
    const said = clients && children.exec(clients)?.[0]
    // Young people may be over 18.
    if (said && !/\b(?:excluding|except|other than|whose|over 18|1[89]|2\d)\b/i.test(clients))
      yield {
        at: ['services', index, 'clients'],
        message: `A service here is for '${said}', but the partnership is said not to work with children`,
        related: [{ at: ['clients', 'children'], message: 'Children are ruled out here' }],
      }
  }
}

/** Every fact that one answer states and the words of another contradict. */
export function* conflictsInWords(context: RuleContext): Generator<Fault> {
  yield* noticeFaults(context)
  yield* meetingFaults(context)
  yield* secretariatFaults(context)
  yield* denialFaults(context)
  yield* childrenFaults(context)
  yield* paymentFaults(context)
  yield* reserveConflicts(context)
}
