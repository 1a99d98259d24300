/** The risks of a partnership in, their map out: a table of likelihood by impact with each risk in its cell. */
import type { Block, Cell, Inline, Row } from '../document/nodes.ts'
import { bandOfScore } from '../intake/derive.ts'
import type { RiskModel } from './code.ts'

/** A risk as the map knows it. */
export interface MappedRisk {
  readonly reference: string
  readonly likelihood?: number | undefined
  readonly impact?: number | undefined
  /** Whether answers conflict about its scores. */
  readonly isDoubtful: boolean
}

const levels = [1, 2, 3, 4] as const

/**
 * The map, 4 by 4. A cell says its score and band in words, so that its shade adds nothing, and lists the risks by
 * reference. Risks without both scores are named below it.
 * @param bandOfFour the council's reading of a score of 4, which the Code puts in two bands (Z1)
 */
export function heatMap(
  risks: readonly MappedRisk[],
  model: RiskModel,
  bandOfFour: 'medium' | 'low',
): readonly Block[] {
  const placed = new Map<string, string[]>()
  const unplaced: string[] = []
  const doubtful: string[] = []
  for (const { reference, likelihood, impact, isDoubtful } of risks) {
    if (isDoubtful) doubtful.push(reference)
    else if (likelihood === undefined || impact === undefined) unplaced.push(reference)
    else placed.set(`${likelihood}.${impact}`, [...(placed.get(`${likelihood}.${impact}`) ?? []), reference])
  }
  const cell = (likelihood: number, impact: number): Cell => {
    const score = likelihood * impact
    const band = bandOfScore(score, bandOfFour)!
    const here = placed.get(`${likelihood}.${impact}`)
    return {
      tone: band,
      children: [
        para({ type: 'strong', children: [{ type: 'text', text: `${score} ${model.bands[band].title}` }] }),
        ...(here ? [para({ type: 'text', text: here.join(', ') })] : []),
      ],
    }
  }
  const rows = levels.toReversed().map(
    (likelihood): Row => ({
      id: `heat-map.likelihood-${likelihood}`,
      cells: [
        {
          children: [
            para({ type: 'text', text: `Likelihood ${likelihood}: ${model.likelihood[likelihood].title}` }),
          ],
        },
        ...levels.map(impact => cell(likelihood, impact)),
      ],
    }),
  )
  return [
    {
      type: 'table',
      id: 'heat-map.table',
      caption: 'Map of the risks, with the controls now in place',
      columns: [
        { title: 'Likelihood', width: 3, align: 'left' },
        ...levels.map(impact => ({
          title: `Impact ${impact}: ${model.impact[impact].title}`,
          width: 3,
          align: 'center' as const,
        })),
      ],
      rows,
      from: { template: 'data/code/risk-model.yaml', line: 1 },
    },
    ...notPlaced('a score is missing', unplaced),
    ...notPlaced('its answers conflict', doubtful),
  ]
}

const notPlaced = (why: string, references: readonly string[]): readonly Block[] =>
  references.length > 0
    ? [para({ type: 'text', text: `Not on the map, because ${why}: ${references.join(', ')}.` })]
    : []

const para = (...children: readonly Inline[]): Block => ({ type: 'para', children })
