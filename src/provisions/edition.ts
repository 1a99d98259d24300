/** The record of amendments in an intake in; out, which version its agreement is, and the history of those before it. */
import { withSameContent } from '../document/content-hash.ts'
import type { Block, Cell, CoverLine, Document, Table } from '../document/nodes.ts'
import { formatDate } from '../intake/format.ts'
import type { Intake } from '../intake/schema.ts'

/** The state of the document being made: how its header, watermark and version read. */
export interface Edition {
  readonly version: string
  /** `DRAFT` until the text is for signature, then empty: what people sign bears no such mark. */
  readonly state: string
  /** ISO date the file counts as made on. */
  readonly date: string
}

/** One version in the life of an agreement. */
export interface Version {
  /** Such as `Draft 2`, `Version 2, for signature`, `Signed`, `Variation 1, for signature`, `Varied by deed 1`. */
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

/** The edition of the present version, as far as answers tell. A draft may yet be for signature, which its text decides. */
export function editionNow(intake: Intake, instrument: Instrument, date: string): Edition {
  const { label } = versionsOf(intake, instrument).at(-1)!
  return { version: label, state: stateOf(label), date }
}

const stateOf = (label: string): string => (label.startsWith('Draft') ? 'DRAFT' : '')

/** What a draft calls itself once its text is approved and waits for nothing but signatures; undefined for what is no draft. */
export function labelForSignature(label: string): string | undefined {
  const [, variation, number] = /^Draft (of variation )?(\d+)$/.exec(label) ?? []
  return number === undefined ? undefined : `${variation ? 'Variation' : 'Version'} ${number}, for signature`
}

/** The draft that a text for signature falls back to when its words change; undefined for what is not for signature. */
export function draftBefore(label: string): string | undefined {
  const [, what, number] = /^(Version|Variation) (\d+), for signature$/.exec(label) ?? []
  return number === undefined ? undefined : `Draft ${what === 'Variation' ? 'of variation ' : ''}${number}`
}

/** An agreement under another version's name, on its cover, at the top of its pages and in its history. */
export function relabelled(document: Document, label: string, notice: string): Document {
  const state = stateOf(label)
  const line = (name: string, text: string): CoverLine => ({ label: name, value: [{ type: 'text', text }] })
  const { cover, properties, body } = document
  const made: Document = {
    ...document,
    properties: { ...properties, version: label, state },
    cover: {
      ...cover,
      lines: [
        ...cover.lines
          .filter(one => one.label !== 'Status')
          // “Version: Version 1” would say it twice.
          .map(one => (one.label === 'Version' ? line('Version', label.replace(/^Version /, '')) : one)),
        ...(state === '' ? [] : [line('Status', state)]),
      ],
      notice: state === '' ? [] : [{ type: 'text', text: notice.trim() }],
    },
    body: body.map(block => (block.type === 'table' && block.id === HISTORY ? lastRow(block, label) : block)),
  }
  // The cover, the properties and the table of versions are records.
  return withSameContent(made, document)
}

const HISTORY = 'history.versions'

function lastRow(history: Table, label: string): Table {
  const last = history.rows.at(-1)!
  return {
    ...history,
    rows: [
      ...history.rows.slice(0, -1),
      { ...last, id: label, cells: [cell(label), ...last.cells.slice(1)] },
    ],
  }
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
  const column = (title: string, width: number) => ({ title, width, align: 'left' as const })
  return [
    { type: 'heading', level: 1, children: [{ type: 'text', text: 'History of this agreement' }] },
    {
      type: 'table',
      id: HISTORY,
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

const cell = (text: string): Cell => ({
  children: text === '' ? [] : [{ type: 'para', children: [{ type: 'text', text }] }],
})
