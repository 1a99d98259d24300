/** The register in, every file of it out: Excel, Word, a page, a calendar and CSV. */
import type { HouseStyle } from '../document/house-style.ts'
import { numberDocument } from '../document/number.ts'
import type { OutputFile } from '../output/write-set.ts'
import { toCalendar } from '../register/calendar.ts'
import { toCsv } from '../register/csv.ts'
import { registerDocument } from '../register/document.ts'
import type { RegisterSettings } from '../register/entry.ts'
import { toHtml } from '../register/html.ts'
import type { Register } from '../register/register.ts'
import type { RegisterWording } from '../register/wording.ts'
import { toWorkbook } from '../register/workbook.ts'
import { renderDocx } from '../render/docx/index.ts'
import type { World } from '../world.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Makes the files. The page's style and script come from `data/register/`. */
export async function registerFiles(
  world: Pick<World, 'data'>,
  style: HouseStyle,
  register: Register,
  wording: RegisterWording,
  settings: RegisterSettings,
): Promise<readonly OutputFile[]> {
  const document = registerDocument(register, wording, settings)
  const page = { css: world.data('register/page.css'), js: world.data('register/page.js') }
  return [
    { name: 'register.xlsx', bytes: await toWorkbook(register.sheets, wording) },
    { name: 'register.docx', bytes: renderDocx(document, numberDocument(document), style) },
    { name: 'register.html', bytes: bytesOf(toHtml(register, wording, page)) },
    { name: 'register.ics', bytes: bytesOf(toCalendar(register.entries, register.asAt, wording.title)) },
    ...register.sheets.map(sheet => ({ name: `${sheet.id}.csv`, bytes: bytesOf(toCsv(sheet)) })),
  ]
}
