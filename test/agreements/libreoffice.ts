/** LibreOffice on many files at once, since starting it is most of its time: Word files by name in, the lines it shows out. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The lines of each document as LibreOffice shows them: it counts numbers and works out references itself. */
export function linesInLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-soffice-'))
  try {
    const names = Object.keys(files)
    const pathOf = (name: string, ending: string) => join(folder, `${name}.${ending}`)
    for (const name of names) writeFileSync(pathOf(name, 'docx'), files[name]!)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const how = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder]
    const done = spawnSync('soffice', [profile, ...how, ...names.map(name => pathOf(name, 'docx'))], {
      encoding: 'utf8',
      timeout: 100_000,
    })
    if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`)
    const linesOf = (name: string) =>
      readFileSync(pathOf(name, 'txt'), 'utf8')
        .replace(/^\uFEFF/, '')
        .split('\n')
    return Object.fromEntries(names.map(name => [name, linesOf(name)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
