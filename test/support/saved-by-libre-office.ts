/** LibreOffice, where it is installed: the bytes of a Word file in, the file as it saves it again out. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Opens each file in LibreOffice and saves it as a Word file. */
export function resavedByLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-resaved-'))
  try {
    const paths = Object.entries(files).map(([name, docx]) => {
      writeFileSync(join(folder, `${name}.docx`), docx)
      return join(folder, `${name}.docx`)
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const how = ['--headless', '--convert-to', 'docx', '--outdir', join(folder, 'saved')]
    const done = spawnSync('soffice', [profile, ...how, ...paths], { encoding: 'utf8', timeout: 240_000 })
    if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`)
    const saved = (name: string) => new Uint8Array(readFileSync(join(folder, 'saved', `${name}.docx`)))
    return Object.fromEntries(Object.keys(files).map(name => [name, saved(name)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
