/** LibreOffice, where it is installed: the bytes of a Word file in, the text it shows out. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasLibreOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Why a test was left out, for its name. */
export const libreOfficeNote = hasLibreOffice ? '' : ' (skipped: soffice is not installed)'

/** The lines of a document as LibreOffice shows them: it counts numbers and works out references itself. */
export function linesInLibreOffice(bytes: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-soffice-'))
  try {
    writeFileSync(join(folder, 'document.docx'), bytes)
    const done = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        join(folder, 'document.docx'),
      ],
      { encoding: 'utf8', timeout: 60_000 },
    )
    if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`)
    return readFileSync(join(folder, 'document.txt'), 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
