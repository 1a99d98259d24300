/** The text of `data/law.yaml` in; the law as typed entries out: instruments, words that have gone, and dated amounts. */
import * as z from 'zod'
import type { Finding, Outcome } from '../findings/finding.ts'
import { fault, readChecked } from './yaml.ts'

const kinds = [
  'act',
  'regulations',
  'order',
  'retained_regulation',
  'direction',
  'consent',
  'code',
  'guidance',
  'bill',
] as const
const states = ['in_force', 'partly_in_force', 'scheduled', 'unconfirmed', 'bill', 'repealed'] as const
const confidences = ['confirmed', 'known', 'unconfirmed'] as const

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write the id in lower case with hyphens')
const provenance = {
  source: z.string().min(1),
  confidence: z.enum(confidences),
  checked_on: z.iso.date(),
  note: z.string().optional(),
}

const instrument = z.strictObject({
  id,
  title: z.string().min(1),
  number: z.string().min(1).optional(),
  kind: z.enum(kinds),
  state: z.enum(states),
  ...provenance,
})

const replaced = z.strictObject({
  id,
  said: z.string().min(1),
  now: z.string().min(1),
  why: z.string().min(1),
  severity: z.enum(['warning', 'note']),
  example: z.string().min(1),
  exact_case: z.boolean().default(false),
})

const figure = z.strictObject({
  id,
  title: z.string().min(1),
  amount: z.int().positive(),
  basis: z.string().min(1),
  from: z.iso.date(),
  law: id,
  ...provenance,
})

const lawFile = z.strictObject({
  instruments: z.array(instrument).min(1),
  replaced: z.array(replaced),
  figures: z.array(figure),
})

/** An Act, a set of regulations, a code or the like, and how sure we are of it. */
interface Instrument extends Readonly<z.infer<typeof instrument>> {
  /** Whether a clause may name it as law: in force, at least in part, and not unconfirmed. */
  readonly isInForce: boolean
}

/** Words that name law or bodies that have gone, with what to write instead. */
interface ReplacedTerm extends Omit<Readonly<z.infer<typeof replaced>>, 'said' | 'exact_case'> {
  readonly said: RegExp
}

/** An amount the law sets, in whole pounds, with the day from which it holds. */
type LegalFigure = Readonly<z.infer<typeof figure>>

export interface Law {
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly replaced: readonly ReplacedTerm[]
  readonly figures: ReadonlyMap<string, LegalFigure>
}

/** Reads the law file. Refused: an id used twice, a pattern that is no pattern, a figure whose law is not in the file. */
export function readLaw(text: string, file = 'data/law.yaml'): Outcome<Law> {
  const read = readChecked(text, file, lawFile)
  if (!read.value) return { findings: read.findings }
  const { data, placeOf } = read.value
  const findings: Finding[] = []
  for (const section of ['instruments', 'replaced', 'figures'] as const) {
    const seen = new Set<string>()
    data[section].forEach((entry, index) => {
      if (seen.has(entry.id)) {
        findings.push(fault('ANS-05', `The id “${entry.id}” is used twice.`, placeOf([section, index, 'id'])))
      }
      seen.add(entry.id)
    })
  }
  const instruments = new Map(
    data.instruments.map(entry => [entry.id, { ...entry, isInForce: isInForce(entry) }]),
  )
  data.figures.forEach((entry, index) => {
    if (!instruments.has(entry.law)) {
      const place = placeOf(['figures', index, 'law'])
      findings.push(fault('ANS-06', `The law “${entry.law}” is not among the instruments.`, place))
    }
  })
  const terms: ReplacedTerm[] = []
  data.replaced.forEach(({ said, exact_case, ...entry }, index) => {
    try {
      terms.push({ ...entry, said: patternOf(said, exact_case) })
    } catch {
      const place = placeOf(['replaced', index, 'said'])
      findings.push(fault('TPL-01', `“${said}” cannot be read as a pattern.`, place))
    }
  })
  if (findings.length > 0) return { findings }
  return {
    value: { instruments, replaced: terms, figures: new Map(data.figures.map(f => [f.id, f])) },
    findings,
  }
}

/**
 * A pattern for words that have gone. Its syntax is checked strictly, with the flag u; it runs without it where that means
 * the same, because matching in any case is many times slower under u.
 */
function patternOf(said: string, isExact: boolean): RegExp {
  const strict = new RegExp(said, isExact ? 'u' : 'iu')
  return /\\[pPuk]/.test(said) ? strict : new RegExp(said, isExact ? '' : 'i')
}

const isInForce = (entry: z.infer<typeof instrument>): boolean =>
  (entry.state === 'in_force' || entry.state === 'partly_in_force') && entry.confidence !== 'unconfirmed'
