/** The council's settings, the law and the library in; what the rules need to know of them out. */
import type { RuleSettings } from '../intake/rules/rule.ts'
import type { Code } from '../provisions/code.ts'
import type { Council } from '../provisions/council.ts'
import { decide } from '../provisions/decide.ts'
import type { Interpretations } from '../provisions/interpretations.ts'
import type { Law } from '../provisions/law.ts'
import type { Template } from '../provisions/template.ts'

/** What rules are made from: all that a council keeps, and of the library only which provisions there are and when. */
export interface RuleSources {
  readonly council: Council
  readonly law: Law
  readonly interpretations: Interpretations
  readonly code: Pick<Code, 'checklists' | 'prompts'>
  readonly library: { readonly provisions: readonly Template[] }
}

/** Reads the settings that rules use out of what a run has loaded. */
export function ruleSettings(sources: RuleSources): RuleSettings {
  const { council, law, library, interpretations, code } = sources
  const { approvals, execution } = council
  return {
    readings: interpretations.readings,
    replaced: law.replaced,
    figures: law.figures,
    powerHolders: law.powerHolders,
    ownPowers: law.ownPowers,
    isKnownLaw: id => law.instruments.has(id),
    isKnownPriority: id => council.priorities.some(p => p.id === id),
    isKnownProvision: id => library.provisions.some(p => p.id === id),
    isProvisionIn: (id, conditions) => {
      const provision = library.provisions.find(p => p.id === id)
      const decision = provision && decide(provision.when, conditions)
      return decision === undefined || decision.is === 'undecided' ? undefined : decision.is === 'in'
    },
    schedules: library.provisions
      .filter(({ form }) => form === 'schedule')
      .map(({ id, title }) => ({ id, title })),
    checklists: code.checklists,
    riskPrompts: code.prompts.flatMap(({ prompts }) => prompts.map(({ id }) => id)),
    council: {
      name: council.name,
      kind: council.kind,
      executive: council.constitution.executive,
      executiveOver: approvals.executive_over,
      accountableBodyExecutiveOver: approvals.accountable_body_executive_over,
      pooledFundNeedsExecutive: approvals.pooled_fund_needs_executive,
      permitsElectronicSealing: execution.constitution_permits_esealing,
      permitsElectronicSignature: execution.constitution_permits_electronic_signature,
      reviewWithinMonths: council.review_within_months,
      vatAdviser: council.roles[interpretations.readings.Z10],
    },
  }
}
