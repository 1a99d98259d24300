/** Rules on the budget model: who administers a pool, and words elsewhere that describe another model. */
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { textsUnder } from './texts.ts'

const pooledWords =
  /\bpool managers?\b|\bpool(?:ed)?[ -](?:budget|fund)s?\b|\bcommon fund\b|\blos(?:e|es|ing) (?:its|their) identity\b/gi
const alignedWords =
  /\b(?:aligned|parallel)[ -](?:budget|fund)s?\b|\bkeeps? (?:its|their)(?: own)? identity\b/gi

/** Words before the term that turn it round or speak of another time or arrangement. */
const turned =
  /\b(?:not?|never|nor|than|instead|without|previous|former|earlier|old|past|until|compared|between|whether|unlike|end(?:s|ed)?|replac\w+|consider\w*|reject\w*)\b[^.;]*$/i

const places = [
  'background',
  'partners',
  'services',
  'finance',
  'pool',
  'budget_holder',
  'financial_reporting',
  'banking',
  'accounting_rules',
  'vat',
  'audit',
  's75',
  'exit',
] as const

const modelInWords = { own_budgets: 'kept by each partner', aligned: 'aligned', pooled: 'pooled' } as const

function* wordFaults({ intake, answers }: RuleContext): Generator<Fault> {
  const model = intake.budget_model
  if (!model) return
  const related = [{ at: ['budget_model'], message: `The model here is ${model}` }]
  const foreign = model === 'pooled' ? alignedWords : pooledWords
  for (const { at, text } of textsUnder(intake, places))
    for (const found of text.matchAll(foreign)) {
      if (turned.test(text.slice(Math.max(0, found.index - 60), found.index))) continue
      yield {
        at,
        message: `The budget is ${modelInWords[model]}, but the words here speak of '${found[0]}'`,
        related,
      }
      break
    }
  if (model !== 'pooled' && intake.pool?.administrator && !answers.stateOf(['pool']))
    yield {
      at: ['pool', 'administrator'],
      message: `The budget is ${modelInWords[model]}, yet ${partnerName(intake, intake.pool.administrator)} is to administer a pool`,
      related,
    }
}

export const budgetModelRules: readonly Rule[] = [
  {
    code: 'FIN-14',
    severity: 'error',
    owner: 'finance',
    stage: 'draft',
    source: 'Code 9.9; 9.11',
    requirements: ['R071', 'R073'],
    *find(context) {
      const { intake, conditions } = context
      if (!conditions.pooled) return
      const aside = setAside(context, 'pool', 'administrator')
      if (aside)
        yield {
          at: aside.at,
          message: `The budget is pooled, yet its administrator is answered ${aside.words}`,
        }
      const administrator = partnerOf(intake, intake.pool?.administrator)
      const name = partnerName(intake, administrator?.id)
      const at = ['pool', 'administrator']
      if (administrator?.legal_personality === false)
        yield { at, message: `${name} is to administer the pool, but is no person in law` }
      else if (administrator?.sector && administrator.sector !== 'public')
        yield {
          at,
          severity: 'warning',
          message: `${name} is to administer the pool, but is not a public body`,
        }
    },
  },
  {
    code: 'FIN-15',
    severity: 'warning',
    owner: 'finance',
    stage: 'draft',
    source: 'Code 9.8',
    requirements: ['R070'],
    find: wordFaults,
  },
]
