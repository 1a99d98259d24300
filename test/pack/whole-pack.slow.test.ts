/** The whole program makes the same pack in any folder and time zone, and binds an agreement that was edited by hand. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { hasLibreOffice, libreOfficeNote } from '../render/docx/libreoffice.ts'
import { asAt } from '../support/draft.ts'
import { hasPoppler, pagesOf } from '../support/read-pdf.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'concordat-whole-pack-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Makes a pack with the whole program and gives the folder it wrote. */
async function makePack(name: string, folder: string, zone: string, ...more: string[]): Promise<string> {
  const here = join(work, folder)
  mkdirSync(here, { recursive: true })
  cpSync(join(root, 'data/intake'), join(here, 'intake'), { recursive: true })
  const program = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'src/cli.ts')]
  const words = [...program, 'pack', `intake/${name}.yaml`, '--out', 'made', '--as-at', asAt, ...more]
  await promisify(execFile)(process.execPath, words, { cwd: here, env: { ...process.env, TZ: zone } })
  const made = join(here, 'made')
  return join(made, readdirSync(made)[0]!)
}

const hashes = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(name => /\.(docx|pdf)$/.test(name))
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )

test('every file of a pack is the same in another folder and time zone', { timeout: 120_000 }, async () => {
  const first = hashes(await makePack('family-hubs', 'one', 'UTC'))
  const second = hashes(await makePack('family-hubs', 'another folder', 'Pacific/Auckland'))
  expect(Object.keys(first)).toContain('sign-off-pack.pdf')
  expect(second).toEqual(first)
})

test('a pack that the director filled in is left as it is, and the next stands beside it', {
  timeout: 120_000,
}, async () => {
  const file = join(await makePack('flood-forum', 'filled', 'UTC'), 'sign-off-pack.pdf')
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  pdf.getForm().getTextField('decision.conditions').setText('Review after a year')
  const filled = await pdf.save()
  writeFileSync(file, filled)
  await expect(makePack('flood-forum', 'filled', 'UTC'), 'left alone').rejects.toMatchObject({ code: 3 })
  expect(Buffer.compare(readFileSync(file), filled)).toBe(0)
  expect(readdirSync(dirname(file))).toContain('sign-off-pack (new).pdf')
})

test.skipIf(!hasLibreOffice || !hasPoppler)(
  `an edited agreement is bound in place of the one generated${libreOfficeNote}`,
  { timeout: 180_000 },
  async () => {
    const generated = join(await makePack('flood-forum', 'edited', 'UTC'), 'partnership-agreement.docx')
    const folder = await makePack('flood-forum', 'edited', 'UTC', '--agreement', generated)
    const pages = pagesOf(readFileSync(join(folder, 'sign-off-pack.pdf')))
    const sheet = pages.findIndex(page => page.includes('The agreement as edited by hand'))
    expect(pages[sheet]).toContain(
      createHash('sha256').update(readFileSync(generated)).digest('hex').slice(0, 16),
    )
    expect(pages[sheet + 1]).toContain('Wendle Valley Flood Forum')
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Pack page ${index + 1} of ${pages.length}`)
  },
)

test.skipIf(!hasLibreOffice || !hasPoppler)(
  `an edited agreement is bound though nothing else changed, among many as well${libreOfficeNote}`,
  { timeout: 120_000 },
  async () => {
    const folder = await makePack('flood-forum', 'many', 'UTC')
    const edited = ['--agreement', join(folder, 'partnership-agreement.docx')]
    // It is the agreement of one of the two, and refused for the other.
    await expect(
      makePack('flood-forum', 'many', 'UTC', 'intake/food-network.yaml', ...edited),
    ).rejects.toThrow(/food-network/)
    const pages = pagesOf(readFileSync(join(folder, 'sign-off-pack.pdf')))
    expect(pages.join('')).toContain('The agreement as edited by hand')
  },
)
