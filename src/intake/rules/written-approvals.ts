/** Rules on the three approvals that every agreement needs: Legal, Finance and the director, each in writing. */
import type { Key } from '../answers.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** A fault when an approval was not in writing, or somebody wrote that there is none. */
export function* unwrittenFaults(
  context: RuleContext,
  keys: readonly Key[],
  what: string,
  isWritten: boolean | undefined,
): Generator<Fault> {
  const money =
    keys.at(-1) === 'finance' && context.conditions.finance === false
      ? ', and it is needed even where no money moves (Z22)'
      : ''
  for (const key of ['written', 'date', 'name']) {
    const aside = setAside(context, ...keys, key)
    if (!aside) continue
    yield { at: aside.at, message: `${what} is needed, but the answer is ${aside.words}${money}` }
    return
  }
  if (isWritten === false)
    yield { at: [...keys, 'written'], message: `${what} was not given in writing${money}` }
}

/** The director's approval, for which a portfolio holder's may stand in if the Code is so read (Z8). */
function* directorFaults(context: RuleContext): Generator<Fault> {
  const { approvals } = context.intake
  const faults = unwrittenFaults(
    context,
    ['approvals', 'director'],
    'The director’s written approval',
    approvals?.director?.written,
  )
  const { name, date } = approvals?.member ?? {}
  const related = [
    { at: ['approvals', 'member'], message: 'The portfolio holder’s approval stands here' } as const,
  ]
  for (const fault of faults) {
    if (!name || !date) yield fault
    else if (context.settings.readings.Z8 === 'cumulative')
      yield {
        ...fault,
        message: `${fault.message}; the portfolio holder’s does not stand in for it (Z8)`,
        related,
      }
    else
      yield {
        ...fault,
        severity: 'note',
        message: 'The portfolio holder’s approval stands in for the director’s (Z8)',
        hint: 'Nothing to do.',
        related,
      }
  }
}

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** One person who gave two approvals that are meant to check each other. */
function* samePersonFaults({ intake: { approvals } }: RuleContext): Generator<Fault> {
  const pairs = [
    { at: ['approvals'], legal: approvals?.legal?.name, finance: approvals?.finance?.name },
    {
      at: ['approvals', 'accountable_body'],
      legal: approvals?.accountable_body?.legal?.name,
      finance: approvals?.accountable_body?.finance?.name,
    },
  ]
  for (const { at, legal, finance } of pairs)
    if (legal && finance && plain(legal) === plain(finance))
      yield {
        at: [...at, 'finance', 'name'],
        message: `${finance.trim()} is recorded as approving both for Legal and for Finance`,
        related: [{ at: [...at, 'legal', 'name'], message: 'The approval for Legal stands here' }],
      }
}

const base = { severity: 'error', stage: 'sign_off' } as const

export const writtenApprovalRules: readonly Rule[] = [
  {
    ...base,
    code: 'APPR-01',
    owner: 'legal',
    source: 'Code 7.6; App 3',
    requirements: ['R045', 'R115', 'R162', 'Z8'],
    find: context =>
      unwrittenFaults(
        context,
        ['approvals', 'legal'],
        'Legal’s written approval',
        context.intake.approvals?.legal?.written,
      ),
  },
  {
    ...base,
    code: 'APPR-02',
    owner: 'finance',
    source: 'Code 7.6; App 3',
    requirements: ['R045', 'R115', 'R163', 'Z8', 'Z22'],
    *find(context) {
      const faults = unwrittenFaults(
        context,
        ['approvals', 'finance'],
        'Finance’s written approval',
        context.intake.approvals?.finance?.written,
      )
      const isSpared = context.settings.readings.Z22 === 'with_money' && context.conditions.finance === false
      for (const fault of faults)
        yield isSpared
          ? {
              ...fault,
              severity: 'note',
              message:
                'Finance has not approved in writing, which the Council does not ask for where no money moves (Z22)',
            }
          : fault
    },
  },
  {
    ...base,
    code: 'APPR-03',
    owner: 'director',
    source: 'Code 7.2; 7.6',
    requirements: ['R039', 'R045', 'R164', 'Z8'],
    find: directorFaults,
  },
  {
    ...base,
    code: 'APPR-10',
    severity: 'warning',
    owner: 'director',
    source: 'Code 7.6; Local Government and Housing Act 1989 s5',
    requirements: ['R045', 'Z8'],
    find: samePersonFaults,
  },
]
