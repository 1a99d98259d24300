/** The rules on purpose, governance, conduct, ending, checklists, old law and conflicting answers: their words, and when they are silent. */
import { describe, expect, it } from 'vitest'
import { codes } from '../../../src/findings/codes.ts'
import type { Finding } from '../../../src/findings/finding.ts'
import type { Answers } from '../../../src/intake/answers.ts'
import { readAnswers } from '../../../src/intake/read.ts'
import { isBare } from '../../../src/intake/rules/checklist-answers.ts'
import { conflictingPaths } from '../../../src/intake/rules/conflicting-paths.ts'
import { governanceRules } from '../../../src/intake/rules/governance.ts'
import { datesIn, readNumber } from '../../../src/intake/rules/number-words.ts'
import { runRules } from '../../../src/intake/rules/run-rules.ts'
import type { Intake } from '../../../src/intake/schema.ts'
import { complete } from '../../data/examples.ts'
import { asAt, settings } from '../../support/rule-settings.ts'

const ours = new Set<string>(governanceRules.map(({ code }) => code))
const of = (answers: Answers): readonly Finding[] =>
  runRules(answers, settings, asAt).filter(({ code }) => ours.has(code))
const findingsOf = (text: string): readonly Finding[] =>
  of(readAnswers({ file: 'a.yaml', bytes: new TextEncoder().encode(text) }).value!)
const said = (text: string): readonly string[] => findingsOf(text).map(f => `${f.severity} ${f.message}`)

describe('the rules', () => {
  it('name an authority and the requirements that they serve', () => {
    for (const { code, source, requirements } of governanceRules) {
      expect(source, code).not.toBe('')
      expect(requirements.length, code).toBeGreaterThan(0)
      for (const number of requirements) expect(number, code).toMatch(/^(?:R\d{3}|Z\d{1,2})$/)
    }
  })

  it('have one rule to a code', () => {
    expect(ours.size).toBe(governanceRules.length)
  })

  // What is not answered yet is a gap, and is asked for as such.
  // The shortest; each-leaf.slow.test.ts leaves every answer out of every example.
  it('say nothing of an answer that is merely missing', () => {
    const { answers } = complete.find(({ name }) => name === 'flood-forum')!
    for (const key of Object.keys(answers.intake) as (keyof Intake)[]) {
      const { [key]: _, ...intake } = answers.intake
      const heard = of({ ...answers, intake })
      // Heads left out want a reason, and this is where the reasons stand.
      // What the Council must know before it joins is missed once it has approved in principle.
      const isKnownBefore = /^(?:vision|term|legal_basis|area|risk_management|decisions|insurance)$/.test(key)
      if (isKnownBefore) {
        expect(heard.map(f => f.code)).toEqual(['GOV-18'])
        continue
      }
      expect(heard.map(f => f.code)).toEqual(key === 'omitted_heads' ? heard.map(() => 'HEAD-02') : [])
    }
  })
})

describe('answers that state one fact in two ways', () => {
  const partners = 'partners:\n  - { id: a, short_name: Ash }\n  - { id: b, short_name: Birch }\n'

  it('are shown side by side, and neither is printed', () => {
    const findings = findingsOf(
      `${partners}withdrawal: { notice_months: 3 }\ntermination: { notice_months: 6 }\n`,
    )
    expect(findings[0]!.message).toContain('takes 6 months of notice and leaving it 3 months')
    expect(findings[0]!.related).toMatchObject([
      { place: { path: 'withdrawal.notice_months', start: { line: 4 } } },
    ])
    expect([...conflictingPaths(findings).keys()]).toEqual([
      'termination.notice_months',
      'withdrawal.notice_months',
    ])
  })

  it('have a second answer beside the first in every finding', () => {
    const findings = findingsOf(
      `${partners}secretariat: { partner: a }\ndecisions: { voting: consensus, casting_vote: true }\nboard: { substitutes_allowed: false }\nmembers:\n  - { name: Councillor Nerys Hallam, substitute: Councillor Joan Ferreday }\n`,
    )
    const conflicts = findings.filter(f => 'conflict' in codes[f.code])
    expect(conflicts.map(f => f.code)).toEqual(['GOV-06', 'GOV-21'])
    for (const { related } of conflicts) expect(related).toHaveLength(1)
  })
})

describe('law and bodies that have gone', () => {
  it.each(settings.replaced.map(gone => [gone.now, gone] as const))('become: %s', (now, gone) => {
    const words = gone.said.exec((gone as { example?: string }).example ?? '')![0]
    const [finding] = findingsOf(
      `background: |\n  The partners agree on this. They look to ${words} alone.\n`,
    )
    expect(finding).toMatchObject({ code: 'LAW-01', severity: gone.severity })
    // Quoted as it was written, with the present words beside it.
    expect(finding!.message).toContain(`'${words}'`)
    expect(finding!.message).toContain(now)
  })

  it.each([
    'Until 2013 the PCT paid half.',
    'The clinic was formerly run by Northvale PCT.',
    'The partnership began under the Health Act 1999.',
    'The accounts were open to the Audit Commission before it closed.',
    'The integrated care board replaced the CCG.',
  ])('are only noted where they tell of the past: %s', text => {
    expect(findingsOf(`background: |\n  ${text}\n`).map(f => f.severity)).toEqual(['note'])
  })

  it('are told of each by its own words, once in an answer', () => {
    const text = 'background: |\n  The PCT and the police authority pay. The PCT chairs, and PCTs vote.\n'
    expect(said(text).map(message => /'(.*?)'/.exec(message)![1])).toEqual([
      'PCT',
      'police authority',
      'PCTs',
    ])
  })

  it('leave alone a name, whatever it holds', () => {
    const partner = 'partners:\n  - { id: a, legal_name: CRB Cunninghams Ltd, short_name: CRB }\n'
    expect(
      said(`${partner}background: |\n  CRB Cunninghams Ltd keeps the tills and crb trains staff.\n`),
    ).toEqual([])
    expect(said('background: |\n  CRB trains staff.\n')).toHaveLength(1)
  })
})

describe('a checklist answer', () => {
  it.each(['Yes', 'yes.', 'Done – see above', 'N/A', 'All agreed', 'ok', 'Yes, this has been done.', '—'])(
    '"%s" shows no consideration',
    comment => {
      expect(isBare(comment)).toBe(true)
    },
  )

  it.each(['Yes, at two workshops', 'Minute 14', 'Agreed with Rhian Castellan', 'Section 75'])(
    '"%s" shows some',
    comment => {
      expect(isBare(comment)).toBe(false)
    },
  )

  it('missing among the others is named by its number and its subject', () => {
    const rows = [1, 2, 3, 5].map(n => `    - { question: ${n}, comment: Considered by the Board }\n`)
    expect(said(`checklists:\n  inclusivity:\n${rows.join('')}`)).toEqual([
      'warning The checklist on inclusion, communication and good practice has no answer to questions 4 (How will partners be drawn in who speak for the different parts of the community?) and 6 (Which guides to good practice, from national or professional bodies, were obtained and weighed?)',
    ])
  })
})

describe('words', () => {
  it.each([
    ['three', 3],
    ['Twelve', 12],
    ['24', 24],
    ['twenty-four', 24],
    ['several', undefined],
  ])('%s is the number %s', (words, number) => {
    expect(readNumber(words)).toBe(number)
  })

  it('hold full dates, however they are written', () => {
    expect(datesIn('on 3rd May 2026 and 18 September, 2026, in May 2027')).toEqual([
      '2026-05-03',
      '2026-09-18',
    ])
  })
})
