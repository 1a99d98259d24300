/** Rules on conduct: the ladders for disputes and complaints, whistleblowing, media, expulsion and under-performance. */
import type { Key } from '../answers.ts'
import { isParish } from '../council-kind.ts'
import { capital } from './capital.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** Fewest steps of a ladder for disputes: officers, those above them, and somebody from outside. */
const fewestSteps = 3

const aboutMediation = /\bmediat|\bconciliat|\barbitrat|\bexpert\b|\badjudicat|\bindependent\b|\boutside\b/i

function* ladderFaults(context: RuleContext): Generator<Fault> {
  const aside = setAside(context, 'disputes', 'steps')
  if (aside) yield { at: aside.at, message: `How disputes are settled is answered ${aside.words}` }
  const steps = context.intake.disputes?.steps ?? []
  const at = ['disputes', 'steps']
  if (steps.length > 0 && steps.length < fewestSteps)
    yield {
      at,
      message: `A dispute has only ${steps.length === 1 ? 'one step' : `${steps.length} steps`} before it ends or goes to court; at least ${fewestSteps} are wanted`,
    }
  for (const [index, { level, days }] of steps.entries()) {
    const before = steps[index - 1]
    if (before?.days !== undefined && days !== undefined && days < before.days)
      yield {
        at: [...at, index, 'days'],
        message: `The step '${level ?? index + 1}' is given ${days} working days, fewer than the ${before.days} of the step below it`,
        hint: 'Give those higher up at least as long: their diaries are fuller. Or mend the order of the steps.',
        related: [{ at: [...at, index - 1, 'days'], message: 'The step below stands here' }],
      }
  }
}

function* mediatorFaults(context: RuleContext): Generator<Fault> {
  const { steps = [], mediator } = context.intake.disputes ?? {}
  const aside = setAside(context, 'disputes', 'mediator')
  if (steps.length === 0 || steps.some(step => step.level === undefined)) return
  const index = steps.findIndex(({ level, people }) => /\bmediat/i.test(`${level} ${people ?? ''}`))
  const hasOutsider = steps.some(({ level, people }) => aboutMediation.test(`${level} ${people ?? ''}`))
  if (aside && index >= 0)
    yield {
      at: aside.at,
      message: `A dispute goes to mediation, but who names the mediator is answered ${aside.words}`,
      related: [{ at: ['disputes', 'steps', index, 'level'], message: 'Mediation stands here' }],
    }
  else if (mediator !== undefined && !hasOutsider)
    yield {
      at: ['disputes', 'mediator'],
      message: 'Somebody is to name a mediator, but no step of a dispute is mediation',
      related: [{ at: ['disputes', 'steps'], message: 'The steps stand here' }],
    }
}

function* complaintFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const { stages, lead } = intake.complaints ?? {}
  const aside = setAside(context, 'complaints', 'stages')
  if (aside) yield { at: aside.at, message: `How complaints are handled is answered ${aside.words}` }
  else if (stages?.length === 1)
    yield {
      at: ['complaints', 'stages'],
      message: 'A complaint has only one stage, so nobody looks again at the first answer',
    }
  const leader = intake.partners?.find(partner => partner.id === lead)
  // The Ombudsman looks at principal councils, and not at parish and town councils.
  const isPublic =
    (leader?.legal_form === 'council' || leader?.is_host_council === true) && isParish(leader) === false
  if (
    isPublic &&
    stages &&
    stages.length > 1 &&
    !stages.some(stage => /\bombudsman\b|\blgsco\b/i.test(stage))
  )
    yield {
      at: ['complaints', 'stages'],
      severity: 'note',
      message: `${capital(partnerName(intake, lead))} handles complaints, but no stage tells people that they can go to the Ombudsman`,
      hint: 'Add the Ombudsman as the last stage. Somebody who complains about a council may always go there.',
    }
}

const speakingUp: readonly (readonly [keys: readonly Key[], what: string])[] = [
  [['whistleblowing', 'policy'], 'Whose whistleblowing policy applies'],
  [['whistleblowing', 'contact'], 'To whom a concern can be taken'],
  [['whistleblowing', 's151_contact'], 'To whom financial irregularity is reported'],
]

function* expulsionFaults(context: RuleContext): Generator<Fault> {
  const { partners = [], expulsion } = context.intake
  if (!expulsion?.vote) return
  if (partners.length === 2)
    yield {
      at: ['expulsion', 'vote'],
      message:
        'A partner may be expelled by the vote of the others, but there are only two partners, so either could expel the other alone',
      hint: 'Write not_applicable and that termination is the way to end it.',
    }
  for (const [key, what] of [
    ['grounds', 'the grounds'],
    ['process', 'how it is done fairly'],
  ] as const) {
    const aside = setAside(context, 'expulsion', key)
    if (aside)
      yield {
        at: aside.at,
        message: `A partner may be expelled, but ${what} ${key === 'grounds' ? 'are' : 'is'} answered ${aside.words}`,
        related: [{ at: ['expulsion', 'vote'], message: 'The vote stands here' }],
      }
  }
}

const base = { severity: 'warning', owner: 'legal', stage: 'draft', source: 'Code App 4 F' } as const

export const conductRules: readonly Rule[] = [
  { ...base, code: 'COND-01', requirements: ['R124', 'R134'], find: ladderFaults },
  { ...base, code: 'COND-02', requirements: ['R124', 'R134'], find: mediatorFaults },
  {
    ...base,
    code: 'COND-03',
    owner: 'officer',
    source: 'Code App 4 D',
    requirements: ['R122'],
    find: complaintFaults,
  },
  {
    ...base,
    code: 'COND-04',
    severity: 'error',
    requirements: ['R124', 'R163'],
    *find(context) {
      const whole = setAside(context, 'whistleblowing')
      if (whole) yield { at: whole.at, message: `Whistleblowing and fraud are answered ${whole.words}` }
      else
        for (const [keys, what] of speakingUp) {
          const aside = setAside(context, ...keys)
          if (aside) yield { at: aside.at, message: `${what} is answered ${aside.words}` }
        }
    },
  },
  {
    ...base,
    code: 'COND-05',
    owner: 'officer',
    requirements: ['R124'],
    *find(context) {
      const keys: readonly (readonly string[])[] = [
        ['media', 'lead'],
        ['media', 'sign_off'],
      ]
      const found = new Set<string>()
      for (const path of keys) {
        const aside = setAside(context, ...path)
        if (!aside || found.has(aside.at.join())) continue
        found.add(aside.at.join())
        yield {
          at: aside.at,
          message:
            aside.at.length === 1
              ? `Media and publicity are answered ${aside.words}`
              : `${path[1] === 'lead' ? 'Which partner speaks to the media' : 'Who approves what is published'} is answered ${aside.words}`,
        }
      }
    },
  },
  { ...base, code: 'COND-06', requirements: ['R124'], find: expulsionFaults },
  {
    ...base,
    code: 'COND-07',
    owner: 'performance',
    source: 'Code 1.3; App 4 D',
    requirements: ['R005', 'R122'],
    *find(context) {
      const whole = setAside(context, 'performance')
      if (whole) yield { at: whole.at, message: `Performance is answered ${whole.words}` }
      else
        for (const [key, what] of [
          ['framework', 'How performance is measured'],
          ['underperformance_steps', 'What happens if performance falls short'],
        ] as const) {
          const aside = setAside(context, 'performance', key)
          if (aside) yield { at: aside.at, message: `${what} is answered ${aside.words}` }
        }
    },
  },
]
