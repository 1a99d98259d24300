/**
 * The agreement that is to be the next version and the one before it in; out, the next with a history page that names every version
 * there was: those that the intake records, and those that the program made because the text changed and nothing was recorded.
 */
import type { Block, Document, Row, Table } from '../../document/nodes.ts'
import type { Intake } from '../../intake/schema.ts'
import { historyPage, type Version } from '../../provisions/edition.ts'
import { placeOf } from './next-label.ts'

const PAGE = 'history.versions'

const isPage = (block: Block): block is Table => block.type === 'table' && block.id === PAGE

/** The page as an intake with these versions would have it. */
function pageOf(versions: readonly Version[]): { readonly heading: readonly Block[]; readonly table: Table } {
  const page = historyPage(versions)
  const table = page.find(isPage)!
  return { heading: page.filter(block => block !== table), table }
}

/** One row; a page is only made of two versions, so another stands before it. */
const rowOf = (version: Version): Row => pageOf([{ label: '' }, version]).table.rows.at(-1)!

/** The versions that a document lists, itself the last. Without a page it is the only one. */
const rowsIn = ({ body, properties }: Document): readonly Row[] =>
  body.find(isPage)?.rows ?? [rowOf({ label: properties.version, date: properties.date })]

/** A document without its history page, which is a record and no part of the text. */
export function withoutHistory(document: Document): Document {
  const at = document.body.findIndex(isPage)
  if (at < 0) return document
  const isHeading = document.body[at - 1]?.type === 'heading'
  return {
    ...document,
    body: [...document.body.slice(0, isHeading ? at - 1 : at), ...document.body.slice(at + 1)],
  }
}

/** The version that an agreement is to be, where the record in the intake does not give it. */
export interface CountedOn {
  readonly label: string
  /** ISO date on which it is made. */
  readonly date: string
  /** Why it is another version: the reference of the amendment where one is recorded, and else what changed. */
  readonly cause: string
}

/** What a version that the record in the intake does not give is listed with. */
export function causeOf(
  before: Document,
  amendments: Intake['amendments'],
  changed: { readonly answers: boolean; readonly library: boolean },
): string {
  const last = amendments?.at(-1)?.reference
  const page = before.body.find(isPage)
  if (last !== undefined && !JSON.stringify(page?.rows ?? []).includes(JSON.stringify(last))) return last
  const what = [...(changed.answers ? ['answers'] : []), ...(changed.library ? ['the clause library'] : [])]
  return `No amendment recorded: ${what.join(' and ') || 'the text'} changed`
}

/** Gives the next version the history that it has. `counted` is the row that the intake does not know of. */
export function withHistory(next: Document, before: Document, counted?: CountedOn): Document {
  const old = rowsIn(before)
  const recorded = next.body.find(isPage)?.rows ?? []
  const more = old.filter(({ id }) => isUnrecorded(id, recorded, next))
  if (!counted && more.length === 0) return next
  const rows = counted
    ? [
        ...old.filter(({ id }) => id !== counted.label),
        rowOf({ label: counted.label, date: counted.date, reference: counted.cause }),
      ]
    : [...(recorded.length > 0 ? recorded : rowsIn(next)), ...more].sort(
        (a, b) => placeOf(a.id) - placeOf(b.id),
      )
  const { heading, table } = pageOf([{ label: '' }, { label: '' }])
  return { ...next, body: [...withoutHistory(next).body, ...heading, { ...table, rows }] }
}

/** A version before the next one that the record in the intake does not list. */
const isUnrecorded = (label: string, recorded: readonly Row[], { properties }: Document): boolean =>
  recorded.every(({ id }) => id !== label) && placeOf(label) < placeOf(properties.version)
