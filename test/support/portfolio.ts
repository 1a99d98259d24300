/**
 * A seed and a number in, that many made-up partnerships out as intakes in YAML: the same for the same seed, on any
 * machine. Some are overdue for review, some duplicate another, some wait for approvals, some rest on law that has
 * gone, some cannot be read at all; with and without money, grants, secondments and an accountable body.
 */
import { stringify } from 'yaml'
import { answersOf } from './portfolio/answers.ts'
import { areas, type Body, bodies, personName } from './portfolio/bodies.ts'
import { type Chance, chanceFrom } from './portfolio/chance.ts'
import { approvalNames, type Contribution, daysLater, type Plan, portfolioDay } from './portfolio/plan.ts'
import { type Theme, themes } from './portfolio/themes.ts'

export { type Plan, portfolioDay } from './portfolio/plan.ts'

export interface Synthetic {
  /** A file name of its own: `p-0007.yaml`. */
  readonly file: string
  readonly text: string
  /** Left out where the file cannot be read. */
  readonly plan?: Plan
  /** The file name of the partnership whose partners and aims it has. */
  readonly duplicates?: string
  /** In what way it cannot be read. */
  readonly broken?: string
}

/** Ways in which a file goes wrong between an officer and a folder. */
const breakages: Readonly<Record<string, (text: string) => string>> = {
  'cut off in the middle of a list': text => `${text.slice(0, 900)}\npartners: [`,
  'a date that does not exist': text => text.replace(/^ {2}start: .*$/m, '  start: 2026-02-30'),
  'a partner who is not in the list': text => text.replace('party: council', 'party: nobody-at-all'),
  'no answers at all': () => '',
  'running text': () => 'Minutes of the meeting of the Board, 4 March.\n',
}

/** Makes a portfolio. One in 45 cannot be read, one in 19 duplicates an earlier one, and some in ten are overdue for review. */
export function makePortfolio(seed: number, count: number): readonly Synthetic[] {
  const chance = chanceFrom(seed)
  const pairs = chance.some(
    themes.flatMap(theme => areas.map(area => [theme, area] as const)),
    themes.length * areas.length,
  )
  const made: Synthetic[] = []
  for (let number = 1; number <= count; number++) {
    const file = `p-${String(number).padStart(4, '0')}.yaml`
    const [theme, area] = pairs[(number - 1) % pairs.length]!
    const round = Math.floor((number - 1) / pairs.length)
    const earlier = made.filter(m => m.plan && m.duplicates === undefined)
    const like = number % 19 === 0 ? chance.pick(earlier) : undefined
    const fresh = planOf(chance, number, theme, round === 0 ? area : `${area} ${round + 1}`)
    const plan = like ? duplicate(fresh, like.plan!) : fresh
    const text = stringify(answersOf(plan), { lineWidth: 110 })
    const isBroken = !like && number % 45 === 0
    if (isBroken) {
      const broken = Object.keys(breakages)[Math.floor(number / 45) % 5]!
      made.push({ file, text: breakages[broken]!(text), broken })
    } else made.push({ file, text, plan, ...(like && { duplicates: like.file }) })
  }
  return made
}

/** The same partners and the same aims in nearly the same words, under a name of its own. */
const duplicate = ({ dependent: _, grant: __, ...plan }: Plan, like: Plan): Plan => ({
  ...plan,
  name: `${like.name.replace(/ Partnership$/, '')} Alliance ${plan.number}`,
  theme: like.theme,
  partners: like.partners,
  aims: like.aims.map((aim, i) => (i === 0 ? aim : `${aim} than today`)),
  contributions: like.theme.hasMoney ? contributionsFrom(plan.start, 1, [2500], like.partners) : [],
  ...(like.grant && {
    grant: { funder: 'the Northvale Foundation', end: daysLater(plan.start, 360), accountableBody: false },
    contributions: [
      ...contributionsFrom(plan.start, 1, [2500], like.partners),
      { partner: 'council', year: yearOf(plan.start), amount: 4000, kind: 'grant' as const },
    ],
  }),
  secondments: like.theme.hasMoney ? plan.secondments : [],
  flows: like.theme.hasMoney ? plan.flows : 0,
})

