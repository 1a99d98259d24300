/**
 * Every answer of an example is given otherwise, alone and then together with another. Alone it is named as the cause of each
 * change that it makes; together, each change names the answer that makes it alone, and never the other.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { changesBetween } from '../../src/amend/amendment.ts'
import { answerChanges } from '../../src/amend/answer-changes.ts'
import type { TextChange } from '../../src/amend/changes.ts'
import { stepsBetween } from '../../src/amend/differences.ts'
import { itemsPaired } from '../../src/document/compare/counted-items.ts'
import type { Answers, Key } from '../../src/intake/answers.ts'
import { questionPath, writePath } from '../../src/intake/paths.ts'
import { fieldAt } from '../../src/intake/schema.ts'
import { assembleAgreement } from '../../src/provisions/assemble.ts'
import { draftExample, settings } from '../support/draft.ts'

const base = draftExample('flood-forum')
const { intake } = base.answers
const printed = (answers: Answers) => assembleAgreement(settings, answers, base.document.properties).document
const before = printed(base.answers)

/** The place of every single answer, items of a list of plain answers apart; one of each question. */
function leavesOf(value: unknown, keys: readonly Key[] = []): readonly (readonly Key[])[] {
  if (Array.isArray(value))
    return value.every(item => typeof item === 'object')
      ? value.flatMap((item, i) => leavesOf(item, [...keys, i]))
      : []
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...keys, key]))
  return [keys]
}
/** Another answer of the same kind; undefined where there is none to give. */
function otherwise(keys: readonly Key[], value: unknown): unknown {
  const field = fieldAt(questionPath(keys))?.field
  if (!field || field.isId || field.kind === 'ref') return undefined
  if (field.kind === 'choice') return Object.keys(field.choices ?? {}).find(choice => choice !== value)
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (field.kind === 'date')
    return new Date(Date.parse(String(value)) + 86_400_000).toISOString().slice(0, 10)
  return field.kind === 'text' || field.kind === 'long' ? `${value} indeed` : undefined
}

function put(node: unknown, [key, ...rest]: readonly Key[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(node)) return node.with(key as number, put(node[key as number], rest, value))
  return { ...(node as object), [key]: put((node as Record<Key, unknown>)[key], rest, value) }
}

interface Flip {
  readonly keys: readonly Key[]
  readonly path: string
  readonly value: unknown
  /** What it changes alone. */
  readonly changes: readonly TextChange[]
}

const withFlips = (flips: readonly Pick<Flip, 'keys' | 'value'>[]): Answers => ({
  ...base.answers,
  intake: flips.reduce<unknown>((now, { keys, value }) => put(now, keys, value), intake) as Answers['intake'],
})

function changesOf(flips: readonly Pick<Flip, 'keys' | 'value'>[]): readonly TextChange[] {
  const answers = withFlips(flips)
  const after = printed(answers)
  const old = itemsPaired(before, after)
  const request = {
    before: { document: old, answers: base.answers },
    after: { document: after, answers },
    settings,
    author: 'Northvale Borough Council',
    date: '2026-11-26',
  }
  return changesBetween(request, stepsBetween(old, after), answerChanges(base.answers, answers))
}

/** What some answers change, without asking which of them does. */
function stepKeys(flips: readonly Flip[]): readonly string[] {
  const answers = withFlips(flips)
  const after = printed(answers)
  const old = itemsPaired(before, after)
  const request = {
    before: { document: old },
    after: { document: after, answers },
    settings,
    author: '',
    date: '2026-11-26',
  }
  return changesBetween(request, stepsBetween(old, after), []).map(keyOf)
}

const RECORDS = /^(?:amendments|schema_version|agreement_date|intake_date)\b/
const keyOf = ({ top, before, after }: TextChange): string => JSON.stringify([top, before, after])
const pathsOf = ({ causes }: TextChange): readonly string[] => causes.map(({ path }) => path)

describe('the answers of the flood forum', () => {
  let flips: readonly Flip[] = []
  beforeAll(() => {
    const seen = new Set<string>()
    flips = leavesOf(intake)
      .filter(
        keys =>
          !RECORDS.test(questionPath(keys)) && !seen.has(questionPath(keys)) && seen.add(questionPath(keys)),
      )
      .flatMap(keys => {
        const value = otherwise(
          keys,
          keys.reduce<unknown>((node, key) => (node as Record<Key, unknown>)[key], intake),
        )
        return value === undefined ? [] : [{ keys, value, path: writePath(intake, keys) }]
      })
      .map(flip => ({ ...flip, changes: changesOf([flip]) }))
  }, 180_000)

  test('are named, each alone, as the cause of all that changes with it', () => {
    expect(flips.length).toBeGreaterThan(100)
    expect(flips.filter(({ changes }) => changes.length > 0).length).toBeGreaterThan(60)
    for (const { path, changes } of flips)
      for (const change of changes) expect(pathsOf(change), `${path}: ${change.address}`).toEqual([path])
  })

  test('are each named for what they change and for nothing else when two change at once', () => {
    const active = flips.filter(({ changes }) => changes.length > 0 && changes.length < 40)
    let looked = 0
    for (let at = 0; at + 1 < active.length; at += 2) {
      const [one, other] = [active[at]!, active[active.length - 1 - at]!]
      if (one.path === other.path || one.path.split(/[.[]/)[0] === other.path.split(/[.[]/)[0]) continue
      const [mine, yours] = [one, other].map(({ changes }) => new Set(changes.map(keyOf)))
      for (const change of changesOf([one, other])) {
        const [isMine, isYours] = [mine!.has(keyOf(change)), yours!.has(keyOf(change))]
        if (isMine === isYours) continue
        looked++
        expect(pathsOf(change), `${one.path} and ${other.path}: ${change.address}`).toEqual([
          isMine ? one.path : other.path,
        ])
      }
    }
    expect(looked).toBeGreaterThan(60)
  })

  test('are all named, and only for what they do change, however many change at once', () => {
    const active = flips.filter(({ changes }) => changes.length > 0 && changes.length < 40)
    const told = { named: 0, wrong: 0, untold: 0, all: 0 }
    const wrong: string[] = []
    for (const count of [25, 40]) {
      const some = active.filter((_, at) => (at * 7 + count) % active.length < count)
      expect(some.length).toBe(count)
      const changes = changesOf(some)
      const without = new Map(
        some.map(one => [one.path, new Set(stepKeys(some.filter(other => other !== one)))]),
      )
      for (const change of changes) {
        told.all++
        if (change.causes.length === 0) told.untold++
        for (const path of pathsOf(change)) {
          const flip = some.find(one => one.path === path)
          told.named++
          // Put back alone it undoes the change, or given alone it makes it.
          const isCause =
            flip !== undefined &&
            (!without.get(path)!.has(keyOf(change)) || flip.changes.some(one => keyOf(one) === keyOf(change)))
          if (isCause) continue
          told.wrong++
          wrong.push(`${path}: ${change.address}`)
        }
      }
    }
    expect(wrong, JSON.stringify(told)).toEqual([])
    expect(told.untold, `of ${told.all}`).toBe(0)
  }, 240_000)
})
