/**
 * Writes `dist/prepared.cjs`, `prepared-pieces.txt`, `prepared-yaml.txt` and `picture-….png`: the library compiled, and parsed as
 * the worked examples use it, and the drawings of their papers. Run by the build.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeAgreement } from '../src/commands/agreement.ts'
import { readIntake } from '../src/commands/read-intake.ts'
import { loadSettings } from '../src/commands/settings.ts'
import type { Document } from '../src/document/nodes.ts'
import { makePapers } from '../src/pack/paper.ts'
import { writePrepared } from '../src/provisions/prepared.ts'
import { precompileWording } from '../src/provisions/wording/compile.ts'
import { drawingsOf, loadRasteriser, pictureName } from '../src/render/diagram/rasterise.ts'
import { realWorld } from '../src/world.ts'

const world = { ...realWorld(), prepared: async () => undefined }
const loaded = await loadSettings(world)
if (!loaded.value) {
  for (const f of loaded.findings) console.error(`${f.place?.file}:${f.place?.start.line}: ${f.message}`)
  process.exit(1)
}
const documents: Document[] = []
for (const name of readdirSync(world.examples).filter(n => n.endsWith('.yaml'))) {
  const { value } = readIntake(world, join(world.examples, name))
  if (!value) continue
  const asAt = world.today()
  const papers = makePapers({
    settings: loaded.value,
    answers: value,
    agreement: makeAgreement(loaded.value, value, asAt),
    findings: [],
    asAt,
  })
  documents.push(...papers.map(({ document }) => document))
}
const { script, pieces, yaml } = writePrepared(loaded.value.library, loaded.value.sources, precompileWording)
const dist = process.argv[2]!
writeFileSync(join(dist, 'prepared.cjs'), script)
writeFileSync(join(dist, 'prepared-pieces.txt'), pieces)
writeFileSync(join(dist, 'prepared-yaml.txt'), yaml)

// Where the native library does not load, a pack keeps to the words of a drawing.
const rasterise = await loadRasteriser(documents, { fontFiles: world.fontFiles })
if (rasterise)
  for (const drawing of documents.flatMap(drawingsOf))
    writeFileSync(join(dist, `picture-${pictureName(drawing)}.png`), rasterise(drawing))
