/** A process that writes one of two packs after the other into the folder it is given, until it is killed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSet } from '../../src/output/write-set.ts'

const [out, ...packs] = process.argv.slice(2) as [string, string, string]
const sets = packs.map(folder => {
  const { files: _, versions: __, ...record } = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'))
  const files = readdirSync(folder)
    .filter(name => /\.(docx|pdf)$/.test(name))
    .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  // One partnership in two states, as far as the folder can tell.
  return { files, record: { ...record, reference: 'pack' } }
})
for (let turn = 0; ; turn++) {
  const { files, record } = sets[turn % 2]!
  const { findings } = await writeSet(out, 'pack', files, record)
  if (findings.length > 0) throw new Error(findings[0]!.message)
  // From here on there is something to lose.
  if (turn === 1) process.send?.('begun')
}
