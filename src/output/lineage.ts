/** The folder of a partnership, and the version and file that an amendment starts from, in; what it may replace there out. */
import { existsSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { filesOf, readRecord, type VersionEntry } from './record.ts'

export interface Lineage {
  /** Whether the edits that stand in the folder are in this amendment too. */
  readonly carriesEdits: boolean
  /** Files that are left whatever they hold: the one that came back, if it stands in the folder. */
  readonly leave: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * Says what an amendment may replace. Two people who amend from one version make two next versions, of which neither
 * holds the other's edits, so the second stands beside the first.
 * @param model the hash of the version that the file was generated as, where that is known
 * @param hash the hash of the file that came back, and `path` its path
 * @param names the files that the amendment is about to write
 */
export function lineageOf(
  folder: string,
  model: string | undefined,
  hash: string,
  path: string,
  names: readonly string[],
): Lineage {
  const versions = readRecord(folder)?.versions ?? []
  const last = versions.at(-1)
  const other = versions.find(({ from }) => from !== undefined && from.model === model && from.file !== hash)
  return {
    carriesEdits: last === undefined || last.model === model || last.from?.file === hash,
    leave: [...names, basename(path)].filter(name => isOneFile(join(folder, name), path)),
    findings: other ? [twice(path, other.label)] : [],
  }
}

/** Papers of versions before that an amendment, which wrote `names`, did not replace: they stay, so it is said whose they are. */
export function olderPapers(
  folder: string,
  versions: readonly VersionEntry[],
  names: readonly string[],
): readonly Finding[] {
  const latest = new Map(
    versions.flatMap(version => filesOf(version).map(name => [name, version.label] as const)),
  )
  const older = [...latest].filter(([name]) => !names.includes(name) && existsSync(join(folder, name)))
  if (older.length === 0) return []
  return [
    {
      code: 'BACK-20',
      severity: 'note',
      message: `These papers stay in the folder and are not of this version: ${older.map(([name, label]) => `${name} (of ${label})`).join(', ')}.`,
      hint: 'Keep them with the version they belong to, or delete them.',
    },
  ]
}

/** Whether two paths lead to one file: through a link, or in other letter case where the system makes no difference. */
function isOneFile(a: string, b: string): boolean {
  try {
    return realpathSync.native(a) === realpathSync.native(b)
  } catch {
    return false
  }
}

const twice = (path: string, label: string): Finding => ({
  code: 'BACK-08',
  severity: 'warning',
  message: `The version that ${path} was made from has been amended before, from another copy; that gave ${label}. This amendment does not hold the edits of the other copy.`,
  hint: 'Compare both in Word, put the edits of one into the other, and amend from that.',
})
