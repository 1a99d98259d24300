/** File names and patterns as a person types them in, the files they stand for out, each once and in a settled order, links followed. */
import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

export interface Found {
  readonly files: readonly string[]
  /** Patterns that no file matches. */
  readonly unmatched: readonly string[]
}

/**
 * Finds the files. A name that stands for a file or folder is taken as it is, brackets and all; so is one without a
 * pattern, whether or not there is such a file. The files of a pattern are sorted by name.
 */
export async function findFiles(given: readonly string[], cwd: string): Promise<Found> {
  const files = new Map<string, string>()
  const unmatched: string[] = []
  for (const name of given) {
    const isThere = statSync(resolve(cwd, name), { throwIfNoEntry: false }) !== undefined
    // Most runs have no pattern, and need not load what matches them.
    const matches = isThere ? [name] : ((await import('./patterns.ts')).matchesOf(name, cwd) ?? [name])
    if (matches.length === 0) unmatched.push(name)
    for (const file of matches) {
      const path = whereItIs(resolve(cwd, file))
      if (!files.has(path)) files.set(path, file)
    }
  }
  return { files: [...files.values()], unmatched }
}

/** The place of a file, whichever links lead there: an intake that is found by two names is one intake. */
function whereItIs(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // There is no such file, or nobody may look; whoever reads it says so.
    return path
  }
}
