/** The register in, the same as a document out: the sheets that call for action, then each partnership with the fields of the Code. */
import type { Block, Document, Inline } from '../document/nodes.ts'
import { formatDate } from '../intake/format.ts'
import type { RegisterSettings } from './entry.ts'
import { fieldsOf } from './fields.ts'
import { shownAs } from './html.ts'
import type { Register } from './register.ts'
import type { Sheet, SheetId } from './sheet.ts'
import type { RegisterWording } from './wording.ts'

/** The sheets that print before the partnerships, and those of their columns that a page has room for. */
const printed: Readonly<Partial<Record<SheetId, readonly (readonly [column: string, width: number])[]>>> = {
  reviews: [
    ['due', 3.7],
    ['state', 2.6],
    ['what', 6],
    ['name', 4.8],
  ],
  approvals: [
    ['name', 5],
    ['approval', 5],
    ['why', 2.4],
    ['start', 3.4],
  ],
  'high-risks': [
    ['score', 1],
    ['name', 4],
    ['risk', 5],
    ['lead', 3],
  ],
  'accountable-body': [
    ['name', 4],
    ['grant', 2.2],
    ['grant_end', 3.4],
    ['cash_flow', 2.2],
    ['ineligible', 4],
  ],
  commitments: [
    ['year', 2],
    ['council', 3],
    ['not_approved', 3],
    ['grant', 3],
    ['others', 3],
  ],
  duplicates: [
    ['name', 5],
    ['other_name', 5],
    ['partners', 2],
    ['aims', 2],
  ],
  'out-of-date': [
    ['name', 4],
    ['what', 2],
    ['why', 6],
  ],
  'dependent-partners': [
    ['partner', 4],
    ['name', 5],
    ['end', 3],
    ['in_all', 2],
  ],
  contacts: [
    ['matter', 4],
    ['role', 4.4],
    ['email', 5],
  ],
  'left-out': [
    ['file', 3],
    ['why', 6],
  ],
}

const from = { template: 'data/register/wording.yaml', line: 1 } as const

/** Makes the document. */
export function registerDocument(
  register: Register,
  wording: RegisterWording,
  settings: RegisterSettings,
): Document {
  const { asAt, council, entries, sheets } = register
  const day = formatDate(asAt)
  return {
    properties: {
      title: `${wording.title}: ${council}`,
      subject: wording.subject,
      author: council,
      reference: wording.title,
      version: day,
      state: '',
      date: asAt,
    },
    cover: {
      kind: wording.title,
      title: words(council),
      parties: [],
      lines: [
        { label: wording.drawn_up, value: words(day) },
        ...sheets.map(s => ({ label: wording.sheets[s.id].title, value: words(String(s.rows.length)) })),
      ],
      notice: words(wording.notice),
    },
    body: [
      ...sheets.flatMap(sheet => sheetBlocks(sheet, wording)),
      heading(1, wording.fields.heading),
      para(wording.fields.about),
      ...entries.flatMap(entry => {
        const { title, id, reference, fields } = fieldsOf(entry, settings)
        return [heading(2, title), fieldTable(id, reference, fields, wording.fields.no_answer)]
      }),
    ],
  }
}

function sheetBlocks(sheet: Sheet, wording: RegisterWording): Block[] {
  const shown = printed[sheet.id]
  if (!shown) return []
  const { title, about, none } = wording.sheets[sheet.id]
  if (sheet.rows.length === 0) return [heading(1, title), para(none)]
  const columns = shown.map(([id, width]) => {
    const index = sheet.columns.findIndex(c => c.id === id)
    return { index, width, column: sheet.columns[index]! }
  })
  return [
    heading(1, title),
    {
      type: 'table',
      id: `register.${sheet.id}`,
      caption: about,
      columns: columns.map(({ column, width }) => ({
        title: column.title,
        width,
        align: column.kind === 'text' || column.kind === 'date' ? 'left' : 'right',
      })),
      rows: sheet.rows.map((row, i) => ({
        id: `${sheet.id}-${i + 1}`,
        cells: columns.map(({ index, column }) => ({
          children: [para(shownAs(row[index] ?? null, column))],
        })),
      })),
      from,
    },
  ]
}

const fieldTable = (
  id: string,
  reference: string,
  fields: readonly (readonly [label: string, value: string | null])[],
  none: string,
): Block => ({
  type: 'table',
  id,
  caption: reference,
  columns: [
    { title: 'What is asked', width: 3, align: 'left' },
    { title: 'What the intake says', width: 7, align: 'left' },
  ],
  rows: fields.map(([label, value]) => ({
    id: `${id}.${label.toLowerCase().replace(/\W+/g, '-')}`,
    cells: [
      { children: [para(label)] },
      { children: value === null ? [emphasised(none)] : value.trim().split(/\n+/).map(para) },
    ],
  })),
  from,
})

const words = (text: string): Inline[] => [{ type: 'text', text }]
const heading = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, children: words(text) })
const para = (text: string): Block => ({ type: 'para', children: words(text) })
const emphasised = (text: string): Block => ({
  type: 'para',
  children: [{ type: 'emphasis', children: words(text) }],
})
