/** Rules on whether the Code covers the arrangement at all: its exclusions, its definition, and Legal's override. */
import type { Key } from '../answers.ts'
import { inWords } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

type Exclusion =
  | 'council_direct_control'
  | 'informal_discussion_group'
  | 'outside_body_no_policy_function'
  | 'commercial_profit'

/** Each exclusion of the Code: what was answered, and what serves the arrangement better. */
const exclusions: Readonly<Record<Exclusion, { readonly what: string; readonly instead: string }>> = {
  council_direct_control: {
    what: 'the Council directly controls its budget or its decisions',
    instead: 'Run it as a service, working group or company of the Council under its own constitution.',
  },
  informal_discussion_group: {
    what: 'it is only an informal group for consultation or discussion',
    instead: 'Write short terms of reference for the group.',
  },
  outside_body_no_policy_function: {
    what: 'it is only a seat on, or a grant to, an outside body with no strategic or policy role',
    instead: 'Use the Council’s rules for appointments to outside bodies, or a grant agreement.',
  },
  commercial_profit: {
    what: 'it is a business carried on together for profit',
    instead: 'Ask Legal for a company, a limited liability partnership or a commercial contract.',
  },
}

type Scope = NonNullable<RuleContext['intake']['scope']>

const at = (key: keyof Scope): readonly Key[] => ['scope', key]

/** The parts of Legal's override that are missing; undefined when no reason is given at all. */
function overrideLacks({ override_reason, override_agreed_by, override_date }: Scope): string[] | undefined {
  if (override_reason === undefined) return undefined
  return [
    ...(override_agreed_by === undefined ? ['the legal officer who agreed'] : []),
    ...(override_date === undefined ? ['the date'] : []),
  ]
}

/** One fault for something that takes the arrangement outside the Code, milder where Legal has recorded an override. */
function outside(scope: Scope, key: keyof Scope, what: string, instead: string): Fault {
  const lacks = overrideLacks(scope)
  if (lacks?.length === 0)
    return {
      at: at(key),
      severity: 'note',
      message: `The Code does not cover this arrangement, because ${what}; it is used all the same, as Legal agreed`,
      hint: 'Keep the reason under review, and tell the director who signs.',
      related: [{ at: at('override_reason'), message: 'The reason for using the Code is here' }],
    }
  return {
    at: at(key),
    message: `The Code does not cover this arrangement, because ${what}`,
    hint:
      lacks === undefined
        ? `${instead} Points that the Code raises may still be worth thinking about.`
        : `The reason for using the Code all the same counts only with ${inWords(lacks)}.`,
  }
}

const base = { severity: 'error', owner: 'officer', stage: 'in_principle' } as const

export const scopeRules: readonly Rule[] = [
  {
    ...base,
    code: 'SCOPE-01',
    source: 'Code 3.3',
    requirements: ['R020', 'Z26'],
    *find({ intake: { scope = {} }, settings: { readings } }) {
      for (const [key, { what, instead }] of Object.entries(exclusions)) {
        if (!scope[key as Exclusion]) continue
        const fault = outside(scope, key as Exclusion, what, instead)
        yield readings.Z26 === 'exclusions_hold'
          ? fault
          : {
              ...fault,
              severity: 'note',
              message: `An exclusion of the Code applies, because ${what}; the Council uses the Code for every partnership all the same (Z26)`,
            }
      }
    },
  },
  {
    ...base,
    code: 'SCOPE-02',
    source: 'Code 3.1; 3.4',
    requirements: ['R015', 'R021'],
    *find({ intake: { scope = {}, partners } }) {
      if (scope.independent_bodies === false)
        yield outside(
          scope,
          'independent_bodies',
          'fewer than two independent bodies work together',
          'Use an internal protocol between the departments concerned.',
        )
      if (scope.common_vision === false)
        yield outside(
          scope,
          'common_vision',
          'the bodies share no vision with clear aims and objectives',
          'Agree the aims first, or use a contract, a grant agreement or a letter.',
        )
      if (scope.independent_bodies && partners?.length === 1)
        yield {
          at: ['partners'],
          message: 'Two or more independent bodies are said to work together, yet only one partner is listed',
          hint: 'List every partner, or change the answer about independent bodies.',
          related: [{ at: at('independent_bodies'), message: 'Two or more bodies are said here' }],
        }
    },
  },
  {
    ...base,
    code: 'SCOPE-04',
    severity: 'warning',
    source: 'Code 3.3',
    requirements: ['R020', 'Z26'],
    *find({ intake: { scope = {} } }) {
      const answers = Object.keys(exclusions).map(key => scope[key as Exclusion])
      const isInside =
        answers.every(answer => answer === false) && scope.independent_bodies && scope.common_vision
      if (isInside && scope.override_reason !== undefined)
        yield {
          at: at('override_reason'),
          message:
            'A reason is given for using the Code all the same, yet no answer takes it outside the Code',
        }
    },
  },
]
