/** Rules on the legal powers relied on, and on the council priorities served: do they exist, and are they enough? */
import type { Key } from '../answers.ts'
import { speaksOfGone } from './replaced-law.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

type Power = NonNullable<NonNullable<RuleContext['intake']['legal_basis']>['powers']>[number]

const at = (index: number, key: string): readonly Key[] => ['legal_basis', 'powers', index, key]

const powersOf = ({ intake }: RuleContext): readonly Power[] => intake.legal_basis?.powers ?? []

/** Law that has gone is recognised by the same words as in any text: an id is its title with hyphens. */
function goneFault(context: RuleContext, { instrument, provision }: Power, index: number): Fault | undefined {
  const title = instrument!.replaceAll('-', ' ')
  const { replaced } = context.settings
  const gone = speaksOfGone(title, replaced) && replaced.find(({ said }) => said.test(title))
  if (gone)
    return {
      at: at(index, 'instrument'),
      message: `The law "${instrument}" gives no power today: ${gone.why}`,
      hint: `Look to ${gone.now} instead, and ask Legal which provision applies.`,
    }
  if (instrument === 'local-government-act-2000' && /\bs(?:ections?|s)?\.?\s*2\b/i.test(provision ?? ''))
    return {
      at: at(index, 'provision'),
      message: `The power of well-being in ${provision} of the Local Government Act 2000 no longer serves English councils`,
      hint: 'Name the specific power, or section 1 of the Localism Act 2011.',
    }
  return undefined
}

function* powerFaults(context: RuleContext): Generator<Fault> {
  for (const [index, power] of powersOf(context).entries()) {
    const { instrument } = power
    if (instrument === undefined || instrument === 'other') continue
    const gone = goneFault(context, power, index)
    if (gone) yield gone
    else if (!context.settings.isKnownLaw(instrument))
      yield {
        at: at(index, 'instrument'),
        message: `The law "${instrument}" is not in data/law.yaml, so the agreement cannot name it`,
      }
  }
}

/** The law that makes some types of partnership, any one of which will do. */
const lawOfType = {
  joint_committee: {
    words: 'A joint committee is appointed under sections 101 and 102 of the Local Government Act 1972',
    // Section 111 of the same Act makes none.
    sections: { 'local-government-act-1972': /\b10[12]\b/ },
    ids: [
      'local-government-act-1972',
      'local-government-act-2000',
      'local-authorities-arrangements-for-the-discharge-of-functions-regulations-2012',
    ],
  },
  csp: {
    words: 'A community safety partnership rests on the Crime and Disorder Act 1998',
    sections: {},
    ids: ['crime-and-disorder-act-1998'],
  },
} satisfies Record<
  string,
  {
    readonly words: string
    readonly sections: Readonly<Record<string, RegExp>>
    readonly ids: readonly string[]
  }
>

const base = { severity: 'warning', owner: 'legal', stage: 'in_principle' } as const

export const powerRules: readonly Rule[] = [
  {
    ...base,
    code: 'POWER-01',
    severity: 'error',
    source: 'Code App 1; App 3',
    requirements: ['R101', 'R115', 'Z20'],
    find: powerFaults,
  },
  {
    ...base,
    code: 'POWER-02',
    severity: 'note',
    source: 'Localism Act 2011 s1 to s4',
    requirements: ['R101'],
    *find(context) {
      const host = context.intake.partners?.find(({ is_host_council }) => is_host_council)?.id
      const own = [...powersOf(context).entries()].filter(([, { party }]) => !party || party === host)
      const [first] = own
      if (first && own.every(([, { instrument }]) => instrument === 'localism-act-2011'))
        yield {
          at: at(first[0], 'instrument'),
          message: 'The Council relies on the general power of competence alone',
        }
    },
  },
  {
    ...base,
    code: 'POWER-03',
    source: 'Code 3.4; App 1',
    requirements: ['R023', 'R101', 'Z20'],
    *find(context) {
      const powers = powersOf(context)
      if (powers.length === 0 || powers.some(({ instrument }) => instrument === undefined)) return
      for (const [condition, { words, sections, ids }] of Object.entries(lawOfType))
        if (
          context.conditions[condition as keyof typeof lawOfType] &&
          !powers.some(
            ({ instrument, provision }) =>
              ids.includes(instrument!) &&
              (new Map<string, RegExp>(Object.entries(sections)).get(instrument!)?.test(provision ?? '') ??
                true),
          )
        )
          yield {
            at: ['legal_basis', 'powers'],
            message: `${words}, which is not among the powers relied on`,
          }
    },
  },
  {
    ...base,
    code: 'AIM-01',
    severity: 'error',
    owner: 'performance',
    source: 'Code App 2; App 10',
    requirements: ['R105', 'R146'],
    *find({ intake, settings }) {
      const named: (readonly [string, readonly Key[]])[] = [
        ...(intake.priorities ?? []).map((id, index) => [id, ['priorities', index]] as const),
        ...(intake.objectives ?? []).flatMap(({ priorities }, objective) =>
          (priorities ?? []).map(
            (id, index) => [id, ['objectives', objective, 'priorities', index]] as const,
          ),
        ),
      ]
      for (const [id, where] of named)
        if (!settings.isKnownPriority(id))
          yield { at: where, message: `"${id}" is not among the Council’s priorities` }
    },
  },
]
