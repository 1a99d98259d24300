/** The risks, the Code's prompts and its grades in; what the risk register prints besides the risks themselves out. */

import { isKeptToCouncil, riskReferences } from '../intake/council-risks.ts'
import { type Band, bandOfScore } from '../intake/derive.ts'
import { group, int, list, text, unwrap, yesNo } from '../intake/fields.ts'
import { agreementSchema, itemOf } from '../provisions/agreement-facts.ts'
import type { RiskPrompt } from '../provisions/code.ts'
import { type Conflicts, isGradeInDoubt } from '../provisions/conflicts.ts'
import { type FactGroup, FactList } from '../provisions/facts.ts'
import { meaningOf } from '../provisions/interpretations.ts'
import type { ClauseNames } from './clauses.ts'
import type { PackInput } from './pack-input.ts'

const riskList = () => list('Risks', itemOf(agreementSchema.shape.risks!))

export const riskPaperFields = unwrap(
  group('Risk register', {
    sheets: list(
      'Objectives',
      group('Objective', {
        reference: text('Reference'),
        objective: text('Objective'),
        priorities: list('Priorities', text('Priority')),
        risks: riskList(),
      }),
    ),
    high: riskList(),
    council_only: list('Kept to the Council', text('Reference')),
    doubtful: list('Bands in doubt', text('Reference')),
    fours: list('Scores of 4', text('Reference')),
    reading_of_four: text('Reading of a score of 4'),
    boundary: text('Reading of a boundary'),
    rated_by: text('Which score gives the band'),
    levels: list(
      'Levels',
      group('Level', {
        level: int('Level', {}),
        likelihood: text('Likelihood'),
        chance: text('Chance'),
        likelihood_means: text('Meaning of the likelihood'),
        impact: text('Impact'),
        impact_means: text('Meaning of the impact'),
      }),
    ),
    bands: list(
      'Bands',
      group('Band', { title: text('Band'), scores: text('Scores'), action: text('Action') }),
    ),
    strategies: list('Strategies', group('Strategy', { title: text('Strategy'), means: text('Meaning') })),
    prompts: list(
      'Prompts',
      group('Group', {
        title: text('Title'),
        count: int('Number of prompts', {}),
        considered: int('Number considered', {}),
        has_controls: yesNo('Controls to start from'),
        prompts: list(
          'Prompts',
          group('Prompt', {
            id: text('Prompt'),
            text: text('Risk'),
            control: text('Control to start from'),
            state: text('State'),
            note: text('Note'),
          }),
        ),
      }),
    ),
  }),
)

type Risk = NonNullable<PackInput['answers']['intake']['risks']>[number]

/** The sheets of the register, one for each objective that a risk threatens, and one for the partnership as a whole. */
function sheetsOf({ answers, settings }: PackInput) {
  const { objectives = [], risks = [], priorities = [] } = answers.intake
  const label = (id: string) => settings.council.priorities.find(p => p.id === id)?.label ?? id
  const all = objectives.map((objective, index) => ({
    reference: `O${index + 1}`,
    objective: objective.text ?? '',
    priorities: (objective.priorities ?? []).map(label),
    at: positions(risks, risk => risk.objective !== undefined && risk.objective === objective.id),
  }))
  const whole = {
    reference: 'O0',
    objective: 'The partnership as a whole',
    priorities: priorities.map(label),
    at: positions(risks, risk => !objectives.some(o => o.id === risk.objective)),
  }
  return [...all, ...(whole.at.length > 0 || all.length === 0 ? [whole] : [])]
}

const positions = (risks: readonly Risk[], test: (risk: Risk, at: number) => boolean): readonly number[] =>
  risks.flatMap((risk, at) => (test(risk, at) ? [at] : []))

/** The scores of a band in words, as the council reads the Code: every product of a likelihood and an impact stands in one. */
function scoresIn(band: Band, bandOfFour: 'medium' | 'low'): string {
  const levels = [1, 2, 3, 4]
  const products = new Set(levels.flatMap(likelihood => levels.map(impact => likelihood * impact)))
  const scores = [...products].filter(score => bandOfScore(score, bandOfFour) === band).sort((a, b) => a - b)
  return scores.length === 1 ? `${scores[0]}` : `${scores.slice(0, -1).join(', ')} and ${scores.at(-1)}`
}