function planOf(chance: Chance, number: number, theme: Theme, area: string): Plan {
  const partners = chance.some(bodies, chance.int(1, 4))
  const start = daysLater('2024-04-01', chance.int(0, 1300))
  const isSigned = start < portfolioDay
  const years = chance.int(1, 4)
  const end = daysLater(start, years * 365 - 1)
  const isFixed = theme.type === 'grant_programme' || chance.often(0.6)
  const firstReview = daysLater(start, chance.int(200, 360))
  const hasGrant = theme.type === 'grant_programme'
  const contributions: Contribution[] = theme.hasMoney
    ? contributionsFrom(start, years, [chance.int(1, 90) * 500, chance.int(100, 99_999) / 100], partners)
    : []
  const small = partners.find(p => p.isSmall)
  return {
    number,
    reference: `NBC-P-${String(number).padStart(4, '0')}`,
    name: `${area} ${theme.topic} Partnership`,
    area,
    theme,
    aims: theme.aims,
    partners,
    start,
    ...(isFixed && { end }),
    firstReview,
    ...(firstReview < portfolioDay &&
      chance.often(0.7) && { lastHeld: daysLater(portfolioDay, -chance.int(5, 420)) }),
    ...(isSigned && { signedOn: daysLater(start, -chance.int(3, 20)) }),
    contributions: hasGrant
      ? [
          ...contributions,
          ...yearsFrom(start, years).map(year => ({
            partner: 'council',
            year,
            amount: 20_000 + (number % 9) * 2500,
            kind: 'grant' as const,
          })),
        ]
      : contributions,
    ...(hasGrant && {
      grant: { funder: 'the Northvale Foundation', end, accountableBody: chance.often(0.6) },
    }),
    secondments:
      theme.hasMoney && chance.often(0.25)
        ? [{ id: 'worker', start: daysLater(start, 10), end: daysLater(start, 300) }]
        : [],
    flows: theme.hasMoney && chance.often(0.35) ? chance.int(1, 3) : 0,
    risks: Array.from({ length: chance.int(1, 5) }, (_, i) => ({
      id: `risk-${i + 1}`,
      impact: chance.int(1, 4),
      likelihood: chance.int(1, 4),
    })),
    councillors: Array.from({ length: chance.int(0, 2) }, (_, i) => ({
      name: `Councillor ${personName(number + 20 + i)}`,
      ...(chance.often(0.8) && { trained: daysLater(start, -chance.int(20, 60)) }),
    })),
    outstanding: isSigned || chance.often(0.5) ? [] : chance.some(approvalNames, chance.int(1, 3)),
    ...(small && chance.often(0.3) && { dependent: small.id }),
    ...(chance.often(0.06) && { staleLaw: 'All staff hold a check by the Criminal Records Bureau.' }),
  }
}

/** `2026-27` for any day from 1 April 2026 to 31 March 2027. */
function yearOf(iso: string): string {
  const [year = 0, month = 0] = iso.split('-').map(Number)
  const first = month >= 4 ? year : year - 1
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`
}

const yearsFrom = (start: string, years: number): string[] =>
  Array.from({ length: years }, (_, i) => yearOf(daysLater(start, i * 365)))

/** What the council, and the first of the partners, pay in each year. */
const contributionsFrom = (
  start: string,
  years: number,
  amounts: readonly number[],
  partners: readonly Body[],
): Contribution[] =>
  [...new Set(yearsFrom(start, years))].flatMap(year =>
    amounts.map((amount, i) => ({
      partner: i === 0 ? 'council' : partners[0]!.id,
      year,
      amount: Number.isInteger(amount)
        ? amount
        : `£${amount.toLocaleString('en-GB', { minimumFractionDigits: 2 })}`,
      kind: 'cash' as const,
    })),
  )
