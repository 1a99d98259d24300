/** What a sheet of the register is: a title, columns of one kind each, and rows. Plain data that every format is made from. */

/** Text; an ISO date; whole pence; a whole number; a percentage. */
export type CellKind = 'text' | 'date' | 'money' | 'number' | 'percent'

export interface SheetColumn {
  /** Stable, for machines: `next_review`. */
  readonly id: string
  readonly title: string
  readonly kind: CellKind
}

/** What stands in place of a figure, a date or a word where two answers state it in two ways; in a column of any kind. */
export const inConflict = 'in conflict'

/** Null where nothing is recorded. Text and dates are strings, the rest numbers, save for what is in conflict. */
export type SheetCell = string | number | null

export type SheetRow = readonly SheetCell[]

export interface Sheet {
  /** Stable: names the CSV file and the place in the page. */
  readonly id: SheetId
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
}

export const sheetIds = [
  'partnerships',
  'reviews',
  'approvals',
  'high-risks',
  'accountable-body',
  'representatives',
  'information',
  'commitments',
  'duplicates',
  'out-of-date',
  'dependent-partners',
  'contacts',
  'left-out',
] as const
export type SheetId = (typeof sheetIds)[number]

/** The value of a row in a named column. */
export const cellOf = (sheet: Sheet, row: SheetRow, column: string): SheetCell => {
  const index = sheet.columns.findIndex(c => c.id === column)
  return index < 0 ? null : (row[index] ?? null)
}

/** Columns from a short notation: `next_review: ['Next review', 'date']`. */
export const columnsOf = (
  columns: Readonly<Record<string, readonly [title: string, kind: CellKind]>>,
): readonly SheetColumn[] => Object.entries(columns).map(([id, [title, kind]]) => ({ id, title, kind }))

/** The label of a choice as documents print it, with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
