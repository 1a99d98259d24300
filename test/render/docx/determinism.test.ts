/** The same document gives the same bytes: twice in a process, after other documents, and in a process in another time zone. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { numberDocument } from '../../../src/document/number.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { documentOf, house, p } from './builders.ts'
import { everything } from './sample.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const render = (): string => hashOf(renderDocx(everything, numberDocument(everything), house))

test('a second rendering in the same process is the same file', () => {
  const first = render()
  const other = documentOf([p('Another document in between.')])
  renderDocx(other, numberDocument(other), house)
  expect(render()).toBe(first)
})

test('a process in another time zone and folder writes the same file', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-zones-'))
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
  try {
    const script = join(folder, 'render.ts')
    writeFileSync(
      script,
      `import { createHash } from 'node:crypto'
import { numberDocument } from ${JSON.stringify(at('../../../src/document/number.ts'))}
import { renderDocx } from ${JSON.stringify(at('../../../src/render/docx/index.ts'))}
import { house } from ${JSON.stringify(at('./builders.ts'))}
import { everything } from ${JSON.stringify(at('./sample.ts'))}
const bytes = renderDocx(everything, numberDocument(everything), house)
console.log(createHash('sha256').update(bytes).digest('hex'))`,
    )
    const loader = at('../../support/register-typescript.mjs')
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, script], {
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      cwd: folder,
    })
    expect(stdout.trim()).toBe(render())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('parts stand in a fixed order, with what readers look for first in front', () => {
  const names = Object.keys(unzipSync(renderDocx(everything, numberDocument(everything), house)))
  expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels'])
  expect(names.slice(2)).toEqual([...names.slice(2)].sort())
})
