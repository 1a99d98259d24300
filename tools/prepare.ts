/** Writes `dist/prepared.cjs`, `prepared-pieces.txt` and `prepared-yaml.txt`: the library compiled, and parsed as the worked examples use it. Run by the build. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeAgreement } from '../src/commands/agreement.ts'
import { readIntake } from '../src/commands/read-intake.ts'
import { loadSettings } from '../src/commands/settings.ts'
import { makePapers } from '../src/pack/paper.ts'
import { writePrepared } from '../src/provisions/prepared.ts'
import { precompileWording } from '../src/provisions/wording/compile.ts'
import { realWorld } from '../src/world.ts'

const world = { ...realWorld(), prepared: async () => undefined }
const loaded = await loadSettings(world)
if (!loaded.value) {
  for (const f of loaded.findings) console.error(`${f.place?.file}:${f.place?.start.line}: ${f.message}`)
  process.exit(1)
}
for (const name of readdirSync(world.examples).filter(n => n.endsWith('.yaml'))) {
  const { value } = readIntake(world, join(world.examples, name))
  if (!value) continue
  const asAt = world.today()
  makePapers({
    settings: loaded.value,
    answers: value,
    agreement: makeAgreement(loaded.value, value, asAt),
    findings: [],
    asAt,
  })
}
const { script, pieces, yaml } = writePrepared(loaded.value.library, loaded.value.sources, precompileWording)
const dist = process.argv[2]!
writeFileSync(join(dist, 'prepared.cjs'), script)
writeFileSync(join(dist, 'prepared-pieces.txt'), pieces)
writeFileSync(join(dist, 'prepared-yaml.txt'), yaml)
