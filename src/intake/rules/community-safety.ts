/** Rules on community safety partnerships: the bodies that must take part by law, and that nobody votes those out. */
import { capital } from './capital.ts'
import { inWords, type Partner, partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const named = ({ legal_name: name = '', short_name: short = '' }: Partner): string => `${name} ${short}`

/** The five kinds of responsible authority, and by what a partner of that kind is known. */
const responsible: readonly { readonly words: string; readonly is: (partner: Partner) => boolean }[] = [
  { words: 'a council of the area', is: partner => partner.legal_form === 'council' },
  {
    words: 'the chief officer of police',
    is: partner =>
      partner.legal_form === 'chief_constable' ||
      /\bchief constable\b|\bcommissioner of police\b/i.test(named(partner)),
  },
  {
    words: 'the fire and rescue authority',
    // A county council, a combined authority or a commissioner may be it, and so may a council of which nobody has said its kind.
    is: partner =>
      partner.legal_form === 'fire_authority' ||
      partner.council_kind === 'county' ||
      (partner.legal_form === 'council' && !partner.is_host_council && partner.council_kind === undefined) ||
      /\bfire\b|\bcombined (?:county )?authority\b/i.test(named(partner)),
  },
  { words: 'the integrated care board', is: partner => partner.legal_form === 'icb' },
  {
    words: 'the provider of probation services',
    is: partner => partner.legal_form === 'secretary_of_state' || /\bprobation\b/i.test(named(partner)),
  },
]

function* absentFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const partners = intake.partners ?? []
  if (!conditions.csp || partners.length === 0) return
  if (partners.some(partner => !partner.legal_form || !partner.legal_name)) return
  if (intake.csp?.absent_reason !== undefined || setAside(context, 'csp', 'absent_reason')) return
  const absent = responsible.filter(({ is }) => !partners.some(is)).map(({ words }) => words)
  if (absent.length > 0)
    yield {
      at: ['partners'],
      message: `The law makes five kinds of body responsible for a community safety partnership, and no partner is ${absent.join(' or ')}`,
    }
}

function* listFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  const listed = intake.csp?.responsible_authorities
  if (!conditions.csp || !listed || listed.length === 0) return
  for (const [index, id] of listed.entries()) {
    const partner = partnerOf(intake, id)
    if (partner?.sector && partner.sector !== 'public' && !responsible.some(({ is }) => is(partner)))
      yield {
        at: ['csp', 'responsible_authorities', index],
        message: `${capital(partnerName(intake, id))} is listed as a responsible authority, but is none of the five kinds of body that the law names`,
        hint: 'Take it off the list, or mend what is said of it among the partners.',
      }
  }
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    const form = partner.legal_form
    if ((form === 'chief_constable' || form === 'icb') && partner.id && !listed.includes(partner.id))
      yield {
        at: ['csp', 'responsible_authorities'],
        message: `${capital(partnerName(intake, partner.id))} is a responsible authority by law, but is not listed as one`,
        hint: 'Add it to csp.responsible_authorities.',
        related: [{ at: ['partners', index, 'legal_form'], message: 'Its legal form stands here' }],
      }
  }
}

const base = { severity: 'warning', owner: 'legal', stage: 'draft' } as const

export const communitySafetyRules: readonly Rule[] = [
  {
    ...base,
    code: 'GOV-09',
    source: 'Crime and Disorder Act 1998 s5',
    requirements: ['R024', 'R101'],
    *find(context) {
      yield* absentFaults(context)
      yield* listFaults(context)
    },
  },
  {
    ...base,
    code: 'GOV-10',
    source: 'Crime and Disorder Act 1998 s5; Code App 4 F',
    requirements: ['R124'],
    *find({ intake, conditions }) {
      const { csp, partners = [], expulsion } = intake
      const listed = csp?.responsible_authorities
      if (!conditions.csp || !listed || partners.length === 0) return
      if (!expulsion?.vote && !(expulsion?.grounds && expulsion.grounds.length > 0)) return
      if (partners.every(({ id }) => id !== undefined && listed.includes(id)))
        yield {
          at: ['expulsion'],
          message: `Grounds for expulsion are given, but the law makes every partner a member: ${inWords(partners.map(({ id }) => partnerName(intake, id)))}`,
          related: [{ at: ['csp', 'responsible_authorities'], message: 'They are listed here' }],
        }
    },
  },
]
