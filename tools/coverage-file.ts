/** The text of `data/code/coverage.yaml` in; what the Code asks, by number, and the places named for it, out. */
import * as z from 'zod'
import type { Outcome } from '../src/findings/finding.ts'
import { readChecked } from '../src/provisions/yaml.ts'

const words = z.string().trim().min(1)
const places = {
  met: z.array(words).default([]),
  shown: z.array(words).default([]),
}

/** An item that names no places has those of what it belongs to. */
const optionalPlaces = { met: z.array(words).optional(), shown: z.array(words).optional() }

const requirement = z.strictObject({
  id: z.string().regex(/^R\d{3}$/, 'write the number as R001'),
  asks: words,
  items: z
    .union([
      z.int().positive(),
      z.array(
        z.union([words, z.strictObject({ asks: words, outside: words.optional(), ...optionalPlaces })]),
      ),
    ])
    .optional(),
  lettered: z.boolean().default(false),
  each: words.optional(),
  outside: words.optional(),
  ...places,
})

const file = z.strictObject({
  requirements: z.array(requirement),
  faults: z.array(z.strictObject({ id: z.string().regex(/^Z\d+$/), ...places })),
})

export type Requirement = z.infer<typeof requirement>
export type CoverageFile = z.infer<typeof file>

/** Reads the file; each slip is told with its line. */
export const readCoverage = (text: string): Outcome<{ readonly data: CoverageFile }> =>
  readChecked(text, 'data/code/coverage.yaml', file)
