/** Rules on secondments: consent, length, section 113, the two employers, VAT on the recharge, and how it ends. */
import type { Key } from '../answers.ts'
import { nhsForms } from '../condition-tests.ts'
import { formatDate } from '../format.ts'
import { capital } from './capital.ts'
import { formLabel } from './labels.ts'
import { monthsLater } from './months-later.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { type Secondment, secondmentName } from './secondment-issues.ts'
import { setAside } from './set-aside.ts'

interface Seconded {
  readonly item: Secondment
  readonly index: number
  readonly name: string
  readonly at: (key: keyof Secondment) => readonly Key[]
}

const secondedIn = ({ intake }: RuleContext): readonly Seconded[] =>
  (intake.secondments ?? []).map((item, index) => ({
    item,
    index,
    name: secondmentName(item, index),
    at: key => ['secondments', index, key],
  }))

/** The longest secondment that raises no doubt about who the employer has become. */
const longestMonths = 24

function* consentFaults(context: RuleContext): Generator<Fault> {
  for (const { item, name, at } of secondedIn(context)) {
    const hasBegun = item.start !== undefined && item.start <= context.asAt
    if (item.employee_consented === false)
      yield {
        at: at('employee_consented'),
        ...(hasBegun ? { severity: 'error' as const } : {}),
        message:
          hasBegun && item.start
            ? `The secondment of ${name} began on ${formatDate(item.start)}, and the employee has not consented`
            : `The employee has not yet consented to the secondment of ${name}`,
      }
  }
}

function* lengthFaults(context: RuleContext): Generator<Fault> {
  for (const { item, name, at } of secondedIn(context)) {
    const aside = setAside(context, ...at('end'))
    if (aside && aside.at.length > 1) yield { at: aside.at, message: `The secondment of ${name} has no end` }
    const { start, end } = item
    if (start && end && end >= monthsLater(start, longestMonths))
      yield {
        at: at('end'),
        message: `The secondment of ${name} runs from ${formatDate(start)} to ${formatDate(end)}, which is more than two years`,
        related: [{ at: at('start'), message: 'The start stands here' }],
      }
  }
}

type Form = NonNullable<ReturnType<typeof partnerOf>>['legal_form']

/** Bodies that count as local authorities for section 113, or may: combined and fire authorities do for most purposes. */
const authorities: readonly Form[] = ['council', 'combined_or_strategic_authority', 'fire_authority']
/** Health bodies for section 113, as far as the legal form shows. */
const healthBodies: readonly Form[] = [...(nhsForms as Form[]), 'secretary_of_state']

function* section113Faults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  for (const { item, name, at } of secondedIn(context)) {
    if (!item.s113) continue
    const ends = [item.from, item.to].map(id => partnerOf(intake, id))
    const stranger = ends.find(
      partner =>
        partner?.legal_form !== undefined &&
        partner.legal_form !== 'other' &&
        !authorities.includes(partner.legal_form) &&
        !healthBodies.includes(partner.legal_form),
    )
    if (stranger?.legal_form)
      yield {
        at: at('s113'),
        message: `The secondment of ${name} is said to be under section 113, but ${partnerName(intake, stranger.id)} is ${formLabel(stranger.legal_form)}, which that section does not cover`,
        related: [
          {
            at: at(stranger.id === item.from ? 'from' : 'to'),
            message: `${partnerName(intake, stranger.id)} is named here`,
          },
        ],
      }
    else if (ends.every(partner => partner && healthBodies.includes(partner.legal_form)))
      yield {
        at: at('s113'),
        message: `The secondment of ${name} is said to be under section 113, but neither side is a council`,
      }
  }
}

const outside =
  /\boutside (?:the )?scope\b|\bout of scope\b|\bno VAT\b|\bno supply\b|\bnot (?:a )?(?:taxable|subject)\b/i
const taxed =
  /\bstandard[- ]rated?\b|\b20 ?(?:%|per ?cent)|\btaxable\b|\bVAT (?:is )?(?:added|charged|due)\b/i
