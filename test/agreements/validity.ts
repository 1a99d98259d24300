/** Many Word files by name in, what Microsoft's validator says against any of them out, two files at a time. */
import { validateDocx } from '../support/ooxml.ts'

/** The faults of each file that has some; empty when all are valid. */
export async function faultsOf(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const faults: Record<string, readonly string[]> = {}
  const waiting = Object.entries(files)
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const found = await validateDocx(next[1])
      if (found.length > 0) faults[next[0]] = found
    }
  }
  await Promise.all([lane(), lane()])
  return faults
}
