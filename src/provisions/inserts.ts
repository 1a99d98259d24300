/** The name of blocks that are made and not worded in, the blocks out: the map of risks, a diagram of the Code. */
import type { Block } from '../document/nodes.ts'
import { InternalError } from '../findings/finding.ts'
import type { Intake } from '../intake/schema.ts'
import { type Conflicts, isGradeInDoubt } from './conflicts.ts'
import { heatMap } from './heat-map.ts'
import type { Settings } from './press.ts'
import type { Insert } from './wording/fill.ts'

/** What a press prints where a template asks for such blocks. */
export const insertFor =
  ({ code, interpretations }: Settings, intake: Intake, conflicts: Conflicts) =>
  ({ what, name = '' }: Insert): readonly Block[] => {
    if (what === 'heat_map')
      return heatMap(intake.risks ?? [], code.riskModel, interpretations.readings.Z1, at =>
        isGradeInDoubt(conflicts, intake, at),
      )
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
