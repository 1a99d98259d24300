/** Rules on the ending: the exit strategy, advice on it, notice, the final report, and what follows. */
import { monthsLater } from './months-later.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { literally } from './texts.ts'

const parts = {
  strategy: 'The exit strategy is',
  planned: 'What happens at a planned ending is',
  unplanned: 'What happens at an unplanned ending is',
  liabilities: 'Who bears the costs that remain is',
} as const

function* strategyFaults(context: RuleContext): Generator<Fault> {
  const whole = setAside(context, 'exit')
  if (whole) yield { at: whole.at, message: `The exit strategy is answered ${whole.words}` }
  else
    for (const [key, what] of Object.entries(parts)) {
      const aside = setAside(context, 'exit', key)
      // Where no money moves it may be that nothing remains to be borne.
      if (!aside || (key === 'liabilities' && !context.conditions.finance)) continue
      yield { at: aside.at, message: `${what} answered ${aside.words}` }
    }
  const { planned, unplanned } = context.intake.exit ?? {}
  if (planned && unplanned && same(planned) === same(unplanned))
    yield {
      at: ['exit', 'unplanned'],
      severity: 'warning',
      message: 'The same words stand for a planned and for an unplanned ending',
      hint: 'Say what is different when there is no time: who calls whom, what is kept open, who pays.',
      related: [{ at: ['exit', 'planned'], message: 'The planned ending stands here' }],
    }
}

const same = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

const quantity = (months: number): string => `${months} ${months === 1 ? 'month' : 'months'}`

function* noticeFaults({ intake }: RuleContext): Generator<Fault> {
  const leaving = intake.withdrawal?.notice_months
  const ending = intake.termination?.notice_months
  if (leaving === undefined || ending === undefined || leaving === ending) return
  if (intake.partners?.length !== 2) return
  yield {
    at: ['termination', 'notice_months'],
    message: `Ending the agreement takes ${quantity(ending)} of notice and leaving it ${quantity(leaving)}, but the agreement of two partners ends when one leaves, so one period of notice is stated in two ways`,
    related: [{ at: ['withdrawal', 'notice_months'], message: `Leaving takes ${quantity(leaving)} here` }],
  }
}

function* lengthFaults({ intake }: RuleContext): Generator<Fault> {
  const { withdrawal, termination, term, partners = [] } = intake
  const leaving = withdrawal?.notice_months
  const ending = termination?.notice_months
  if (leaving !== undefined && ending !== undefined && partners.length > 2 && leaving > ending)
    yield {
      at: ['withdrawal', 'notice_months'],
      message: `A partner must give ${quantity(leaving)} of notice to leave, but the whole agreement can be ended on ${quantity(ending)}`,
      hint: 'Ask Legal whether leaving should be easier than ending it for everybody.',
      related: [{ at: ['termination', 'notice_months'], message: 'Notice to end it stands here' }],
    }
  if (term?.kind !== 'fixed' || !term.start || !term.end) return
  for (const [group, months, what] of [
    ['withdrawal', leaving, 'leave'],
    ['termination', ending, 'end it'],
  ] as const)
    if (months !== undefined && monthsLater(term.start, months) > term.end)
      yield {
        at: [group, 'notice_months'],
        message: `Notice to ${what} is ${quantity(months)}, longer than the whole term`,
        hint: 'Shorten the notice.',
        related: [{ at: ['term', 'end'], message: 'The end of the term stands here' }],
      }
  if (withdrawal?.earliest === 'after_first_year' && monthsLater(term.start, 12) > term.end)
    yield {
      at: ['withdrawal', 'earliest'],
      message: 'A partner may leave only after the first year, but the term is no longer than that',
      hint: 'Choose another earliest date.',
      related: [{ at: ['term', 'end'], message: 'The end of the term stands here' }],
    }
}

const advisers = { legal: 'Legal', finance: 'Finance', hr: 'HR' } as const

