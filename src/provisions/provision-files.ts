/** The files of `templates/` in; the templates of one room, or of the agreement's three, in order, out. */
import type { Outcome } from '../findings/finding.ts'
import { readTemplate, type Template } from './template.ts'

export interface LibraryFile {
  /** Relative to `templates/`, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** The rooms of the agreement: clauses, then schedules, then execution. */
const rooms = ['agreement/', 'schedules/', 'execution/']

/** The order of a room is that of file names. */
export const byPath = (a: LibraryFile, b: LibraryFile): number => (a.path < b.path ? -1 : 1)

/** Reads the templates below a folder. What cannot be read is left out and reported. */
export function readTemplates(files: readonly LibraryFile[], room: string): Outcome<readonly Template[]> {
  const read = [...files]
    .sort(byPath)
    .filter(f => f.path.startsWith(room) && f.path.endsWith('.md'))
    .map(f => readTemplate(`templates/${f.path}`, f.text))
  return { value: read.flatMap(r => r.value ?? []), findings: read.flatMap(r => r.findings) }
}

/** Reads the agreement's provisions: clauses, then schedules, then execution. */
export function readProvisions(files: readonly LibraryFile[]): Outcome<readonly Template[]> {
  const read = rooms.map(room => readTemplates(files, room))
  return { value: read.flatMap(r => r.value ?? []), findings: read.flatMap(r => r.findings) }
}
