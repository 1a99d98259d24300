/** A Word file in, the same laid out as a PDF by LibreOffice out, or what stood in the way. Uses a profile of its own, and does not wait for ever. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type Converted =
  | { readonly bytes: Uint8Array }
  /** `absent`: no LibreOffice here. `slow`: it took longer than it may. `failed`: it made no PDF of this file. */
  | { readonly trouble: 'absent' | 'slow' | 'failed' }

/** Where the program is called what, on Linux, macOS and Windows. */
const PROGRAMS = [
  'soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** Comments stand in the margin of the Word file; printed, they would cover the words beside them. */
const FORMAT = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'

/**
 * Lays a Word file out.
 * @param limit in milliseconds; LibreOffice needs a second or two, and much longer on a machine with other work
 */
export async function convertToPdf(
  docx: Uint8Array,
  limit = 120_000,
  programs: readonly string[] = PROGRAMS,
): Promise<Converted> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-layout-'))
  try {
    const source = join(folder, 'document.docx')
    writeFileSync(source, docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const words = [profile, '--headless', '--convert-to', FORMAT, '--outdir', folder, source]
    for (const program of programs) {
      const how = await run(program, words, limit)
      if (how === 'absent') continue
      if (how === 'slow') return { trouble: 'slow' }
      return read(join(folder, 'document.pdf'))
    }
    return { trouble: 'absent' }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function read(path: string): Converted {
  try {
    return { bytes: readFileSync(path) }
  } catch {
    return { trouble: 'failed' }
  }
}

function run(program: string, words: readonly string[], limit: number): Promise<'ended' | 'absent' | 'slow'> {
  return new Promise(resolve => {
    // A group of its own, so that what the program starts in turn can be stopped with it.
    const child = spawn(program, words, { stdio: 'ignore', detached: process.platform !== 'win32' })
    const timer = setTimeout(() => {
      stop(child.pid)
      resolve('slow')
    }, limit)
    const end = (how: 'ended' | 'absent'): void => {
      clearTimeout(timer)
      resolve(how)
    }
    child.on('error', () => end('absent'))
    child.on('close', () => end('ended'))
  })
}

function stop(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}
