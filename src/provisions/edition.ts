/** The record of amendments in an intake in; out, which version its agreement is, and the history of those before it. */
import type { Block, Cell } from '../document/nodes.ts'
import { formatDate } from '../intake/format.ts'
import type { Intake } from '../intake/schema.ts'

/** The state of the document being made: how its header, watermark and version read. */
export interface Edition {
  readonly version: string
  /** `DRAFT` until final, then empty. */
  readonly state: string
  /** ISO date the file counts as made on. */
  readonly date: string
}

/** One version in the life of an agreement. */
export interface Version {
  /** Such as `Draft 2`, `Signed`, `Varied by deed 1`. */
  readonly label: string
  readonly date?: string
  readonly reference?: string
}

type Instrument = 'deed' | 'memorandum'

/**
 * Every version so far, the present one last. An amendment asked for before the agreement was signed makes a new draft;
 * one after it varies the agreement, once the instrument is signed. Until then the version is the draft of that variation.
 */
export function versionsOf(intake: Intake, instrument: Instrument): readonly Version[] {
  const signed = intake.agreement_date
  const amendments = intake.amendments ?? []
  const isVariation = (date: string | undefined): boolean =>
    signed !== undefined && date !== undefined && date > signed
  const drafts = amendments.filter(({ date }) => !isVariation(date))
  const variations = amendments.filter(({ date }) => isVariation(date))
  const at = (date: string | undefined, ref: string | undefined) => ({
    ...(date !== undefined && { date }),
    ...(ref !== undefined && { reference: ref }),
  })
  return [
    {
      label: 'Draft 1',
      ...at(drafts.length + variations.length > 0 || signed ? undefined : intake.intake_date, undefined),
    },
    ...drafts.map(({ date, reference: ref }, index) => ({ label: `Draft ${index + 2}`, ...at(date, ref) })),
    ...(signed ? [{ label: 'Signed', date: signed }] : []),
    ...variations.map(({ date, reference: ref, signed_on }, index) =>
      signed_on === undefined
        ? { label: `Draft of variation ${index + 1}`, ...at(date, ref) }
        : { label: `Varied by ${instrument} ${index + 1}`, ...at(signed_on, ref) },
    ),
  ]
}

/** The edition of the present version. A version waiting for signature is a draft and says so. */
export function editionNow(intake: Intake, instrument: Instrument, date: string): Edition {
  const { label } = versionsOf(intake, instrument).at(-1)!
  return { version: label, state: label.startsWith('Draft') ? 'DRAFT' : '', date }
}

/** By which instruments the text was, or is to be, varied; undefined while there is none. */
export function variedBy(versions: readonly Version[], instrument: Instrument): string | undefined {
  const parts = versions.flatMap(({ label, date }) => {
    if (label.startsWith('Varied by ')) return date ? [`the ${instrument} dated ${formatDate(date)}`] : []
    const [, number] = /^Draft of variation (\d+)$/.exec(label) ?? []
    return number === undefined ? [] : [`${instrument} of variation ${number}, once it is signed`]
  })
  return parts.length === 0 ? undefined : parts.join(' and ')
}

/** The page that lists the versions; none while there is only the first. */
export function historyPage(versions: readonly Version[]): readonly Block[] {
  if (versions.length < 2) return []
  const cell = (text: string): Cell => ({
    children: text === '' ? [] : [{ type: 'para', children: [{ type: 'text', text }] }],
  })
  const column = (title: string, width: number) => ({ title, width, align: 'left' as const })
  return [
    { type: 'heading', level: 1, children: [{ type: 'text', text: 'History of this agreement' }] },
    {
      type: 'table',
      id: 'history.versions',
      caption: 'Versions of this agreement',
      columns: [column('Version', 4), column('Date', 3), column('Reference', 3)],
      rows: versions.map(({ label, date, reference = '' }) => ({
        id: label,
        cells: [cell(label), cell(date ? formatDate(date) : ''), cell(reference)],
      })),
      from: { template: '', line: 1 },
    },
  ]
}
