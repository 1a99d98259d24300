/** The text of `data/law.yaml` in; the law as typed entries out: instruments, words that have gone, dated amounts, and whose power is whose. */
import * as z from 'zod'
import type { Finding, Outcome } from '../findings/finding.ts'
import { councilKinds, legalForms } from '../intake/schema/partners.ts'
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

const id = z.lazy(() =>
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write the id in lower case with hyphens'),
)
const provenance = {
  source: z.string().min(1),
  confidence: z.enum(confidences),
  checked_on: z.iso.date(),
  note: z.string().optional(),
}

const instrument = z.lazy(() =>
  z.strictObject({
    id,
    title: z.string().min(1),
    number: z.string().min(1).optional(),
    kind: z.enum(kinds),
    state: z.enum(states),
    ...provenance,
  }),
)

const replaced = z.lazy(() =>
  z.strictObject({
    id,
    said: z.string().min(1),
    now: z.string().min(1),
    why: z.string().min(1),
    severity: z.enum(['warning', 'note']),
    example: z.string().min(1),
    exact_case: z.boolean().default(false),
  }),
)

const figure = z.lazy(() =>
  z.strictObject({
    id,
    title: z.string().min(1),
    amount: z.int().positive(),
    basis: z.string().min(1),
    from: z.iso.date(),
    law: id,
    ...provenance,
  }),
)

const forms = z.lazy(() => z.array(z.enum(Object.keys(legalForms) as [LegalForm, ...LegalForm[]])).min(1))

const councils = z.lazy(() =>
  z.array(z.enum(Object.keys(councilKinds) as [CouncilKind, ...CouncilKind[]])).min(1),
)

/** What a lawyer should still look up, of bodies of some forms, of some kinds of council, or of those whose name matches `said`. */
const toConfirm = z.lazy(() =>
  z
    .strictObject({
      forms: forms.optional(),
      councils: councils.optional(),
      said: z.string().min(1).optional(),
      unless: z.string().min(1).optional(),
      ask: z.string().min(1),
    })
    .refine(
      asked => [asked.forms, asked.councils, asked.said].filter(of => of !== undefined).length === 1,
      'give forms, councils or said',
    ),
)

const powerHolder = z.lazy(() =>
  z.strictObject({
    law: id,
    sections: z
      .array(z.string().regex(/^\d+[A-Z]*\d*$/, 'write the section’s number alone, such as 16E'))
      .min(1),
    belongs_to: z.string().min(1),
    forms,
    councils: councils.optional(),
    also: z.string().min(1).optional(),
    confirm: z.array(toConfirm).default([]),
    ...provenance,
  }),
)

const ownPower = z.lazy(() =>
  z.strictObject({ forms, said: z.string().min(1).optional(), look_to: z.string().min(1) }),
)

const lawFile = z.lazy(() =>
  z.strictObject({
    instruments: z.array(instrument).min(1),
    replaced: z.array(replaced),
    figures: z.array(figure),
    power_holders: z.array(powerHolder).default([]),
    own_powers: z.array(ownPower).default([]),
  }),
)

type LegalForm = keyof typeof legalForms
type CouncilKind = keyof typeof councilKinds

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

interface ToConfirm extends Omit<Readonly<z.infer<typeof toConfirm>>, 'said' | 'unless'> {
  readonly said?: RegExp
  /** Words in the answer that settle it. */
  readonly unless?: RegExp
}

/** Sections that are a power of bodies of some legal forms alone, with the title of their law. */
interface PowerHolder extends Omit<Readonly<z.infer<typeof powerHolder>>, 'also' | 'confirm'> {
  readonly title: string
  /** Knows bodies of another kind that hold the power by their names. */
  readonly also?: RegExp
  readonly confirm: readonly ToConfirm[]
}

/** Where bodies of some legal forms, or those whose description matches `said`, find their powers. */
interface OwnPower extends Omit<Readonly<z.infer<typeof ownPower>>, 'said'> {
  readonly said?: RegExp
}

export interface Law {
  readonly powerHolders: readonly PowerHolder[]
  readonly ownPowers: readonly OwnPower[]
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly replaced: readonly ReplacedTerm[]
  readonly figures: ReadonlyMap<string, LegalFigure>
}

/** Reads the law file. Refused: an id used twice, a pattern that is no pattern, a figure or power whose law is not in the file. */
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
  for (const section of ['figures', 'power_holders'] as const)
    data[section].forEach((entry, index) => {
      if (!instruments.has(entry.law)) {
        const place = placeOf([section, index, 'law'])
        findings.push(fault('ANS-06', `The law “${entry.law}” is not among the instruments.`, place))
      }
    })
  const terms: ReplacedTerm[] = []
  const pattern = (
    said: string | undefined,
    isExact: boolean,
    ...at: readonly (string | number)[]
  ): RegExp | undefined => {
    if (said === undefined) return undefined
    try {
      return patternOf(said, isExact)
    } catch {
      const place = placeOf(at)
      findings.push(fault('TPL-01', `“${said}” cannot be read as a pattern.`, place))
      return undefined
    }
  }
  data.replaced.forEach(({ said, exact_case, ...entry }, index) => {
    const found = pattern(said, exact_case, 'replaced', index, 'said')
    if (found) terms.push({ ...entry, said: found })
  })
  const ownPowers = data.own_powers.map(({ said, ...entry }, index) => {
    const found = pattern(said, false, 'own_powers', index, 'said')
    return found ? { ...entry, said: found } : entry
  })
  const powerHolders = data.power_holders.map(({ also, confirm, ...entry }, index) => {
    const at = ['power_holders', index]
    const others = pattern(also, false, ...at, 'also')
    return {
      ...entry,
      title: instruments.get(entry.law)?.title ?? '',
      ...(others ? { also: others } : {}),
      confirm: confirm.map(({ said, unless, ...asked }, i) => {
        const names = pattern(said, false, ...at, 'confirm', i, 'said')
        const settled = pattern(unless, false, ...at, 'confirm', i, 'unless')
        return { ...asked, ...(names ? { said: names } : {}), ...(settled ? { unless: settled } : {}) }
      }),
    }
  })
  if (findings.length > 0) return { findings }
  const figures = new Map(data.figures.map(f => [f.id, f]))
  return { value: { instruments, replaced: terms, figures, powerHolders, ownPowers }, findings }
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
