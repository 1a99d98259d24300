/** The worked examples, read once for the tests that hold them to the rules. */
import { readFileSync } from 'node:fs'
import type { Finding } from '../../src/findings/finding.ts'
import type { Answers } from '../../src/intake/answers.ts'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { findGaps } from '../../src/intake/gaps.ts'
import { readAnswers } from '../../src/intake/read.ts'

/** The day as at which the examples stand. */
export const asAt = '2026-11-22'

export interface Example {
  readonly name: string
  readonly text: string
  readonly answers: Answers
  readonly findings: readonly Finding[]
  readonly gaps: readonly Finding[]
  readonly conditions: ReturnType<typeof deriveConditions>
}

function readExample(name: string): Example {
  const file = `data/intake/${name}.yaml`
  const bytes = readFileSync(new URL(`../../${file}`, import.meta.url))
  const { value: answers, findings } = readAnswers({ file, bytes })
  if (!answers) throw new Error(findings.map(f => `${f.place?.start.line}: ${f.message}`).join('\n'))
  const conditions = deriveConditions(answers.intake, answers.stateOf)
  return {
    name,
    text: bytes.toString('utf8'),
    answers,
    findings,
    gaps: findGaps(answers, conditions),
    conditions,
  }
}

export const familyHubs = readExample('family-hubs')
export const floodForum = readExample('flood-forum')
export const communityEquipment = readExample('community-equipment')
export const foodNetwork = readExample('food-network')
export const complete: readonly Example[] = [familyHubs, floodForum, communityEquipment]