export function riskPaperValues(input: PackInput, nameOf: ClauseNames, conflicts: Conflicts) {
  const { answers, settings } = input
  const { code, interpretations } = settings
  const { riskModel: model } = code
  const { risks = [] } = answers.intake
  const isDoubtful = (at: number) => isGradeInDoubt(conflicts, answers.intake, at)
  const references = riskReferences(risks)
  const referencesOf = (test: (risk: Risk, at: number) => boolean) =>
    positions(risks, test).map(at => references[at]!)
  const scoreOf = ({ impact, likelihood, target }: Risk) =>
    interpretations.readings.Z19 === 'target' ? target : impact && likelihood && impact * likelihood
  return {
    sheets: sheetsOf(input).map(({ at, ...sheet }) => sheet),
    council_only: referencesOf((_, at) => isKeptToCouncil(answers, at)),
    fours: referencesOf((risk, at) => scoreOf(risk) === 4 && !isDoubtful(at)),
    doubtful: referencesOf((_, at) => isDoubtful(at)),
    reading_of_four: meaningOf(interpretations, 'Z1'),
    boundary: meaningOf(interpretations, 'Z17'),
    rated_by: meaningOf(interpretations, 'Z19'),
    levels: ([4, 3, 2, 1] as const).map(level => ({
      level,
      likelihood: model.likelihood[level].title,
      chance: model.likelihood[level].chance,
      likelihood_means: model.likelihood[level].means,
      impact: model.impact[level].title,
      impact_means: model.impact[level].means,
    })),
    bands: (['high', 'medium', 'low'] as const).map(band => ({
      ...model.bands[band],
      scores: scoresIn(band, interpretations.readings.Z1),
    })),
    strategies: Object.entries(model.strategies).map(([title, means]) => ({ title, means })),
    prompts: code.prompts.map(({ title, prompts }) => {
      const rows = prompts.map(prompt => promptRow(prompt, input, nameOf))
      return {
        title,
        count: rows.length,
        considered: rows.filter(row => row.state !== notConsidered).length,
        // The Code gives controls for its strategic prompts only.
        has_controls: rows.some(row => row.control !== ''),
        prompts: rows,
      }
    }),
  }
}

const notConsidered = 'Not considered yet'

/** What was made of one prompt. One that asks the same as another counts as considered with it (R142, Z16). */
function promptRow(prompt: RiskPrompt, { answers }: PackInput, nameOf: ClauseNames) {
  const { id, text, control, same_as, shown_in } = prompt
  const { risk_prompts: ticks = [], risks = [] } = answers.intake
  const own = ticks.find(tick => tick.prompt === id)
  const tick = own ?? ticks.find(t => same_as !== undefined && t.prompt === same_as)
  const clauses = shown_in.flatMap(clause => nameOf(clause) ?? [])
  const held = clauses.length > 0 ? `See ${clauses.join(', ')}.` : ''
  const with_ = own || !tick ? '' : `With ${same_as}. `
  const row = { id, text, control: control ?? '' }
  if (!tick) return { ...row, state: notConsidered, note: held }
  if (tick.state === 'not_relevant')
    return { ...row, state: 'Not relevant', note: `${with_}${tick.reason ?? 'No reason recorded.'}` }
  const at = risks.findIndex(risk => risk.id !== undefined && risk.id === tick.risk)
  if (tick.state === 'assessed')
    return {
      ...row,
      state: 'Assessed',
      note: `${with_}${at < 0 ? 'No risk recorded.' : `Risk ${riskReferences(risks)[at]}.`} ${held}`.trim(),
    }
  return { ...row, state: 'Relevant, not assessed yet', note: `${with_}${held}`.trim() }
}

/** Puts the risks of the register into their sheets, and the high ones together. */
export function linkRisks(all: FactList, pack: FactGroup, input: PackInput, conflicts: Conflicts): void {
  const { intake } = input.answers
  const view = (of: FactList, at: readonly number[]) =>
    new FactList(
      of.field,
      of.path,
      at.length > 0 ? 'answered' : 'none',
      at.map(i => all.items[i]!),
      of.owner,
    )
  const register = pack.risk as FactGroup
  const sheets = (register.sheets as FactList).items as readonly FactGroup[]
  for (const [index, { at }] of sheetsOf(input).entries())
    sheets[index]!.risks = view(sheets[index]!.risks as FactList, at)
  register.high = view(
    register.high as FactList,
    positions(
      intake.risks ?? [],
      (risk, at) => risk.rating === 'high' && !isGradeInDoubt(conflicts, intake, at),
    ),
  )
}
