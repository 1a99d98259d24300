/** Defined terms against their uses: undefined, unused, used where their definition is not printed. */

import type { Finding } from '../../findings/finding.ts'
import type { Constraint } from '../../intake/condition-constraints.ts'
import type { Library } from '../library.ts'
import { counterexample, inWords } from './counterexample.ts'
import { faultAt, type Surveyed } from './fault.ts'
import { condition, unlessNo } from './formula.ts'

/** Faults in the use of defined terms. */
export function termFaults(
  library: Library,
  surveyed: readonly Surveyed[],
  constraints: readonly Constraint[],
): Finding[] {
  const out: Finding[] = []
  const used = new Set<string>()
  const byId = new Map(library.definitions.map(d => [d.id, d]))
  for (const s of surveyed)
    for (const seen of s.seen) {
      if (seen.type !== 'text') continue
      for (const id of library.terms.find(seen.text)) {
        if (id === s.definition?.id) continue
        used.add(id)
        const term = byId.get(id)!
        const against = term.when && counterexample(seen.guard, unlessNo(condition(term.when)), constraints)
        if (against)
          out.push(
            faultAt(
              'TPL-04',
              `"${term.term}" is defined only under "${term.when}", but is used when ${inWords(against)}`,
              s,
              seen.spot,
            ),
          )
      }
      for (const words of strangers(seen.text, library))
        out.push(
          faultAt(
            'TPL-04',
            `"${words}" has capitals like a defined term, but has no definition`,
            s,
            seen.spot,
          ),
        )
    }
  for (const d of library.definitions)
    if (!used.has(d.id))
      out.push(
        faultAt(
          'TPL-04',
          `"${d.term}" is defined, but no wording uses it`,
          { file: d.file, firstLine: d.line },
          { line: 1, column: 1 },
        ),
      )
  return out
}

const capitalised = /(?<=[\p{Ll}\p{N},;)’'”] )\p{Lu}[\p{L}’'-]+(?: (?:of |and )?\p{Lu}[\p{L}’'-]+)*/gu

/** Capitalised words within a sentence that neither a definition nor the list of proper names knows. */
function strangers(text: string, library: Library): string[] {
  const rest = library.terms.without(text).replace(/\s*\n\s*/g, ' ')
  return [...rest.matchAll(capitalised)].map(m => m[0])
}
