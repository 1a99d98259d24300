/** Rules on the protocol itself: does it apply, how was it made, and does it deal with the Code’s eight issues? */
import type { Key } from '../answers.ts'
import { flowsOf } from './information-flow-facts.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { textsUnder } from './texts.ts'

const gate: readonly Key[] = ['info', 'shares_information']

/** Words that say that information about people passes between the partners. */
const sharing =
  /\b(?:shar(?:e|es|ing) (?:(?:personal|client|customer|patient|case|referral|family|sensitive) )?(?:information|data|records|case ?files)|(?:personal|client|patient) (?:data|information|records) (?:is|are) shared|shared case (?:system|file|record)s?|information[- ]sharing (?:protocol|agreement))\b/i
const refused = /\b(?:no|not|never|without|nobody|none|nor)\b/i

function* gateFaults({ intake }: RuleContext): Generator<Fault> {
  const { info } = intake
  const related = [{ at: gate, message: 'Whether information is shared is answered here' }]
  if (info?.personal_data === false)
    for (const { name, at } of flowsOf(intake))
      yield {
        at: at(),
        severity: 'error',
        message: `No personal data is said to be shared, yet ${name} of personal data is listed`,
        related: [{ at: ['info', 'personal_data'], message: 'That is answered here' }],
      }
  if (info?.shares_information !== false) return
  const flows = flowsOf(intake)
  if (flows.length > 0 && info.personal_data !== false)
    yield {
      at: gate,
      severity: 'error',
      message: `No information is said to be shared, stored or collected, yet ${flows.length === 1 ? 'a flow' : `${flows.length} flows`} of personal data ${flows.length === 1 ? 'is' : 'are'} listed`,
      related: [{ at: ['info', 'flows'], message: 'The flows stand here' }],
    }
  else if (info.personal_data)
    yield {
      at: gate,
      severity: 'error',
      message:
        'No information is said to be shared, stored or collected, yet personal data is said to be shared',
      related: [{ at: ['info', 'personal_data'], message: 'That is answered here' }],
    }
  const seconded = (intake.secondments ?? []).length > 0
  if (seconded)
    yield {
      at: gate,
      severity: 'note',
      message:
        'No information is said to be shared, stored or collected, yet staff are seconded, and their employer and their host must share information about them',
      related: [{ at: ['secondments'], message: 'The secondments stand here' }],
    }
  const role = (intake.safeguarding?.roles ?? []).findIndex(
    ({ dbs_level: level }) => level !== undefined && level !== 'none' && level !== 'basic',
  )
  if (role >= 0)
    yield {
      at: gate,
      message:
        'No information is said to be shared, stored or collected, yet the work needs checks on staff, and a concern about a child or an adult at risk must be passed on',
      related: [{ at: ['safeguarding', 'roles', role], message: 'A role that is checked stands here' }],
    }
  for (const { at, text } of textsUnder(intake, ['services', 'objectives', 'partners']))
    if (sharing.test(text) && !refused.test(text)) {
      yield {
        at,
        message: 'This answer speaks of shared information, yet none is said to be shared',
        related,
      }
      break
    }
}

/** The Code’s eight issues, each under the answer that deals with it. */
const issues: readonly (readonly [keys: readonly Key[], what: string])[] = [
  [['disclosure'], 'disclosure'],
  [['requests'], 'requests for information'],
  [['requests', 'form'], 'how information is asked for'],
  [['requests', 'days'], 'how soon a request is answered'],
  [['security'], 'safe transfer and storage'],
  [['security', 'transfer'], 'how information is transferred'],
  [['security', 'storage'], 'how information is stored'],
  [['security', 'access'], 'who may see information'],
  [['requests', 'log_holder'], 'who keeps the log of requests'],
  [['receiving'], 'what the receiver must do'],
  [['purpose'], 'the purpose of sharing and storing'],
  [['review_date'], 'the review of the protocol'],
  [['reviewer'], 'who reviews the protocol'],
  [['professional_codes'], 'professional codes'],
]

/** Words that name everybody, and so no client group at all. */
const everybody =
  /^\W*(?:all|any|every(?:one|body)?|anyone|anybody|the (?:general )?public|various|service users|clients?|(?:all )?(?:residents|citizens|customers))\W*$/i
const nobodyAsked =
  /^\W*(?:no ?one|nobody|none|n\/?a|officers|the partners|staff|not (?:yet )?(?:done|applicable|known))\W*$/i

function* makingFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  if (!conditions.info_sharing) return
  const development = intake.info?.development ?? {}
  const { client_group: group, developed_with: helpers, consulted, drafted_by: drafted } = development
  const at = (key: string): readonly Key[] => ['info', 'development', key]
  for (const [key, what] of [
    ['client_group', 'for which client group it is'],
    ['developed_with', 'who helped to make it'],
    ['adapted_from', 'from which protocol it was adapted, and how it was made to fit'],
    ['consulted', 'who was consulted on it'],
  ] as const) {
    const aside = setAside(context, ...at(key))
    if (key === 'adapted_from' && drafted !== 'adapted') continue
    if (aside && aside.at.length > 2)
      yield { at: aside.at, message: `The protocol must say ${what}, but this is answered ${aside.words}` }
  }
  if (group !== undefined && everybody.test(group))
    yield {
      at: at('client_group'),
      message: `The protocol is made for "${group}", but it must be made for one client group`,
    }
  if (helpers !== undefined && nobodyAsked.test(helpers))
    yield {
      at: at('developed_with'),
      message: 'Nobody who represents the client group is named among those who helped to make the protocol',
    }
  if (consulted !== undefined && nobodyAsked.test(consulted) && !/\bpartners\b/i.test(consulted))
    yield {
      at: at('consulted'),
      message: 'No partner or stakeholder is named among those consulted on the protocol',
    }
}

const base = { severity: 'warning', owner: 'information_governance', stage: 'draft' } as const

export const protocolRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-09',
    stage: 'in_principle',
    source: 'Code 11.1',
    requirements: ['R091', 'R110'],
    find: gateFaults,
  },
  {
    ...base,
    code: 'ISP-21',
    source: 'Code 11.3',
    requirements: ['R091', 'R094'],
    *find(context) {
      if (!context.conditions.info_sharing) return
      for (const [keys, what] of issues) {
        const at = ['info', ...keys]
        const aside = setAside(context, ...at)
        // Where nobody can be identified, some of the issues may not arise; a reason says so.
        const isExplained = aside?.reason !== undefined && context.conditions.personal_data === false
        if (aside && aside.at.length === at.length && !isExplained)
          yield {
            at: aside.at,
            message: `The protocol must deal with ${what}, but this is answered ${aside.words}`,
          }
      }
    },
  },
  {
    ...base,
    code: 'ISP-22',
    source: 'Code 11.3',
    requirements: ['R093'],
    find: makingFaults,
  },
]
