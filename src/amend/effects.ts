/** The answers and findings of two versions in; out, what the change does to money, risk and readiness, in rows. */
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { deriveAnswers } from '../intake/derive.ts'
import { formatMoney } from '../intake/format.ts'
import type { Readings } from '../intake/readings.ts'
import { readinessOf } from '../pack/readiness.ts'
import { isGradeInDoubt } from '../provisions/conflicts.ts'
import { inConflict } from './answer-changes.ts'
import { conflictsIn } from './request.ts'

export interface Effect {
  readonly what: string
  readonly before: string
  readonly after: string
}

interface Side {
  readonly answers?: Answers
  readonly findings?: readonly Finding[]
}

/** Every measure that differs; empty where nothing does, or where the older answers are lost. */
export function effectsOf(before: Side, after: Side, readings: Readings): readonly Effect[] {
  const [was, is] = [measures(before, readings), measures(after, readings)]
  if (!before.answers) return []
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(what => {
    const [old, now] = [was.get(what) ?? 'none', is.get(what) ?? 'none']
    return old === now ? [] : [{ what, before: old, after: now }]
  })
}

function measures(side: Side, readings: Readings): ReadonlyMap<string, string> {
  const { answers, findings } = side
  const found = new Map<string, string>()
  const conflicts = conflictsIn(side)
  const isDoubtful = (path: string) => conflicts.at(path).length > 0
  const money = (what: string, pence: number | undefined, path: string) => {
    if (pence !== undefined) found.set(what, isDoubtful(path) ? inConflict : formatMoney(pence))
  }
  if (answers) {
    const { intake } = answers
    const derived = deriveAnswers(intake, readings)
    money('Total budget', intake.finance?.total, 'finance.total')
    money('Total of the contributions', derived.top.contributions_total, 'derived.contributions_total')
    for (const { partner, amount } of derived.top.contributions_by_partner ?? []) {
      const name = intake.partners?.find(({ id }) => id === partner)?.short_name ?? partner
      money(`Contribution of ${name}, all years`, amount, 'derived.contributions_by_partner')
    }
    for (const [at, risk] of (intake.risks ?? []).entries()) {
      const band = derived.risks[at]?.band
      if (band)
        found.set(
          `Risk: ${risk.event ?? risk.id ?? at + 1}`,
          isGradeInDoubt(conflicts, intake, at)
            ? inConflict
            : `band ${band}, score ${derived.risks[at]?.score ?? ''}`,
        )
    }
  }
  if (findings) {
    const { isReady, errors, open } = readinessOf(findings)
    found.set('Ready to sign', isReady ? 'yes' : 'no')
    found.set('Errors that stop signing', String(errors.length))
    found.set('Questions still open at sign-off', String(open))
  }
  return found
}
