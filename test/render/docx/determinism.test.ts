/** The same document gives the same bytes: twice in a process, after other documents, and in processes in other time zones. */
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

test('processes in other time zones and folders write the same file', { timeout: 60_000 }, async () => {
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
    const tsx = at('../../../node_modules/tsx/dist/cli.mjs')
    const inZone = async (zone: string, cwd: string): Promise<string> => {
      const env = { ...process.env, TZ: zone }
      return (await promisify(execFile)(process.execPath, [tsx, script], { env, cwd })).stdout.trim()
    }
    const hashes = [await inZone('Pacific/Kiritimati', folder), await inZone('America/Los_Angeles', tmpdir())]
    expect(hashes).toEqual([render(), render()])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('parts stand in a fixed order, with what readers look for first in front', () => {
  const names = Object.keys(unzipSync(renderDocx(everything, numberDocument(everything), house)))
  expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels'])
  expect(names.slice(2)).toEqual([...names.slice(2)].sort())
})
