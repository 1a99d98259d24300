/** Findings in; the same by the stage that they stop and by who must act, in the order of the partnership's life, out. */
import { type Finding, type Owner, owners, type Stage, stages } from './finding.ts'
import { sortFindings } from './report.ts'

export interface StageGroup {
  /** None for what is wrong with the file itself, which comes before every stage. */
  readonly stage: Stage | undefined
  readonly owners: readonly OwnerGroup[]
}

export interface OwnerGroup {
  readonly owner: Owner
  readonly findings: readonly Finding[]
}

/** Who must act on a finding: the officer, where nobody is named. */
export const ownerOf = ({ owner = 'officer' }: Finding): Owner => owner

/** Groups findings; within a group they stand in the order of the file. Nothing is left out. */
export function groupFindings(findings: readonly Finding[]): readonly StageGroup[] {
  const sorted = sortFindings(findings)
  return [undefined, ...stages].flatMap(stage => {
    const own = sorted.filter(f => f.stage === stage)
    if (own.length === 0) return []
    return [
      {
        stage,
        owners: owners.flatMap(owner => {
          const theirs = own.filter(f => ownerOf(f) === owner)
          return theirs.length > 0 ? [{ owner, findings: theirs }] : []
        }),
      },
    ]
  })
}
