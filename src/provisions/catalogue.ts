/** How far the catalogue of provisions goes, and the templates with their numbers in it; the numbers that it does not hold, as findings, out. */
import * as z from 'zod'
import type { Finding } from '../findings/finding.ts'
import type { LibraryFile } from './provision-files.ts'
import type { Template } from './template.ts'
import { fault } from './yaml.ts'

const last = z.int().min(1).max(99)
export const catalogueFile = z.lazy(() => z.strictObject({ clauses: last, schedules: last }))
/** The last number of each series. */
export type Catalogue = z.infer<typeof catalogueFile>

const series = {
  C: { all: 'clauses', one: 'clause', write: (n: number) => `C${String(n).padStart(2, '0')}` },
  S: { all: 'schedules', one: 'schedule', write: (n: number) => `S${n}` },
} as const

/** So many of the nearest numbers are named. */
const NEAR = 3

/**
 * Numbers that the catalogue does not hold, each with those nearest to it and what they are. Papers are numbered freely (D…).
 * @param files the files of the templates, for the line on which a number stands
 */
export function numbersOutside(
  catalogue: Catalogue,
  templates: readonly Template[],
  files: readonly LibraryFile[],
): readonly Finding[] {
  return templates.flatMap(({ catalogue: number, file }) => {
    const kind = series[number[0] as keyof typeof series]
    if (!kind) return []
    const end = catalogue[kind.all]
    const known = Array.from({ length: end }, (_, i) => kind.write(i + 1))
    if (known.includes(number)) return []
    const start = Math.max(Math.min(Number(number.slice(1)), end - 1) - 2, 0)
    const meant = known.find(one => Number(one.slice(1)) === Number(number.slice(1)))
    const near = known.slice(start, start + NEAR).map(one => {
      const taken = templates.find(t => t.catalogue === one)
      return `${one} (${taken ? taken.id : 'taken by none'})`
    })
    return [
      fault(
        'TPL-01',
        `There is no ${number} in the catalogue${meant ? `, where it is written ${meant}` : ''}: its ${kind.all} go from ${known[0]} to ${known.at(-1)}.`,
        placeOfNumber(file, files),
        `The nearest are ${near.slice(0, -1).join(', ')}${near.length > 1 ? ' and ' : ''}${near.at(-1)}. A new ${kind.one} takes ${kind.write(end + 1)}: then write ${kind.all}: ${end + 1} in templates/catalogue.yaml.`,
      ),
    ]
  })
}

function placeOfNumber(file: string, files: readonly LibraryFile[]): Finding['place'] & {} {
  const text = files.find(({ path }) => `templates/${path}` === file)?.text ?? ''
  const line = text.split('\n').findIndex(one => one.startsWith('catalogue:'))
  const column = (text.split('\n')[line]?.search(/[CS]\d/) ?? 0) + 1
  return { file, start: line < 0 ? { line: 1, column: 1 } : { line: line + 1, column } }
}
