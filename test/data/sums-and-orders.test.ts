/** The sums, scores and dates of the complete examples agree with the Code's rules, so that they raise no finding. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCouncil } from '../../src/provisions/council.ts'
import { readInterpretations } from '../../src/provisions/interpretations.ts'
import { asAt, communityEquipment, complete, familyHubs } from './examples.ts'

const dataOf = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')
const council = readCouncil(dataOf('council.yaml')).value!
const { readings } = readInterpretations(dataOf('code/interpretations.yaml')).value!
const sum = (numbers: readonly (number | undefined)[]) =>
  numbers.reduce<number>((total, n) => total + (n ?? 0), 0)

/** Fails unless the dates stand in order; equal days may follow each other. */
function inOrder(...dates: readonly (readonly [string, string | undefined])[]) {
  for (const [name, date] of dates) expect(date, name).toBeDefined()
  const written = dates.map(([name, date]) => `${date} ${name}`)
  const days = dates.map(([, date]) => date!)
  expect(days, written.join(', ')).toEqual(days.toSorted())
}

/** The day a whole number of months after another. */
const addMonths = (iso: string, months: number) => {
  const [year, month, day] = iso.split('-').map(Number)
  return new Date(Date.UTC(year!, month! - 1 + months, day!)).toISOString().slice(0, 10)
}

describe('money', () => {
  test.each([familyHubs, communityEquipment])(
    '$name: contributions add up to the total, year by year in one proportion',
    ({ answers }) => {
      const { contributions = [], finance } = answers.intake
      expect(sum(contributions.map(c => c.amount))).toBe(finance?.total)
      const years = [...new Set(contributions.map(c => c.year))]
      const councilShare = (year: string | undefined) => {
        const ofYear = contributions.filter(c => c.year === year)
        return (
          sum(ofYear.filter(c => c.partner === 'council').map(c => c.amount)) / sum(ofYear.map(c => c.amount))
        )
      }
      expect(new Set(years.map(year => councilShare(year).toFixed(6))).size).toBe(1)
    },
  )

  test('the grant lines add up to the grant, which ends no later than the term', () => {
    const { contributions = [], grant, term } = familyHubs.answers.intake
    expect(sum(contributions.filter(c => c.kind === 'grant').map(c => c.amount))).toBe(grant?.amount)
    inOrder(
      ['start', term?.start],
      ['grant start', grant?.start],
      ['last spending', grant?.eligible_spend_end],
      ['end', term?.end],
    )
    expect(grant?.end).toBe(term?.end)
  })

  test('shares of claw-back, overspend and risk add up to 100', () => {
    const { grant } = familyHubs.answers.intake
    const { overspend, s75 } = communityEquipment.answers.intake
    for (const shares of [grant?.clawback_shares, overspend?.shares, s75?.risk_share]) {
      expect(sum((shares ?? []).map(s => s.share))).toBe(100)
    }
  })

  test('grant records are kept at least as long as the funder asks', () => {
    const { grant, retention = [] } = familyHubs.answers.intake
    expect(retention.find(r => r.class?.includes('grant claims'))?.years).toBeGreaterThanOrEqual(
      grant?.retention_years ?? 99,
    )
  })

  test('sums above the constitution’s limit have the Executive’s approval', () => {
    for (const { answers } of complete) {
      const pounds = (answers.intake.finance?.total ?? 0) / 100
      expect(answers.intake.approvals?.executive?.needed).toBe(pounds > council.approvals.executive_over)
    }
  })
})

