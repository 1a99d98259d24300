/** Two formulas in; out, a case in which the first holds and the second does not, searched over every assignment. */
import type { Constraint } from '../../intake/condition-constraints.ts'
import { type Asked, atomsOf, canBe, type Formula, keyOf, valuesOf } from './formula.ts'

/** What each condition and answer is, by key: `yes`, `no`, `open` (not answered), or the value of a choice (empty: another). */
export type Assignment = ReadonlyMap<string, string>

/** An assignment that makes the first formula yes and the second anything else, or undefined when there is none. */
export function counterexample(
  premise: Formula,
  conclusion: Formula,
  constraints: readonly Constraint[],
): Assignment | undefined {
  const domains = domainsOf([premise, conclusion], constraints)
  const keys = [...domains.keys()]
  const laws = lawsFor(constraints, new Set(keys))
  const chosen = new Map<string, string>()
  const search = (i: number): boolean => {
    if (!(valuesOf(premise, chosen) & canBe.yes) || valuesOf(conclusion, chosen) === canBe.yes) return false
    if (!laws.every(law => law(chosen))) return false
    if (i === keys.length) return true
    for (const value of domains.get(keys[i]!)!) {
      chosen.set(keys[i]!, value)
      if (search(i + 1)) return true
      chosen.delete(keys[i]!)
    }
    return false
  }
  return search(0) ? new Map(chosen) : undefined
}

const keyOfCondition = (name: string): string => keyOf({ asks: 'condition', of: name })

/** What each key may be, plain cases first. A condition that the constraints tie to all of its alternatives brings them in. */
function domainsOf(
  formulas: readonly Formula[],
  constraints: readonly Constraint[],
): Map<string, readonly string[]> {
  const domains = new Map<string, readonly string[]>()
  for (const atom of formulas.flatMap(atomsOf)) {
    const key = keyOf(atom)
    // A choice may also have a value that no formula names, or be set aside.
    if (atom.value === undefined) domains.set(key, plainDomain(atom.asks))
    else domains.set(key, [...new Set([atom.value, ...(domains.get(key) ?? ['', 'open'])])])
  }
  for (const c of constraints)
    if ('oneOf' in c && c.oneOf.some(n => domains.has(keyOfCondition(n))))
      for (const n of c.oneOf) domains.set(keyOfCondition(n), plainDomain('condition'))
  return domains
}

const plainDomain = (asks: Asked): readonly string[] =>
  asks === 'answered' || asks === 'inForce' ? ['yes', 'no'] : ['yes', 'no', 'open']

type Law = (chosen: Assignment) => boolean

/** The constraints that bear on some keys. Chains through other conditions are followed first. */
function lawsFor(constraints: readonly Constraint[], keys: ReadonlySet<string>): Law[] {
  const laws: Law[] = []
  for (const [from, to] of impliedPairs(constraints)) {
    const [fromKey, toKey] = [keyOfCondition(bare(from)), keyOfCondition(bare(to))]
    if (!keys.has(fromKey) || !keys.has(toKey)) continue
    laws.push(chosen => {
      const then = chosen.get(toKey)
      return chosen.get(fromKey) !== sign(from) || then === undefined || then === sign(to)
    })
  }
  for (const c of constraints)
    if ('oneOf' in c && c.oneOf.every(n => keys.has(keyOfCondition(n))))
      laws.push(chosen => {
        const noes = c.oneOf.filter(n => chosen.get(keyOfCondition(n)) === 'no').length
        const isOpen = c.oneOf.some(n => chosen.get(keyOfCondition(n)) === 'open')
        return noes < c.oneOf.length - (isOpen ? 1 : 0)
      })
  return laws
}

// A literal is a condition, or a condition with "!" before it.
const bare = (literal: string): string => literal.replace(/^!/, '')
const sign = (literal: string): string => (literal.startsWith('!') ? 'no' : 'yes')
const negate = (literal: string): string => (literal.startsWith('!') ? bare(literal) : `!${literal}`)

const pairsKnown = new WeakMap<readonly Constraint[], readonly (readonly [string, string])[]>()

/** Every "if this then that" that follows from the constraints taken two by two. */
function impliedPairs(constraints: readonly Constraint[]): readonly (readonly [string, string])[] {
  const have = pairsKnown.get(constraints)
  if (have) return have
  const edges = edgesOf(constraints)
  const pairs: [string, string][] = []
  for (const start of edges.keys()) {
    const reached = new Set<string>()
    const open = [...edges.get(start)!]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      open.push(...(edges.get(next) ?? []))
    }
    for (const end of reached) if (end !== start) pairs.push([start, end])
  }
  pairsKnown.set(constraints, pairs)
  return pairs
}

function edgesOf(constraints: readonly Constraint[]): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>()
  const add = (from: string, to: string) => {
    edges.set(from, (edges.get(from) ?? new Set()).add(to))
    edges.set(negate(to), (edges.get(negate(to)) ?? new Set()).add(negate(from)))
  }
  for (const c of constraints) {
    if ('if' in c) add(c.if, c.then)
    else if ('never' in c) add(c.never[0], negate(c.never[1]))
    else
      for (const [i, one] of c.oneOf.entries())
        for (const other of c.oneOf.slice(i + 1)) {
          add(one, negate(other))
          if (c.oneOf.length === 2) add(negate(one), other)
        }
  }
  return edges
}

const endings: Readonly<Record<Asked, Readonly<Record<string, string>>>> = {
  condition: { yes: 'holds', no: 'does not hold', open: 'is not decided yet' },
  yes: { yes: 'is yes', no: 'is no', open: 'is not answered' },
  choice: { '': 'is something else', open: 'is not answered' },
  items: { yes: 'has items', no: 'is "none"', open: 'is not answered' },
  answered: { yes: 'is answered', no: 'is not answered' },
  inForce: { yes: 'is in force', no: 'is not in force' },
}

/** An assignment for people: `grant holds and term.kind is not answered`. */
export const inWords = (assignment: Assignment): string =>
  [...assignment]
    .map(([key, value]) => {
      const asks = key.slice(0, key.indexOf(' ')) as Asked
      return `${key.slice(asks.length + 1)} ${endings[asks][value] ?? `is "${value}"`}`
    })
    .join(' and ') || 'always'
