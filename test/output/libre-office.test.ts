/** LibreOffice may be absent, may hang, and may fail: each is told apart, and nothing waits for ever or is left behind. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { convertToPdf } from '../../src/output/libre-office.ts'

const folder = mkdtempSync(join(tmpdir(), 'concordat-programs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that stands in for LibreOffice. */
function program(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}
const left = () => readdirSync(tmpdir()).filter(name => name.startsWith('concordat-layout-')).length
const docx = new Uint8Array([0x50, 0x4b])

describe.skipIf(process.platform === 'win32')('laying a Word file out', () => {
  test('says when no LibreOffice is found', async () => {
    expect(await convertToPdf(docx, 1000, [join(folder, 'nowhere')])).toEqual({ trouble: 'absent' })
  })

  test('says when it made nothing', async () => {
    expect(await convertToPdf(docx, 5000, [program('idle', 'exit 1')])).toEqual({ trouble: 'failed' })
  })

  test('stops it, and what it started, when it takes too long', async () => {
    const before = left()
    const slow = program('slow', 'sleep 60 & wait')
    expect(await convertToPdf(docx, 200, [slow])).toEqual({ trouble: 'slow' })
    expect(left()).toBe(before)
  })

  test('asks the next program when the first is not there', async () => {
    const works = program(
      'works',
      'while [ "$1" != --outdir ]; do shift; done; printf PDF > "$2/document.pdf"',
    )
    const made = await convertToPdf(docx, 5000, [join(folder, 'nowhere'), works])
    expect(Buffer.from((made as { bytes: Uint8Array }).bytes).toString()).toBe('PDF')
  })
})
