// `npm run bench`: how long drafting takes and how much memory it needs, as tables, with the machine it ran on.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'
import { memoryTogether } from './memory-together.mjs'
import { packStages } from './pack-stages.mjs'
import { againstPeers } from './peers.mjs'
import { median, ms, printTable as table } from './tables.mjs'

// Where it is set, Node reads all certificates of this machine at each start: 40 ms, and nothing here goes on a network.
delete process.env.NODE_EXTRA_CA_CERTS

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const examples = ['flood-forum', 'food-network', 'community-equipment', 'family-hubs']
const intake = name => join(home, 'data', 'intake', `${name}.yaml`)
const work = mkdtempSync(join(tmpdir(), 'concordat-bench-'))
/** The arguments that amend an example from its own draft, with two answers changed; the draft is made once. */
function amending(name) {
  const folder = join(work, 'drafted', name)
  const changed = join(work, `${name}.yaml`)
  if (!existsSync(folder)) {
    const before = readFileSync(intake(name), 'utf8')
    writeFileSync(
      changed,
      before.replace('frequency_months: 12', 'frequency_months: 6').replace('quorum: 5', 'quorum: 4'),
    )
    const program = join(home, 'dist', 'cli.js')
    execFileSync(process.execPath, [program, 'draft', intake(name), '--out', folder, '--as-at', '2026-11-22'])
  }
  const [partnership] = readdirSync(folder)
  const file = join(folder, partnership, 'partnership-agreement.docx')
  return ['amend', changed, '--from', file, '--before', intake(name)]
}

/** One whole process: the intake file drafted into a Word file on disk, or checked. */
function cold(name, command) {
  const out = join(work, 'out')
  rmSync(out, { recursive: true, force: true })
  const args = [
    '--require',
    join(home, 'bench', 'report-memory.cjs'),
    join(home, 'dist', 'cli.js'),
    ...(command === 'amend' ? amending(name) : [command, intake(name)]),
    ...(command === 'check' ? [] : ['--out', out]),
    '--as-at',
    '2026-11-22',
  ]
  const start = performance.now()
  const run = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const took = performance.now() - start
  if (run.status !== 0) throw new Error(String(run.stderr))
  return { took, memory: Number(run.output[3]) / 1024 }
}

try {
  execFileSync(process.execPath, [join(home, 'tools', 'build.mjs')], { stdio: 'inherit' })
  const bundled = async (entry, name) => {
    const outfile = join(work, 'dist', name)
    await bundle(home, entry, outfile)
    return outfile
  }
  const measure = await bundled('bench/measure.ts', 'measure.mjs')
  const inside = (...args) =>
    JSON.parse(
      execFileSync(process.execPath, [measure, ...args], {
        encoding: 'utf8',
        env: { ...process.env, CONCORDAT_HOME: home },
      }),
    )
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB\n`,
  )

  // What a run can never be quicker than, and what tells one moment of a busy machine from another.
  const empty = Array.from({ length: 20 }, () => {
    const start = performance.now()
    spawnSync(process.execPath, ['--eval', '0'])
    return performance.now() - start
  })
  console.log(
    `An empty process: ${ms(median(empty))}, at the fastest ${ms(Math.min(...empty))}, at the slowest ${ms(Math.max(...empty))}\n`,
  )

  const coldTable = (command, names) =>
    table(
      ['example', 'median', 'fastest', 'slowest', 'peak memory'],
      names.map(name => {
        cold(name, command)
        const runs = Array.from({ length: 10 }, () => cold(name, command))
        const times = runs.map(r => r.took)
        const memory = median(runs.map(r => r.memory))
        return [
          name,
          ms(median(times)),
          ms(Math.min(...times)),
          ms(Math.max(...times)),
          `${memory.toFixed(0)} MB`,
        ]
      }),
    )
  console.log('Pack: a whole process, from the intake file to the whole sign-off pack on disk (10 runs)\n')
  coldTable('pack', ['family-hubs'])
  const out = join(work, 'together')
  const together = []
  for (let run = 0; run < 5; run++) {
    const program = join(home, 'dist', 'cli.js')
    together.push(
      await memoryTogether(
        program,
        'pack',
        intake('family-hubs'),
        '--out',
        out,
        '--as-at',
        '2026-11-22',
        '--force',
      ),
    )
  }
  if (together[0])
    console.log(
      `With the process that lays its pages out, both at once: ${median(together).toFixed(0)} MB, at most ${Math.max(...together).toFixed(0)}\n`,
    )
  await packStages(home, intake('family-hubs'))

  console.log('Cold: a whole process, from the intake file to the Word file on disk (10 runs)\n')
  coldTable('draft', examples)
  console.log(
    'Amend: a whole process, from the Word file that came back to next version, redline and schedule on disk (10 runs)\n',
  )
  coldTable('amend', ['family-hubs'])
  console.log('Check: a whole process, from the intake file to every finding on the terminal (10 runs)\n')
  coldTable('check', ['family-hubs'])

  console.log('Warm: documents one after another in one process (40 runs)\n')
  table(
    ['example', 'a document', 'fastest', 'reading', 'assembling', 'rendering', 'Word file', 'peak memory'],
    examples.map(name => {
      const f = inside('warm', intake(name), '40')
      const parts = [f.total.median, f.total.min, f.read.median, f.assemble.median, f.render.median].map(ms)
      return [name, ...parts, `${(f.bytes / 1024).toFixed(0)} KB`, `${(f.rss / 1024).toFixed(0)} MB`]
    }),
  )

  console.log(
    'Growth: assembling and rendering family-hubs with every clause standing 1, 4 and 16 times (10 runs)\n',
  )
  const growth = inside('growth', intake('family-hubs'), '10')
  table(
    ['clauses', 'median', 'fastest', 'against the row above'],
    growth.map((g, i) => [
      `${g.times}×`,
      ms(g.median),
      ms(g.min),
      i === 0 ? '' : `${(g.median / growth[i - 1].median).toFixed(2)}× for 4× the clauses`,
    ]),
  )
  await againstPeers({ home, work, inside, content: await bundled('bench/peers/content.ts', 'content.mjs') })
} finally {
  rmSync(work, { recursive: true, force: true })
}
