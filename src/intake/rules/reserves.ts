/** Words about a reserve of the partnership in; whether what the agreement does with underspends lets there be one, out. */
import type { Intake } from '../schema.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { sentenceAround, textsUnder } from './texts.ts'

/** Where a reserve is promised or drawn on. What registers of risk say is how a partner looks after its own. */
const places = [
  'services',
  'finance',
  'contributions',
  'pool',
  'overspend',
  'underspend',
  'vat',
  'recharge',
  'grant',
  'accountable_body',
  's75',
  'termination',
  'exit',
  'checklists',
] as const

const reserve = /\b(?:reserves?|contingency funds?)\b/gi

/** A reserve that is somebody's own, of another kind, or none at all. */
const otherReserve =
  /\b(?:its|their|own|general|council’s|council's|charity’s|charity's|trust’s|trust's|earmarked|nature|no|without|nor any)(?: \w+)? (?:reserves?|contingency funds?)\b|\breserves? (?:the right|the power)\b|\breserves? of (?:the|each|every) \w+\b/i

/** Words that say where the money comes from, other than from what is left over. */
const fedFrom =
  /\bcontribut\w+|\b(?:pays?|paid|puts?|put) in(?:to)?\b|\bbudgeted\b|\bbudget line\b|\blevy\b|\bincome\b|\bown (?:money|funds|resources)\b/i

const fedFromUnderspend =
  /\bunder-?spen\w+|\bunspent\b|\bsavings?\b|\bsurplus\w*|\bleft over\b|\b(?:is|remains|what is) left\b/i
const fedFromGrant = /\b(?:from|out of|with) (?:the |any |unspent )?grant\b/i

interface Reserve {
  readonly at: Fault['at']
  readonly sentence: string
}

/** Every sentence that speaks of a reserve of the partnership, in the order of the file. */
const reservesIn = (intake: Intake): readonly Reserve[] =>
  textsUnder(intake, places).flatMap(({ at, text }) =>
    [...text.matchAll(reserve)]
      .map(found => sentenceAround(text, found.index, found.index + found[0].length))
      .filter(sentence => !otherReserve.test(sentence))
      .map(sentence => ({ at, sentence })),
  )

const back = {
  return_pro_rata: 'returned to the partners',
  return_to_funder: 'returned to the funder',
} as const

/** What becomes of an underspend, where it leaves the partnership; undefined where it stays or nobody has said. */
const goesBack = ({ underspend }: Intake): string | undefined =>
  back[underspend?.rule as keyof typeof back] as string | undefined

const ruleAt = { at: ['underspend', 'rule'], message: 'The rule for an underspend stands here' } as const

/** A reserve that is to be made of what the rule for underspends gives away: both cannot be done. */
export function* reserveConflicts({ intake }: RuleContext): Generator<Fault> {
  const rule = goesBack(intake)
  const fed = rule && reservesIn(intake).find(({ sentence }) => fedFromUnderspend.test(sentence))
  if (fed)
    yield {
      at: fed.at,
      message: `A reserve is to be made of what is left over, but an underspend is ${rule}`,
      hint: 'Ask Finance which is meant: carry underspends forward, or feed the reserve from contributions.',
      related: [ruleAt],
    }
}

function* unfedReserves({ intake, conditions }: RuleContext): Generator<Fault> {
  const reserves = reservesIn(intake)
  const [first] = reserves
  if (!first) return
  const ofGrant = conditions.grant ? reserves.find(({ sentence }) => fedFromGrant.test(sentence)) : undefined
  if (ofGrant)
    yield {
      at: ofGrant.at,
      message: 'A reserve is to be made of grant, but grant that is not spent goes back to the funder',
      hint: 'Ask the funder in writing whether its terms allow a reserve, or feed it from the partners’ own contributions.',
    }
  const rule = goesBack(intake)
  const isFed = reserves.some(
    ({ sentence }) =>
      fedFrom.test(sentence) || fedFromUnderspend.test(sentence) || fedFromGrant.test(sentence),
  )
  if (rule && !isFed)
    yield {
      at: first.at,
      message: `A reserve is to be kept, but an underspend is ${rule}, and no answer says what the reserve is made of`,
      related: [ruleAt],
    }
}

export const reserveRules: readonly Rule[] = [
  {
    code: 'FIN-23',
    severity: 'warning',
    owner: 'finance',
    stage: 'draft',
    source: 'Code 9.1; App 4 E',
    requirements: ['R059', 'R123'],
    find: unfedReserves,
  },
]
