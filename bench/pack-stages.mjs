// The share of each stage in making one pack, in a process of its own that has done nothing before.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { median, ms, printTable } from './tables.mjs'

const runs = 5

/** Prints the stages of a pack, medians of some runs. */
export async function packStages(home, intake) {
  // Beside the program, where the native library, the fonts and what the build prepared are found.
  const measure = join(home, 'dist', 'pack-stages.mjs')
  try {
    await bundle(home, 'bench/pack-stages.ts', measure)
    const env = { ...process.env, CONCORDAT_HOME: home }
    const all = Array.from({ length: runs }, () =>
      JSON.parse(execFileSync(process.execPath, [measure, intake, '2026-11-22'], { encoding: 'utf8', env })),
    )
    const [{ stages, bytes }] = all
    const took = Object.keys(stages).map(stage => [stage, median(all.map(run => run.stages[stage]))])
    const total = took.reduce((sum, [, time]) => sum + time, 0)
    console.log(`Its stages, medians of ${runs} runs: ${(bytes / 1024).toFixed(0)} KB of PDF\n`)
    printTable(
      ['stage', 'time', 'share'],
      took.map(([stage, time]) => [stage, ms(time), `${((100 * time) / total).toFixed(0)} %`]),
    )
  } finally {
    rmSync(measure, { force: true })
  }
}
