/** Wherever the Code can be read in more ways than one, each reading gives its own result, and the result names the reading. */
import { describe, expect, test } from 'vitest'
import { makeAgreement } from '../../../src/commands/agreement.ts'
import { ruleSettings } from '../../../src/commands/rule-settings.ts'
import { readAnswers } from '../../../src/intake/read.ts'
import { type Choice, readingIds } from '../../../src/intake/readings.ts'
import { runRules } from '../../../src/intake/rules/run-rules.ts'
import { renderText } from '../../../src/render/text.ts'
import { asAt, settings } from '../../support/draft.ts'

interface Case {
  /** Answers on which the reading decides. */
  readonly intake: string
  /** What a message, as `severity code: message`, or a line of the agreement then says; undefined where nothing is said. */
  readonly says: Readonly<Record<string, RegExp | undefined>>
}

const risk = (rest: string) =>
  `risks:\n  - id: weather\n    event: Heavy rain\n${rest.replace(/^/gm, '    ')}\n`

const cases: {
  readonly [Z in Choice]: Case & { says: Readonly<Record<(typeof readingIds)[Z][number], unknown>> }
} = {
  Z1: {
    intake: risk('impact: 2\nlikelihood: 2\nresidual: 4'),
    says: {
      medium: /A score of 4 could be read into either of two bands; here it is medium/i,
      low: /A score of 4 could be read into either of two bands; here it is low/i,
    },
  },
  Z8: {
    intake: `approvals:
  director:
    written: no
  member:
    name: Councillor Anneka Brough
    date: 2026-03-06
`,
    says: {
      cumulative: /error APPR-03: .*does not stand in for it \(Z8\)/,
      member_or_director: /note APPR-03: .*stands in for the director’s \(Z8\)/,
    },
  },
  Z9: {
    intake: 'name: Flood watch\n',
    says: {
      partnership_officer: /The Council’s Partnerships Officer keeps the entry for the Partnership/,
      relevant_director:
        /The Council’s Director responsible for the partnership keeps the entry for the Partnership/,
      democratic_services: /The Council’s Democratic Services Manager keeps the entry for the Partnership/,
    },
  },
  Z10: {
    intake: 'finance:\n  has_finance: true\nvat: { not_applicable: VAT does not arise }\n',
    says: {
      section_151_officer: /warning FIN-06: .*Ask the Director of Finance \(Section 151 Officer\), .*\(Z10\)/,
      finance_manager: /warning FIN-06: .*Ask the Finance Business Partner, .*\(Z10\)/,
      vat_adviser: /warning FIN-06: .*Ask the Tax and VAT Manager, .*\(Z10\)/,
    },
  },
  Z11: {
    intake: 'audit:\n  access_years: 7\n',
    says: {
      internal_and_external: /any other external auditor of a Partner/,
      internal_only: /note FIN-07: .*internal auditors only, as the Council reads the Code \(Z11\)/,
    },
  },
  Z17: {
    intake:
      'finance:\n  has_finance: true\nrisks:\n  - id: rain\n    event: A 50% chance of rain\n    likelihood: 2\n',
    says: { upper: /note RISK-17: .*into the upper level \(Z17\)/, lower: /graded in the lower of the two/ },
  },
  Z19: {
    intake: risk('impact: 3\nlikelihood: 3\nresidual: 9\ntarget: 3\nrating: medium'),
    says: {
      residual: /The band of a risk is that of the score with the controls in place/,
      target: /The band of a risk is that of the target score/,
    },
  },
  Z22: {
    intake: 'finance:\n  has_finance: false\napprovals:\n  finance:\n    written: no\n',
    says: {
      always: /error APPR-02: .*even where no money moves \(Z22\)/,
      with_money: /note APPR-02: .*does not ask for where no money moves \(Z22\)/,
    },
  },
  Z23: {
    intake: `early_views:
  procurement:
    date: 2026-03-09
  legal:
    date: 2026-04-01
  first_discussion_date: 2026-03-23
`,
    says: {
      either: /note DATE-08: .*reads the Code to ask for one of the two \(Z23\)/,
      both: /(?:warning|error) DATE-08: .*both views first, Z23/,
    },
  },
  Z24: {
    intake: `status: review_of_existing
early_views:
  procurement:
    date: 2026-04-01
  first_discussion_date: 2026-03-23
`,
    says: {
      new_only: /note DATE-08: .*not asked of a review, as the Council reads the Code \(Z24\)/,
      reviews_too: /(?:warning|error) DATE-08: .*in a review too, Z24/,
    },
  },
  Z25: {
    intake: 'legally_binding: none\nfinance:\n  has_finance: true\n',
    says: {
      money_binds: /error BIND-01: .*only for a partnership without money, Z25/,
      protocol_allowed: /warning BIND-01: .*may be allowed by Legal all the same, Z25/,
    },
  },
  Z26: {
    intake: 'scope:\n  informal_discussion_group: yes\n',
    says: {
      exclusions_hold: /error SCOPE-01: The Code does not cover this arrangement/,
      every_partnership: /note SCOPE-01: .*uses the Code for every partnership all the same \(Z26\)/,
    },
  },
  Z30: {
    intake: `${risk('impact: 4\nlikelihood: 4\nresidual: 16')}risk_management:\n  review_months: 9\n`,
    says: {
      quarterly: /warning RISK-21: .*every 3 months \(Z30\)/,
      half_yearly: /RISK-21: .*every 6 months \(Z30\)/,
      yearly: /note RISK-21: .*every 12 months \(Z30\)/,
    },
  },
}

/** Everything that the check says and the agreement prints under a reading, a line for each message. */
function saidUnder(id: Choice, reading: string, intake: string): string {
  const { value: answers, findings: faults } = readAnswers({
    file: 'reading.yaml',
    bytes: new TextEncoder().encode(intake),
  })
  if (!answers) throw new Error(faults.map(f => f.message).join('\n'))
  const interpretations = {
    ...settings.interpretations,
    readings: { ...settings.interpretations.readings, [id]: reading },
  }
  const under = { ...settings, interpretations }
  const findings = runRules(answers, ruleSettings(under), asAt).map(
    f => `${f.severity} ${f.code}: ${f.message} ${f.hint}`,
  )
  const { document, numbering } = makeAgreement(under, answers, asAt)
  return [...findings, renderText(document, numbering).replace(/\s+/g, ' ')].join('\n')
}

describe.each(Object.entries<Case>(cases))('%s', (id, { intake, says }) => {
  const readings = Object.entries(says)
  const said = new Map(readings.map(([reading]) => [reading, saidUnder(id as Choice, reading, intake)]))

  test('has a result of its own under each reading', () => {
    expect(readings.map(([reading]) => reading)).toEqual(readingIds[id as Choice])
    expect(new Set(said.values()).size).toBe(readings.length)
  })

  test.each(readings)('read as %s, the result says so and no other does', (reading, words) => {
    if (words === undefined) return
    expect(said.get(reading)).toMatch(words)
    for (const [other, text] of said) if (other !== reading) expect(text, other).not.toMatch(words)
  })
})
