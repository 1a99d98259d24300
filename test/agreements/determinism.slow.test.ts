/** The same intake gives the same bytes: again in one process, in another time zone, and from another folder. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { asAt, draftText, examples, exampleText } from '../support/draft.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The hashes of all examples, drafted in this process. */
const hashesHere = (): readonly string[] =>
  examples.map(name => hashOf(draftText(exampleText(name)).docx)).sort()

/** The hashes of what the whole program writes for all examples, from a folder and in a time zone. */
async function hashesOfProgram(folder: string, zone: string): Promise<readonly string[]> {
  mkdirSync(folder)
  const program = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'src/cli.ts')]
  const intakes = examples.map(name => join(root, 'data/intake', `${name}.yaml`))
  const words = [...program, 'draft', ...intakes, '--out', 'made', '--as-at', asAt]
  await promisify(execFile)(process.execPath, words, { cwd: folder, env: { ...process.env, TZ: zone } })
  const made = join(folder, 'made')
  return readdirSync(made)
    .map(name => hashOf(readFileSync(join(made, name, 'partnership-agreement.docx'))))
    .sort()
}

test('every example comes out byte for byte the same, however often and wherever it is drafted', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-same-'))
  try {
    const elsewhere = Promise.all([
      hashesOfProgram(join(folder, 'east'), 'Pacific/Kiritimati'),
      hashesOfProgram(join(folder, 'a folder further west'), 'America/Los_Angeles'),
    ])
    const first = hashesHere()
    expect(new Set(first).size).toBe(examples.length)
    expect(hashesHere()).toEqual(first)
    expect(await elsewhere).toEqual([first, first])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
