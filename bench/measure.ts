/** One process that drafts again and again, for `bench/run.mjs`: prints its figures as JSON. */
import { readFileSync } from 'node:fs'
import { makeAgreement } from '../src/commands/agreement.ts'
import { readIntake } from '../src/commands/read-intake.ts'
import { type Loaded, loadSettings } from '../src/commands/settings.ts'
import { numberDocument } from '../src/document/number.ts'
import { assembleAgreement } from '../src/provisions/assemble.ts'
import { renderDocx } from '../src/render/docx/index.ts'
import { realWorld } from '../src/world.ts'

const [kind, file, countText] = process.argv.slice(2) as [string, string, string]
const count = Number(countText)
const world = { ...realWorld(), prepared: async () => undefined, read: (path: string) => readFileSync(path) }
const settings = (await loadSettings(world)).value!
const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
const spread = (list: number[]) => ({ median: median(list), min: Math.min(...list), max: Math.max(...list) })

/** The library with every clause standing `times` times, each copy under an id of its own. */
function enlarged(loaded: Loaded, times: number): Loaded {
  const clauses = loaded.library.provisions.filter(p => p.form === 'clause')
  const copies = Array.from({ length: times - 1 }, (_, n) =>
    clauses.map(p => ({ ...p, id: `${p.id}-copy-${n + 1}` })),
  )
  return {
    ...loaded,
    library: { ...loaded.library, provisions: [...loaded.library.provisions, ...copies.flat()] },
  }
}

function once(loaded: Loaded) {
  const start = performance.now()
  const read = readIntake(world, file)
  const readAt = performance.now()
  const { document, numbering } = makeAgreement(loaded, read.value!, '2026-11-22')
  const madeAt = performance.now()
  const bytes = renderDocx(document, numbering, loaded.style)
  const end = performance.now()
  return {
    read: readAt - start,
    assemble: madeAt - readAt,
    render: end - madeAt,
    total: end - start,
    bytes: bytes.length,
  }
}

if (kind === 'warm') {
  for (let i = 0; i < 8; i++) once(settings)
  const runs = Array.from({ length: count }, () => once(settings))
  const of = (key: 'read' | 'assemble' | 'render' | 'total') => spread(runs.map(r => r[key]))
  const figures = { read: of('read'), assemble: of('assemble'), render: of('render'), total: of('total') }
  console.log(JSON.stringify({ ...figures, bytes: runs[0]!.bytes, rss: process.resourceUsage().maxRSS }))
} else {
  const answers = readIntake(world, file).value!
  const edition = { version: 'Draft 1', state: 'DRAFT', date: '2026-11-22' }
  const figures = [1, 4, 16].map(times => {
    const loaded = enlarged(settings, times)
    const run = () => {
      const start = performance.now()
      const { document } = assembleAgreement(loaded, answers, edition)
      renderDocx(document, numberDocument(document), loaded.style)
      return performance.now() - start
    }
    for (let i = 0; i < 4; i++) run()
    return { times, ...spread(Array.from({ length: count }, run)) }
  })
  console.log(JSON.stringify(figures))
}
