/** The name of blocks that are made and not worded in, the blocks out: the map of risks, a diagram of the Code. */
import type { Block } from '../document/nodes.ts'
import { InternalError } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { isKeptToCouncil, riskReferences } from '../intake/council-risks.ts'
import { type Conflicts, isGradeInDoubt } from './conflicts.ts'
import { heatMap, type MappedRisk } from './heat-map.ts'
import type { Settings } from './press.ts'
import type { Insert } from './wording/fill.ts'

/** What a press prints where a template asks for such blocks. What partners read maps no risk that is kept to the Council. */
export const insertFor =
  (
    { code, interpretations }: Settings,
    answers: Answers,
    conflicts: Conflicts,
    readers: 'partners' | 'council',
  ) =>
  ({ what, name = '' }: Insert): readonly Block[] => {
    if (what === 'heat_map')
      return heatMap(mappedRisks(answers, conflicts, readers), code.riskModel, interpretations.readings.Z1)
    if (what === 'definitions') return []
    const path = code.paths.find(p => p.id === name)
    if (!path) throw new InternalError(`A template asks for the diagram "${name}", which data/code lacks.`)
    return [
      {
        type: 'diagram',
        id: `diagram.${path.id}`,
        caption: path.title,
        steps: path.steps,
        from: { template: 'data/code/decision-paths.yaml', line: 1 },
      },
    ]
  }

function mappedRisks(
  answers: Answers,
  conflicts: Conflicts,
  readers: 'partners' | 'council',
): readonly MappedRisk[] {
  const { risks = [] } = answers.intake
  const references = riskReferences(risks)
  return risks.flatMap(({ likelihood, impact }, at) =>
    readers === 'partners' && isKeptToCouncil(answers, at)
      ? []
      : [
          {
            reference: references[at]!,
            likelihood,
            impact,
            isDoubtful: isGradeInDoubt(conflicts, answers.intake, at),
          },
        ],
  )
}
