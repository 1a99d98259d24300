/**
 * Every kind of conflict, in each of the intakes that show it: the answers that disagree are found, all the places are named, and
 * neither the agreement nor the papers of the pack print any of them or what is worked out from them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codes } from '../../src/findings/codes.ts'
import { conflictingPaths, isConflict } from '../../src/intake/rules/conflicting-paths.ts'
import { makePapers } from '../../src/pack/paper.ts'
import { conflictsAmong } from '../../src/provisions/conflicts.ts'
import { draftText } from '../support/draft.ts'
import { packInput } from '../support/pack.ts'

type CodeName = keyof typeof codes

const folder = new URL('../bad/', import.meta.url)
const kinds = (Object.keys(codes) as CodeName[]).filter(code => isConflict({ code }))
const files = readdirSync(folder).filter(file => kinds.some(code => file.startsWith(`${code}-`)))

/** The paths of all answers that a document prints, and those that it marks as in conflict. */
function pathsIn(node: unknown, found = { printed: new Set<string>(), marked: new Set<string>() }) {
  if (Array.isArray(node)) for (const one of node) pathsIn(one, found)
  else if (node && typeof node === 'object') {
    const { type, reason, path } = node as { type?: string; reason?: string; path?: string }
    if (type === 'fact' && path !== undefined) found.printed.add(path)
    if (type === 'gap' && reason === 'disputed' && path !== undefined) found.marked.add(path)
    pathsIn(Object.values(node), found)
  }
  return found
}

const seen = new Map<string, Set<string>>()

describe.each(files)('%s', file => {
  const draft = draftText(readFileSync(new URL(file, folder), 'utf8'))
  const input = packInput(draft)
  const byPath = conflictingPaths(input.findings)
  const conflicts = conflictsAmong(byPath)

  test('every place of the conflict is known, and no document prints an answer that is in doubt', () => {
    const own = input.findings.filter(({ code }) => file.startsWith(`${code}-`))
    expect(own.length).toBeGreaterThan(0)
    for (const { code, place, related = [] } of own)
      for (const side of [place, ...related.map(one => one.place)]) {
        const isKnown = (path: string): boolean =>
          conflicts.at(path).length > 0 || [...byPath.keys()].some(known => known.startsWith(`${path}[]`))
        expect(isKnown(side!.path!), side!.path).toBe(true)
        const pattern = side!.path!.replace(/\[[^\]]*\]/g, '[]')
        seen.set(code, (seen.get(code) ?? new Set()).add(pattern))
      }
    for (const document of [draft.document, ...makePapers(input).map(paper => paper.document)]) {
      const inDoubt = [...pathsIn(document).printed].filter(path => conflicts.at(path).length > 0)
      expect(inDoubt).toEqual([])
    }
  })
})

test('each kind of conflict is shown on more than one field', () => {
  const thin = kinds.filter(code => (seen.get(code)?.size ?? 0) < 2)
  expect(thin).toEqual([])
})
