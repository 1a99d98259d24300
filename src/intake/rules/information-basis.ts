/** Rules on the lawful basis of each partner in each flow: whether there is one, and whether that partner may use it. */
import type { Key } from '../answers.ts'
import { capital } from './capital.ts'
import { type FoundFlow, flowsOf, isPublic } from './information-flow-facts.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

function* missingBases(context: RuleContext, { flow, name, at, takingPart }: FoundFlow): Generator<Fault> {
  const { intake } = context
  const aside = setAside(context, ...at('bases'))
  if (aside) {
    yield {
      at: aside.at,
      message: `${capital(name)} carries personal data, but its lawful bases are answered ${aside.words}`,
    }
    return
  }
  const bases = flow.bases ?? []
  const named = bases.map(({ partner }) => partner)
  // A list that is begun and does not yet say for whom may still be going to name the others.
  if (bases.length > 0 && !named.includes(undefined))
    for (const id of takingPart)
      if (!named.includes(id))
        yield {
          at: at('bases'),
          message: `${capital(partnerName(intake, id))} takes part in ${name}, but no lawful basis is shown for it`,
        }
  for (const [index, { partner }] of bases.entries()) {
    const noBasis = setAside(context, ...at('bases', index, 'art6'))
    if (noBasis && noBasis.at.length > at('bases', index).length)
      yield {
        at: noBasis.at,
        message: `The lawful basis of ${partnerName(intake, partner)} in ${name} is answered ${noBasis.words}`,
      }
    // Only once both ends are known can anybody be said to have no part.
    const isComplete = flow.from !== undefined && (flow.to ?? []).length > 0
    if (partner !== undefined && isComplete && !takingPart.includes(partner))
      yield {
        at: at('bases', index, 'partner'),
        severity: 'warning',
        message: `A lawful basis is shown for ${partnerName(intake, partner)} in ${name}, which it neither sends nor receives`,
        hint: 'Add the partner to those who receive, or delete the basis.',
      }
  }
}

/** Bases that a public authority cannot use, or should not, for its functions; and what to say of each. */
const doubtfulForAuthorities: Readonly<Partial<Record<string, string>>> = {
  consent:
    'people seldom have a free choice towards a public authority, so consent is seldom valid for its functions',
  legitimate_interests: 'the law does not let a public authority use that basis for its tasks',
  recognised_legitimate_interest:
    'a public authority should use public task for its functions, for which that basis is not meant',
}

const base = { owner: 'information_governance', stage: 'draft' } as const

export const basisRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-01',
    severity: 'error',
    source: 'UK GDPR Art 6; Code 11.2',
    requirements: ['R092', 'R094'],
    *find(context) {
      for (const flow of flowsOf(context.intake)) yield* missingBases(context, flow)
    },
  },
  {
    ...base,
    code: 'ISP-04',
    severity: 'warning',
    source: 'UK GDPR Art 6(1) and recital 43',
    requirements: ['R092', 'R094'],
    *find({ intake }) {
      for (const { flow, name, at } of flowsOf(intake))
        for (const [index, { partner, art6 }] of (flow.bases ?? []).entries()) {
          const doubt = art6 && doubtfulForAuthorities[art6]
          const place: readonly Key[] = at('bases', index, 'art6')
          // A university has interests of its own besides its public tasks.
          const isHybrid = partnerOf(intake, partner)?.legal_form === 'university_or_college'
          if (doubt && isPublic(intake, partner) && !(isHybrid && art6 !== 'consent'))
            yield {
              at: place,
              message: `${capital(partnerName(intake, partner))} relies in ${name} on ${art6.replaceAll('_', ' ')}, but ${doubt}`,
            }
        }
    },
  },
]
