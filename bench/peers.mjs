// Concordat beside the libraries that a developer would otherwise pick, on the same agreement, in the same run.
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { mb, median, ms, printTable, spread } from './tables.mjs'

const peers = ['docxtemplater', 'easy-template-x', 'docx-templates', 'docx by hand', 'deflate alone']
const cores = 2
const run = promisify(execFile)

/**
 * Prints cold, warm and batch figures for one agreement.
 * Ours reads YAML, validates, chooses and fills the clauses; theirs get the finished content as a template or an object.
 */
export async function againstPeers({ home, work, inside, content }) {
  const folder = join(work, 'peers')
  const intake = join(home, 'data', 'intake', 'flood-forum.yaml')
  const prepare = times => {
    execFileSync(process.execPath, [content, intake, String(times), join(folder, String(times))], {
      env: { ...process.env, CONCORDAT_HOME: home },
    })
    return join(folder, String(times))
  }
  const once = prepare(1)
  const peer = join(home, 'bench', 'peers', 'run.mjs')
  const peerRun = (name, kind, where, count) => [peer, name, kind, where, String(count)]
  const warm = (name, where, count) =>
    JSON.parse(execFileSync(process.execPath, peerRun(name, 'warm', where, count), { encoding: 'utf8' }))

  console.log('Beside other libraries: the flood forum, whole process, 10 runs each\n')
  const hook = join(home, 'bench', 'report-memory.cjs')
  const ourCold = () => {
    const out = join(work, 'out')
    rmSync(out, { recursive: true, force: true })
    const args = ['--require', hook, join(home, 'dist', 'cli.js'), 'draft', intake, '--out', out]
    return cold(args, output => Number(output[3]) / 1024)
  }
  const peerCold = name => cold(peerRun(name, 'cold', once, 1), output => JSON.parse(output[1]).memory)
  printTable(
    ['', 'median (range)', 'peak memory'],
    [['Concordat', ourCold], ...peers.map(name => [name, () => peerCold(name)])].map(([name, once]) => {
      once()
      const runs = Array.from({ length: 10 }, once)
      return [name, spread(runs.map(r => r.took)), mb(median(runs.map(r => r.memory)))]
    }),
  )

  console.log('Beside other libraries: the flood forum again and again in one process, 30 documents each\n')
  const ours = inside('warm', intake, '30')
  const theirs = peers.map(name => [name, warm(name, once, name === 'docx-templates' ? 8 : 30)])
  const best = Math.min(...theirs.slice(0, -1).map(([, r]) => median(r.times)))
  printTable(
    ['', 'a document, median (range)', 'against the quickest library', 'peak memory'],
    [
      ['Concordat', spreadOf(ours.total), `${(ours.total.median / best).toFixed(2)}×`, mb(ours.rss / 1024)],
      ...theirs.map(([name, r]) => [
        name,
        spread(r.times),
        `${(median(r.times) / best).toFixed(2)}×`,
        mb(r.memory),
      ]),
    ],
  )

  console.log(`Beside other libraries: a batch, ${cores} processes or workers, files written\n`)
  const count = 100
  const portfolio = join(work, 'portfolio')
  mkdirSync(portfolio, { recursive: true })
  const text = readFileSync(intake, 'utf8')
  const reference = /^reference: (.*)$/m.exec(text)[1]
  const files = Array.from({ length: count * cores }, (_, i) => {
    const file = join(portfolio, `p-${i}.yaml`)
    writeFileSync(file, text.replace(reference, `${reference}-${i}`))
    return file
  })
  const batchOf = async (name, docs) => {
    const start = performance.now()
    await Promise.all(
      Array.from({ length: cores }, () => run(process.execPath, peerRun(name, 'batch', once, docs / cores))),
    )
    return (docs / (performance.now() - start)) * 1000
  }
  const ourBatch = async () => {
    const start = performance.now()
    const out = join(work, 'batch')
    await run(process.execPath, [join(home, 'dist', 'cli.js'), 'draft', ...files, '--out', out])
    return (files.length / (performance.now() - start)) * 1000
  }
  const rows = [['Concordat', await ourBatch()]]
  for (const name of peers)
    rows.push([name, await batchOf(name, name === 'docx-templates' ? 2 * cores : count * cores)])
  const quickest = Math.max(...rows.slice(1, -1).map(([, rate]) => rate))
  printTable(
    ['', 'documents a second', 'against the quickest library'],
    rows.map(([name, rate]) => [name, rate.toFixed(1), `${(rate / quickest).toFixed(2)}×`]),
  )

  console.log('Beside other libraries: growth of the fastest document at 1×, 4× and 16× the content\n')
  const sizes = [1, 4, 16].map(prepare)
  printTable(
    ['', '1×', '4×', '16×', '16× over 4×'],
    peers
      .filter(name => name !== 'docx-templates')
      .map(name => {
        const least = sizes.map((where, i) => Math.min(...warm(name, where, [20, 8, 3][i]).times))
        return [name, ...least.map(ms), `${(least[2] / least[1]).toFixed(2)}×`]
      }),
  )
}

const spreadOf = ({ median: middle, min, max }) => `${ms(middle)} (${min.toFixed(0)}–${max.toFixed(0)})`

/** One whole process: how long it took, and its peak memory as `memoryOf` reads it. */
function cold(args, memoryOf) {
  const start = performance.now()
  const { status, stderr, output } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  const took = performance.now() - start
  if (status !== 0) throw new Error(stderr)
  return { took, memory: memoryOf(output) }
}