function* adviceFaults(context: RuleContext): Generator<Fault> {
  const advice = context.intake.exit?.advice
  const at = ['exit', 'advice']
  if (context.answers.stateOf(at)?.state === 'none')
    yield { at, message: 'Nobody has advised on the exit strategy' }
  if (!advice || advice.length === 0 || advice.some(row => row.from === undefined)) return
  const absent = Object.entries(advisers).filter(([key]) => !advice.some(row => row.from === key))
  if (absent.length > 0)
    yield {
      at,
      message: `The exit strategy has no advice from ${inWords(absent.map(([, name]) => name))}`,
    }
}

function* reportFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const { final_report_to: to } = intake.exit ?? {}
  const aside = setAside(context, 'exit', 'final_report_to')
  if (aside && aside.at.length > 1)
    yield { at: aside.at, message: `To whom the final report goes is answered ${aside.words}` }
  const funder = intake.grant?.funder
  const names = [/\bfund(?:ers?|ing)\b/i, ...(funder ? [new RegExp(literally(funder), 'i')] : [])]
  if (conditions.grant && to && !names.some(name => name.test(to)))
    yield {
      at: ['exit', 'final_report_to'],
      message: `The final report does not go to the funder${funder ? `, ${funder}` : ''}`,
      hint: 'Add the funder to those who get the final report.',
    }
}

function* variationFaults({ intake }: RuleContext): Generator<Fault> {
  const { who, form } = intake.variation ?? {}
  const seats = intake.board?.seats
  if (who !== 'board_unanimous') return
  if (form === 'deed')
    yield {
      at: ['variation', 'form'],
      message:
        'The Board may agree a variation, but it is to be a deed, which only the partners themselves can make',
      hint: 'Choose authorised_signatories, or another form.',
      related: [{ at: ['variation', 'who'], message: 'Who may vary it stands here' }],
    }
  if (!seats || seats.length === 0 || seats.some(s => s.partner === undefined || s.voting === undefined))
    return
  const silent = (intake.partners ?? []).filter(
    ({ id }) => id && !seats.some(s => s.partner === id && s.voting),
  )
  if (silent.length > 0)
    yield {
      at: ['variation', 'who'],
      message: `The Board may vary the agreement, but ${inWords(silent.map(({ id }) => partnerName(intake, id)))} ${silent.length === 1 ? 'has' : 'have'} no vote on it and would be bound all the same`,
      hint: 'Choose authorised_signatories or lead_officers, or give every partner a voting seat.',
      related: [{ at: ['board', 'seats'], message: 'The seats stand here' }],
    }
}

const base = { severity: 'warning', owner: 'legal', stage: 'draft', source: 'Code 9.21; App 4 G' } as const

export const endingRules: readonly Rule[] = [
  {
    ...base,
    code: 'EXIT-01',
    severity: 'error',
    requirements: ['R038', 'R049', 'R082'],
    find: strategyFaults,
  },
  {
    ...base,
    code: 'EXIT-02',
    source: 'Code App 4 F; App 4 G',
    requirements: ['R124', 'R125'],
    find: noticeFaults,
  },
  {
    ...base,
    code: 'EXIT-03',
    source: 'Code App 4 F; App 4 G',
    requirements: ['R124', 'R125'],
    find: lengthFaults,
  },
  {
    ...base,
    code: 'EXIT-04',
    owner: 'officer',
    stage: 'sign_off',
    source: 'Code 9.21',
    requirements: ['R082', 'R162', 'R163', 'R168'],
    find: adviceFaults,
  },
  {
    ...base,
    code: 'EXIT-05',
    owner: 'officer',
    source: 'Code App 4 G',
    requirements: ['R125'],
    find: reportFaults,
  },
  {
    ...base,
    code: 'EXIT-06',
    owner: 'finance',
    source: 'Code 9.16; 9.20',
    requirements: ['R078', 'R081'],
    *find(context) {
      if (!context.conditions.grant) return
      for (const keys of [
        ['exit', 'mainstreaming'],
        ['grant', 'mainstreaming_decision'],
      ] as const) {
        const aside = setAside(context, ...keys)
        if (aside && aside.at.length > 1)
          yield {
            at: aside.at,
            message: `The work is paid for by a grant, but what becomes of it when the grant ends is answered ${aside.words}`,
          }
      }
    },
  },
  { ...base, code: 'EXIT-07', source: 'Code App 4 F', requirements: ['R124'], find: variationFaults },
]
