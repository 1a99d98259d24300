/** The register in, one page of HTML out that fetches nothing: tables to search, filter and sort; all of it readable without its script. */
import { createHash } from 'node:crypto'
import { formatDate, formatMoney } from '../intake/format.ts'
import type { Register } from './register.ts'
import { inConflict, type Sheet, type SheetCell, type SheetColumn } from './sheet.ts'
import type { RegisterWording } from './wording.ts'

/** The page's own style and script, as text. */
export interface PageParts {
  readonly css: string
  readonly js: string
}

/** The columns of the first sheet that one may filter by, and where else a column of the same kind stands. */
const filtered = ['directorate', 'type', 'state', 'review_state'] as const

/** Makes the page. */
export function toHtml(register: Register, wording: RegisterWording, { css, js }: PageParts): string {
  const { asAt, council, sheets } = register
  const drawnUp = `${wording.drawn_up} ${formatDate(asAt)}`
  const [first] = sheets
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(css)}'; script-src '${hashOf(js)}'; form-action 'none'; base-uri 'none'">
<title>${text(`${wording.title}: ${council}`)}</title>
<style>${css}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the register</a>
<header><div>
<h1>${text(wording.title)}</h1>
<p>${text(council)}. ${text(drawnUp)}. ${text(wording.notice)}</p>
<nav aria-label="Sheets"><ul>
${sheets.map(s => `<li><a href="#${s.id}">${text(wording.sheets[s.id].title)} (${s.rows.length})</a></li>`).join('\n')}
</ul></nav>
</div></header>
<main id="main" tabindex="-1">
<form hidden aria-label="Find partnerships">
<div><label for="search">Search every table</label><input id="search" type="search" autocomplete="off"></div>
${first ? filtered.map(id => filterOf(first, id)).join('\n') : ''}
<div><button type="reset">Show all</button></div>
</form>
<p id="said" role="status"></p>
${sheets.map(sheet => sectionOf(sheet, wording)).join('\n')}
</main>
<footer><p>${text(drawnUp)}. ${text(wording.notice)}</p></footer>
<script>${js}</script>
</body>
</html>
`
}

function filterOf(sheet: Sheet, id: string): string {
  const index = sheet.columns.findIndex(c => c.id === id)
  const values = [...new Set(sheet.rows.map(row => row[index]).filter(cell => cell !== null))]
    .map(String)
    .sort()
  const options = values.map(value => `<option>${text(value)}</option>`).join('')
  return `<div><label for="filter-${id}">${text(sheet.columns[index]!.title)}</label><select id="filter-${id}" data-column="${id}"><option value="">All</option>${options}</select></div>`
}

function sectionOf(sheet: Sheet, wording: RegisterWording): string {
  const { title, about, none } = wording.sheets[sheet.id]
  const heading = `<h2 id="${sheet.id}">${text(title)} (<span class="count">${sheet.rows.length}</span>)</h2>`
  if (sheet.rows.length === 0)
    return `<section aria-labelledby="${sheet.id}">\n${heading}\n<p>${text(none)}</p>\n</section>`
  const classes = sheet.columns.map((column, i) => classOf(column, isLong(sheet, i)))
  return `<section aria-labelledby="${sheet.id}">
${heading}
<div class="scroll" role="region" aria-label="${text(title)}, table" tabindex="0">
<table>
<caption>${text(about)}</caption>
<thead><tr>${sheet.columns.map((c, i) => `<th scope="col" aria-sort="none"${classes[i]}><button type="button">${text(c.title)}</button></th>`).join('')}</tr></thead>
<tbody>
${sheet.rows.map(row => `<tr>${row.map((cell, i) => cellOf(cell, sheet.columns[i]!, classes[i]!, sheet)).join('')}</tr>`).join('\n')}
</tbody>
</table>
</div>
<p class="no-match" hidden>Nothing here matches what you look for.</p>
</section>`
}

const isNumeric = ({ kind }: SheetColumn): boolean => kind !== 'text' && kind !== 'date'

/** Texts of more characters than this need a wider column, or they stand a word to the line. */
const longText = 40

const isLong = ({ columns, rows }: Sheet, index: number): boolean =>
  columns[index]!.kind === 'text' && rows.some(row => String(row[index] ?? '').length > longText)

function classOf(column: SheetColumn, isLongHere: boolean): string {
  if (isNumeric(column)) return ' class="number"'
  if (column.kind === 'date') return ' class="date"'
  if (column.id === 'reference') return ' class="reference"'
  return isLongHere ? ' class="long"' : ''
}

function cellOf(cell: SheetCell, column: SheetColumn, style: string, sheet: Sheet): string {
  const isFilter = sheet.id === 'partnerships' && (filtered as readonly string[]).includes(column.id)
  const marks = `${style}${isFilter ? ` data-column="${column.id}"` : ''}`
  if (cell === null) return `<td${marks} data-value=""></td>`
  // What sorts otherwise than it reads carries its value.
  const value = column.kind === 'text' ? '' : ` data-value="${cell === inConflict ? '' : cell}"`
  const shown = text(shownAs(cell, column))
  return `<td${marks}${value}>${cell === 'Overdue' ? `<strong class="late">${shown}</strong>` : shown}</td>`
}

/** A cell as a person reads it. */
export function shownAs(cell: SheetCell, { kind }: Pick<SheetColumn, 'kind'>): string {
  if (cell === null) return ''
  if (cell === inConflict) return inConflict
  if (kind === 'date') return formatDate(String(cell))
  if (kind === 'money') return formatMoney(Number(cell))
  return kind === 'percent' ? `${cell}%` : String(cell)
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, also in an attribute. */
const text = (value: string): string => value.replace(/[&<>"']/g, character => named[character]!)

const hashOf = (inline: string): string => `sha256-${createHash('sha256').update(inline).digest('base64')}`
