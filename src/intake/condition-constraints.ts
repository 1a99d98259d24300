/** What always holds between conditions, as data, so that the template check can prove things for every agreement. */
import type { ConditionName } from './condition-names.ts'

/** A relation between conditions that holds for every intake whose answers decide them. */
export type Constraint =
  | { readonly if: ConditionName; readonly then: ConditionName }
  | { readonly never: readonly [ConditionName, ConditionName] }
  | { readonly oneOf: readonly ConditionName[] }

const implies = (name: ConditionName, then: ConditionName): Constraint => ({
  if: name,
  then,
})

/** What always holds between conditions. The template check relies on it to prove that references resolve. */
export const constraints: readonly Constraint[] = [
  { oneOf: ['finance', 'no_finance'] },
  implies('aligned', 'finance'),
  implies('pooled', 'finance'),
  { never: ['aligned', 'pooled'] },
  implies('s75', 'finance'),
  implies('grant', 'finance'),
  implies('accountable_body', 'finance'),
  implies('council_is_accountable_body', 'accountable_body'),
  implies('another_is_accountable_body', 'accountable_body'),
  { never: ['council_is_accountable_body', 'another_is_accountable_body'] },
  { oneOf: ['procured', 'not_procured'] },
  implies('finance', 'finance_or_procured'),
  implies('procured', 'finance_or_procured'),
  implies('s75', 'rests_on_council'),
  implies('council_is_accountable_body', 'rests_on_council'),
  implies('children', 'vulnerable_clients'),
  implies('adults_at_risk', 'vulnerable_clients'),
  implies('personal_data', 'info_sharing'),
  implies('special_data', 'personal_data'),
  implies('health_data', 'special_data'),
  implies('law_enforcement_data', 'personal_data'),
  { oneOf: ['deed', 'under_hand'] },
  implies('nhs_trust_partner', 'nhs_partner'),
  { oneOf: ['fixed_term', 'rolling_term'] },
  { oneOf: ['legally_binding', 'partly_binding', 'not_binding'] },
  { never: ['csp', 'management_committee'] },
  { never: ['csp', 'place_partnership'] },
  { never: ['management_committee', 'place_partnership'] },
]
