/** When wording prints, as a formula over conditions and answers; and whether one formula always brings another with it. */
import type { Constraint } from '../../intake/conditions.ts'

/** `name` is a yes-or-no atom. With `value` it says that the choice `name` has that value. */
export interface Atom {
  readonly name: string
  readonly value?: string
}
export type Formula =
  | { readonly type: 'atom'; readonly atom: Atom }
  | { readonly type: 'not'; readonly of: Formula }
  | { readonly type: 'and' | 'or'; readonly of: readonly Formula[] }

export const yes: Formula = { type: 'and', of: [] }
export const atom = (name: string, value?: string): Formula => ({
  type: 'atom',
  atom: value === undefined ? { name } : { name, value },
})
export const not = (of: Formula): Formula => ({ type: 'not', of })
export const and = (...of: Formula[]): Formula => ({ type: 'and', of: of.filter(f => f !== yes) })
export const or = (...of: Formula[]): Formula => ({ type: 'or', of })

/** An assignment that makes the first formula true and the second false, or undefined when there is none. */
export function counterexample(
  premise: Formula,
  conclusion: Formula,
  constraints: readonly Constraint[],
): ReadonlyMap<string, string> | undefined {
  const domains = new Map<string, Set<string>>()
  collect(premise, domains)
  collect(conclusion, domains)
  for (const c of constraints)
    if ('oneOf' in c && c.oneOf.some(n => domains.has(n)))
      for (const n of c.oneOf) if (!domains.has(n)) domains.set(n, new Set())
  const names = [...domains.keys()]
  const laws = relevant(constraints, new Set(names))
  const chosen = new Map<string, string>()
  const search = (i: number): boolean => {
    if (!laws.every(law => law(chosen))) return false
    if (i === names.length) return holds(premise, chosen) && !holds(conclusion, chosen)
    const values = domains.get(names[i]!)!
    // A choice may also have a value that no formula names; a yes-or-no atom is "yes" or "no".
    for (const value of values.size > 0 ? [...values, ''] : ['yes', 'no']) {
      chosen.set(names[i]!, value)
      if (search(i + 1)) return true
      chosen.delete(names[i]!)
    }
    return false
  }
  return search(0) ? new Map(chosen) : undefined
}

function collect(formula: Formula, into: Map<string, Set<string>>): void {
  if (formula.type === 'not') collect(formula.of, into)
  else if (formula.type !== 'atom') for (const f of formula.of) collect(f, into)
  else {
    const { name, value } = formula.atom
    const values = into.get(name) ?? new Set()
    if (value !== undefined) values.add(value)
    into.set(name, values)
  }
}

function holds(formula: Formula, chosen: ReadonlyMap<string, string>): boolean {
  switch (formula.type) {
    case 'atom':
      return chosen.get(formula.atom.name) === (formula.atom.value ?? 'yes')
    case 'not':
      return !holds(formula.of, chosen)
    case 'and':
      return formula.of.every(f => holds(f, chosen))
    case 'or':
      return formula.of.some(f => holds(f, chosen))
  }
}

type LawOf = (chosen: ReadonlyMap<string, string>) => boolean

/** The constraints that bear on some names. Chains through other names are followed first. */
function relevant(constraints: readonly Constraint[], names: ReadonlySet<string>): LawOf[] {
  const laws: LawOf[] = []
  for (const [from, to] of impliedPairs(constraints)) {
    if (!names.has(bare(from)) || !names.has(bare(to))) continue
    laws.push(chosen => {
      const a = chosen.get(bare(from))
      const b = chosen.get(bare(to))
      return a === undefined || b === undefined || a !== sign(from) || b === sign(to)
    })
  }
  for (const c of constraints)
    if ('oneOf' in c && c.oneOf.every(n => names.has(n)))
      laws.push(chosen => {
        const values = c.oneOf.map(n => chosen.get(n))
        return values.includes(undefined) || values.includes('yes')
      })
  return laws
}

// A literal is a name, or a name with "!" before it.
const bare = (literal: string): string => literal.replace(/^!/, '')
const sign = (literal: string): string => (literal.startsWith('!') ? 'no' : 'yes')
const negate = (literal: string): string => (literal.startsWith('!') ? bare(literal) : `!${literal}`)

/** Every "if this then that" that follows from the constraints taken two by two. */
function impliedPairs(constraints: readonly Constraint[]): [string, string][] {
  const edges = new Map<string, Set<string>>()
  const add = (from: string, to: string) => {
    edges.set(from, (edges.get(from) ?? new Set()).add(to))
    const back = negate(to)
    edges.set(back, (edges.get(back) ?? new Set()).add(negate(from)))
  }
  for (const c of constraints) {
    if ('if' in c) add(c.if, c.then)
    else if ('never' in c) add(c.never[0], `!${c.never[1]}`)
    else
      for (const [i, a] of c.oneOf.entries())
        for (const b of c.oneOf.slice(i + 1)) {
          add(a, `!${b}`)
          if (c.oneOf.length === 2) add(`!${a}`, b)
        }
  }
  const pairs: [string, string][] = []
  for (const start of edges.keys()) {
    const seen = new Set<string>()
    const open = [...(edges.get(start) ?? [])]
    while (open.length > 0) {
      const next = open.pop()!
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...(edges.get(next) ?? []))
    }
    for (const end of seen) if (end !== start) pairs.push([start, end])
  }
  return pairs
}
