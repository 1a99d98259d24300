/** Rules on who is controller and who processor: does the model chosen agree with the flows, the processors and the rest? */
import type { Key } from '../answers.ts'
import { capital } from './capital.ts'
import { flowsOf } from './information-flow-facts.ts'
import { isNamedIn, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const model: readonly Key[] = ['info', 'controller_model']
const related = [{ at: model, message: 'The roles are answered here' }]

/** What joint controllers must settle between them (Article 26), each with the words for a message. */
const jointMatters: readonly (readonly [keys: readonly Key[], what: string])[] = [
  [['info', 'rights'], 'who answers people who use their rights'],
  [['info', 'rights', 'lead'], 'who answers people who use their rights'],
  [['info', 'privacy_notices'], 'how people are told'],
  [['info', 'breach'], 'who deals with a breach'],
  [['info', 'breach', 'lead'], 'who deals with a breach'],
]

function* jointFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  if (intake.info?.controller_model !== 'joint') return
  for (const [keys, what] of jointMatters) {
    const aside = setAside(context, ...keys)
    if (aside && aside.at.length === keys.length)
      yield {
        at: aside.at,
        message: `The partners are joint controllers, who must settle ${what} by an arrangement between them, but this is answered ${aside.words}`,
        related,
      }
  }
  if (conditions.not_binding)
    yield {
      at: ['legally_binding'],
      severity: 'warning',
      message:
        'The partners are joint controllers, who need an arrangement between them, but the agreement that holds it is not to bind anybody',
      related,
    }
}

function* modelFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const chosen = intake.info?.controller_model
  const flows = flowsOf(intake)
  // A partner that only carries out another's instructions has no basis of its own.
  const processes = flows.some(({ flow, takingPart }) => {
    const named = (flow.bases ?? []).map(({ partner }) => partner)
    return named.length === 0 || named.includes(undefined) || takingPart.some(id => !named.includes(id))
  })
  if (chosen === 'controller_processor' && flows.length > 0 && !processes)
    yield {
      at: model,
      severity: 'warning',
      message:
        'The partners are said to be controller and processor, but in every flow every partner has a lawful basis of its own, as only a controller has',
      hint: 'Choose independent or joint controllers, or delete the basis of the partner that only acts for another.',
      related: [{ at: ['info', 'flows'], message: 'The flows stand here' }],
    }
  for (const [index, { name }] of (intake.info?.processors ?? []).entries()) {
    const partner = intake.partners?.find(p => name !== undefined && isNamedIn(p, name))
    if (partner && (chosen === 'independent' || chosen === 'joint'))
      yield {
        at: ['info', 'processors', index, 'name'],
        severity: 'warning',
        message: `${capital(partnerName(intake, partner.id))} is listed as a processor, but the partners are said to be ${chosen === 'joint' ? 'joint' : 'independent'} controllers`,
        related,
      }
  }
}

function* processorFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  if (!conditions.personal_data) return
  for (const [index, { name, partner }] of (intake.info?.processors ?? []).entries()) {
    const at = ['info', 'processors', index, 'contract']
    const aside = setAside(context, ...at)
    if (aside && aside.at.length > 3)
      yield {
        at: aside.at,
        message: `${name ?? 'A processor'} processes personal data for ${partnerName(intake, partner)}, but the contract is answered ${aside.words}`,
      }
  }
}

const base = { severity: 'error', owner: 'information_governance', stage: 'draft' } as const

export const roleRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-12',
    source: 'UK GDPR Art 4, 26 and 28',
    requirements: ['R091', 'R092'],
    *find(context) {
      yield* jointFaults(context)
      yield* modelFaults(context)
    },
  },
  {
    ...base,
    code: 'ISP-13',
    stage: 'sign_off',
    source: 'UK GDPR Art 28(3)',
    requirements: ['R092'],
    find: processorFaults,
  },
]