/** Facts that can take a charge outside VAT without section 113. */
const otherGround =
  /\bjoint(?:ly)?\b|\bVAT group\b|\bconcession\b|\bstatut|\bspecial legal regime\b|\bHMRC\b|\bruling\b/i

function* vatFaults(context: RuleContext): Generator<Fault> {
  for (const { item, name, at } of secondedIn(context)) {
    const { vat, recharge_pct: share, s113 } = item
    const related = [{ at: at('s113'), message: 'The answer about section 113 stands here' }]
    if (share === undefined || share === 0) continue
    const aside = setAside(context, ...at('vat'))
    if (aside?.words === 'none' && aside.at.length > 1)
      yield {
        at: aside.at,
        message: `The host repays ${share}% of the cost of the secondment of ${name}, but the VAT on it is answered ${aside.words}`,
        related: [{ at: at('recharge_pct'), message: 'The recharge stands here' }],
      }
    if (vat === undefined || s113 === undefined) continue
    const isTaxed = taxed.test(vat.replace(/\bnot (?:a )?taxable\b|\bno VAT\b.*$/gi, ''))
    if (!s113 && outside.test(vat) && !otherGround.test(vat))
      yield {
        at: at('vat'),
        message: `The recharge for the secondment of ${name} is said to bear no VAT, but the secondment is not under section 113, and staff lent on ordinary terms are as a rule taxable`,
        related,
      }
    if (s113 && isTaxed && !outside.test(vat))
      yield {
        at: at('vat'),
        message: `VAT is to be charged for the secondment of ${name}, but it is under section 113, where the charge is as a rule outside the scope of VAT`,
        related,
      }
  }
}

function* endingFaults(context: RuleContext): Generator<Fault> {
  for (const { name, at } of secondedIn(context))
    for (const [key, words] of [
      ['return_terms', 'the terms on which the employee returns'],
      ['redundancy', 'who bears a redundancy cost'],
      ['liability', 'who answers for what the employee does'],
      ['discipline', 'who investigates and who decides on discipline'],
    ] as const) {
      const aside = setAside(context, ...at(key))
      if (aside?.words === 'none' && aside.at.length > 1)
        yield {
          at: aside.at,
          message: `The secondment of ${name} leaves open ${words}: the answer is none`,
        }
    }
}

const base = { severity: 'warning', owner: 'hr', stage: 'draft' } as const

export const secondmentRules: readonly Rule[] = [
  {
    ...base,
    code: 'SEC-02',
    stage: 'sign_off',
    source: 'Code 10.6; LGA 1972 s113',
    requirements: ['R089'],
    find: consentFaults,
  },
  {
    ...base,
    code: 'SEC-03',
    source: 'Code 10.6; SI 2006/246 reg 3',
    requirements: ['R089', 'R128'],
    find: lengthFaults,
  },
  {
    ...base,
    code: 'SEC-04',
    severity: 'error',
    owner: 'legal',
    source: 'LGA 1972 s113',
    requirements: ['R089'],
    find: section113Faults,
  },
  {
    ...base,
    code: 'SEC-05',
    owner: 'finance',
    source: 'HMRC VATGPB8860; Code 9.12',
    requirements: ['R089', 'R168'],
    find: vatFaults,
  },
  {
    ...base,
    code: 'SEC-06',
    severity: 'error',
    source: 'Code 10.6',
    requirements: ['R089'],
    *find(context) {
      for (const { item, name, at } of secondedIn(context))
        if (item.from !== undefined && item.from === item.to)
          yield {
            at: at('to'),
            message: `${capital(name)} is seconded by ${partnerName(context.intake, item.from)} to itself`,
            related: [{ at: at('from'), message: 'The employer stands here' }],
          }
    },
  },
  { ...base, code: 'SEC-07', source: 'Code 10.6; 10.7', requirements: ['R089'], find: endingFaults },
]
