/** Derived answers: worked examples, and what must hold for any amounts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandOfScore,
  deriveAnswers,
  derivedFields,
  partnerDerivedFields,
  riskDerivedFields,
} from '../../src/intake/derive.ts'
import { suggestedReadings } from '../../src/intake/readings.ts'
import type { Intake } from '../../src/intake/schema.ts'

const partners: Intake['partners'] = [
  { id: 'voice', is_host_council: false, foi_body: false },
  { id: 'council', legal_form: 'council', is_host_council: true, foi_body: true },
  { id: 'trust', is_host_council: false, foi_body: true },
]

const pounds = (amount: number) => amount * 100

describe('partners', () => {
  test('the host, the others and the public authorities are given by their positions', () => {
    expect(deriveAnswers({ partners }).views).toEqual({ host: 1, others: [0, 2], public_authorities: [1, 2] })
  })

  test('without a host nobody is "the others"', () => {
    expect(deriveAnswers({ partners: [{ id: 'voice' }] }).views).toEqual({
      host: undefined,
      others: [],
      public_authorities: [],
    })
  })
})

test('the host council is also called the Council, unless that is its short name', () => {
  const called = (short_name: string, is_host_council: boolean) =>
    deriveAnswers({ partners: [{ id: 'a', short_name, is_host_council }] }).partners[0]!.also_council
  expect(called('Northvale Council', true)).toBe(true)
  expect(called('the Council', true)).toBe(false)
  expect(called('Kinfolk', false)).toBe(false)
})

test.each([
  ['- One.\n- Two.', true],
  ['\n  - One.\n\nThen words.', true],
  ['Words first:\n- One.', false],
  ['-One', false],
  [undefined, false],
])('whether a list opens the background %j: %s', (background, says) => {
  expect(deriveAnswers({ ...(background && { background }) }).top.background_starts_with_list).toBe(says)
})

describe('seats', () => {
  const board = {
    seats: [
      { partner: 'council', number: 2, voting: true },
      { partner: 'voice', number: 1, voting: true },
      { partner: 'council', number: 1, voting: false },
    ],
  }

  test('are counted in all, with a vote, and for each partner', () => {
    const derived = deriveAnswers({ partners, board })
    expect(derived.top).toMatchObject({ total_seats: 4, voting_seats: 3 })
    expect(derived.partners.map(partner => partner.seats)).toEqual([1, 3, 0])
  })

  test('are unknown while one number is missing, but only where it counts', () => {
    const derived = deriveAnswers({
      partners,
      board: { seats: [...board.seats, { partner: 'trust', voting: false }] },
    })
    expect(derived.top.total_seats).toBeUndefined()
    expect(derived.top.voting_seats).toBe(3)
    expect(derived.partners.map(partner => partner.seats)).toEqual([1, 3, undefined])
  })
})

describe('contributions', () => {
  const contributions = [
    { partner: 'council', year: '2026/27', amount: pounds(60_000) },
    { partner: 'voice', year: '2026/27', amount: pounds(30_000.5) },
    { partner: 'council', year: '2027/28', amount: pounds(60_000) },
  ]

  test('are added up in all, by partner with its share, and by year', () => {
    expect(deriveAnswers({ contributions }).top).toMatchObject({
      contributions_total: pounds(150_000.5),
      contributions_by_partner: [
        { partner: 'council', amount: pounds(120_000), share: 80 },
        { partner: 'voice', amount: pounds(30_000.5), share: 20 },
      ],
      contributions_by_year: [
        { year: '2026/27', amount: pounds(90_000.5) },
        { year: '2027/28', amount: pounds(60_000) },
      ],
    })
  })

  test('one missing amount leaves unknown what it is part of, and nothing else', () => {
    const { top } = deriveAnswers({
      contributions: [...contributions, { partner: 'voice', year: '2027/28' }],
    })
    expect(top.contributions_total).toBeUndefined()
    expect(top.contributions_by_partner).toEqual([
      { partner: 'council', amount: pounds(120_000) },
      { partner: 'voice' },
    ])
    expect(top.contributions_by_year).toEqual([
      { year: '2026/27', amount: pounds(90_000.5) },
      { year: '2027/28' },
    ])
  })

  test('of the Council’s own money no grant is part that passes through it, and it is unknown while a row does not say which it is', () => {
    const partners = [{ id: 'council', is_host_council: true }, { id: 'voice' }]
    const [first, ...others] = contributions.map(row => ({ ...row, kind: 'cash' as const }))
    const own = (kind?: 'cash' | 'grant') =>
      deriveAnswers({ partners, contributions: [{ ...first, kind }, ...others] }).top
        .contributions_council_own
    expect(own('cash')).toBe(pounds(120_000))
    expect(own('grant')).toBe(pounds(60_000))
    expect(own()).toBeUndefined()
  })

  test('three equal parts print as shares that add up to 100', () => {
    const equal = ['a', 'b', 'c'].map(partner => ({ partner, year: '2026/27', amount: 100 }))
    const shares = deriveAnswers({ contributions: equal }).top.contributions_by_partner?.map(
      ({ share }) => share,
    )
    expect(shares).toEqual([33.34, 33.33, 33.33])
  })

  test('shares always add up to 100 and differ from the true share by less than a hundredth', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(amounts, list => {
        fc.pre(list.some(amount => amount > 0))
        const rows = list.map((amount, index) => ({ partner: `p${index}`, year: '2026/27', amount }))
        const { contributions_by_partner: shared, contributions_total: whole } = deriveAnswers({
          contributions: rows,
        }).top
        const hundredths = shared!.map(({ share }) => Math.round(share! * 100))
        expect(hundredths.reduce((a, b) => a + b)).toBe(10_000)
        list.forEach((amount, index) => {
          expect(Math.abs(hundredths[index]! - (amount / whole!) * 10_000)).toBeLessThan(1)
        })
      }),
    )
  })

  test('no contributions leave no totals; contributions of nothing have no shares', () => {
    expect(Object.keys(deriveAnswers({}).top).filter(key => /contribution|seats/.test(key))).toEqual([])
    const none = deriveAnswers({ contributions: [{ partner: 'a', year: '2026/27', amount: 0 }] }).top
    expect(none.contributions_by_partner).toEqual([{ partner: 'a', amount: 0 }])
  })
})

describe('the years in which a claim may be brought', () => {
  test.each([
    ['deed', 12],
    ['seal', 12],
    ['under_hand', 6],
  ] as const)('by %s: %i', (method, years) => {
    expect(deriveAnswers({ partners: [{ execution: { method } }] }).top.limitation_years).toBe(years)
  })

  test('are unknown while a partner has not said how it signs', () => {
    expect(
      deriveAnswers({ partners: [{ execution: { method: 'under_hand' } }, {}] }).top.limitation_years,
    ).toBeUndefined()
  })
})

describe('risks', () => {
  test('have the score and bands that impact, likelihood and target give', () => {
    const risks: Intake['risks'] = [
      { id: 'a', impact: 4, likelihood: 4, target: 6 },
      { id: 'b', impact: 2, likelihood: 2, target: 5 },
      { id: 'c', impact: 1 },
    ]
    expect(deriveAnswers({ risks }).risks).toEqual([
      { reference: 'R1', score: 16, band: 'high', target_band: 'medium' },
      { reference: 'R2', score: 4, band: 'medium' },
      { reference: 'R3' },
    ])
    expect(deriveAnswers({ risks }, { ...suggestedReadings, Z1: 'low' }).risks[1]).toEqual({
      reference: 'R2',
      score: 4,
      band: 'low',
    })
  })

  test('have bands exactly where the matrix has scores', () => {
    const products = new Set(
      [1, 2, 3, 4].flatMap(impact => [1, 2, 3, 4].map(likelihood => impact * likelihood)),
    )
    for (let score = 0; score <= 17; score += 1)
      expect(bandOfScore(score) !== undefined, `${score}`).toBe(products.has(score))
  })
})

test('every derived answer is one that templates can name', () => {
  const contributions = [{ partner: 'council', year: '2026/27', amount: 1, kind: 'cash' as const }]
  const board = { seats: [{ partner: 'council', number: 1, voting: true }] }
  const derived = deriveAnswers({
    partners,
    board,
    contributions,
    s75: { host_partner: 'council' },
    risks: [{ impact: 1, likelihood: 4, target: 1 }],
  })
  expect(derivedFields.safeParse(derived.top).success).toBe(true)
  for (const partner of derived.partners) expect(partnerDerivedFields.safeParse(partner).success).toBe(true)
  for (const risk of derived.risks) expect(riskDerivedFields.safeParse(risk).success).toBe(true)
  const views = Object.keys(derived.views)
  const named = [...Object.keys(derived.top), 'limitation_years', ...views]
  expect(Object.keys(derivedFields.shape).filter(key => !named.includes(key))).toEqual([])
})