describe.each(complete)('$name: dates', ({ answers: { intake } }) => {
  const { approvals, declaration, consultation = [], early_views: views, term, review } = intake

  test('views come before talks, talks before approval in principle, and that before any commitment', () => {
    inOrder(
      ['procurement', views?.procurement?.date],
      ['first talks', views?.first_discussion_date],
      ['in principle', approvals?.in_principle?.date],
    )
    inOrder(['legal', views?.legal?.date], ['first talks', views?.first_discussion_date])
    if (intake.commitments_started_on) {
      inOrder(['in principle', approvals?.in_principle?.date], ['commitment', intake.commitments_started_on])
    }
  })

  test('advice, written approvals, partners’ approvals, declaration and start follow in that order', () => {
    const advised = consultation
      .map(row => row.date)
      .toSorted()
      .at(-1)
    const partners = (approvals?.partners ?? [])
      .map(p => p.date)
      .toSorted()
      .at(-1)
    expect(approvals?.partners?.map(p => p.partner)).toEqual(intake.partners?.map(p => p.id))
    inOrder(['advice', advised], ['legal', approvals?.legal?.date], ['director', approvals?.director?.date])
    inOrder(
      ['advice', advised],
      ['finance', approvals?.finance?.date],
      ['director', approvals?.director?.date],
    )
    inOrder(
      ['director', approvals?.director?.date],
      ['declaration', declaration?.date],
      ['as at', asAt],
      ['start', term?.start],
    )
    inOrder(['partners', partners], ['declaration', declaration?.date])
    if (approvals?.executive?.needed)
      inOrder(['executive', approvals.executive.date], ['director', approvals.director?.date])
  })

  test('the first review falls within twelve months and before the end', () => {
    inOrder(
      ['start', term?.start],
      ['review', review?.first_date],
      ['a year on', addMonths(term!.start!, 12)],
    )
    if (term?.end) inOrder(['review', review?.first_date], ['end', term.end])
  })

  test('secondments stay within the term and under two years', () => {
    for (const secondment of intake.secondments ?? []) {
      inOrder(['start', term?.start], ['from', secondment.start], ['to', secondment.end], ['end', term?.end])
      inOrder(['to', secondment.end], ['two years on', addMonths(secondment.start!, 24)])
    }
  })
})

test('the accountable body was approved and its risks assessed before it was nominated', () => {
  const { approvals, accountable_body: body, risks = [] } = familyHubs.answers.intake
  const risk = risks.find(r => r.id === body?.risk_ref)
  for (const date of [
    approvals?.accountable_body?.finance?.date,
    approvals?.accountable_body?.legal?.date,
    approvals?.accountable_body?.executive?.date,
    risk?.identified,
  ]) {
    inOrder(['before', date], ['nominated', body?.nominated_date])
  }
})

describe.each(complete)('$name: risks', ({ answers: { intake } }) => {
  const { risks = [], opportunities = [] } = intake

  test.each(risks.map(risk => [risk.id, risk] as const))(
    '%s is scored, banded, owned and controlled as the Code asks',
    (_, risk) => {
      const residual = risk.impact! * risk.likelihood!
      expect(risk.residual).toBe(residual)
      expect([1, 2, 3, 4, 6, 8, 9, 12, 16]).toContain(risk.target)
      expect(risk.target).toBeLessThanOrEqual(residual)
      const four = readings.Z1
      expect(risk.rating).toBe(
        residual >= 8 ? 'high' : residual > 4 ? 'medium' : residual === 4 ? four : 'low',
      )
      const planned = risk.controls_planned ?? []
      if (risk.target! < residual || risk.rating === 'high') expect(planned.length).toBeGreaterThan(0)
      if (risk.rating === 'high') {
        expect(risk.escalated_to).toBeTruthy()
        expect(risk.strategy).not.toBe('accept')
        inOrder(['identified', risk.identified], ['escalated', risk.escalated_on], ['as at', asAt])
      }
      inOrder(['as at', asAt], ['review', risk.review])
      for (const control of planned) inOrder(['as at', asAt], ['due', control.due])
    },
  )

  test('a risk of score four and an opportunity are among them', () => {
    expect(risks.map(r => r.residual)).toContain(4)
    expect(opportunities.length).toBeGreaterThan(0)
  })
})

test('the family hubs register has ten risks or more, some of them high', () => {
  const { risks = [] } = familyHubs.answers.intake
  expect(risks.length).toBeGreaterThanOrEqual(10)
  expect(risks.filter(r => r.rating === 'high').length).toBeGreaterThanOrEqual(2)
})

describe.each(complete)('$name: the board', ({ answers: { intake } }) => {
  test('has a quorum of more than half its votes and no more than all', () => {
    const votes = sum((intake.board?.seats ?? []).filter(s => s.voting).map(s => s.number))
    expect(intake.decisions?.quorum).toBeGreaterThan(votes / 2)
    expect(intake.decisions?.quorum).toBeLessThanOrEqual(votes)
  })
})
