// The most memory that a process and those it starts hold at once, in megabytes. Linux alone tells what each has, with pages that
// several share counted once.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const read = file => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It is over, or this is not Linux.
    return ''
  }
}
const held = pid => Number(/^Pss: +(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024
const startedBy = pid => read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)

/** Runs a program and looks fifty times a second; undefined where no process tells what it holds. */
export async function memoryTogether(...command) {
  const child = spawn(process.execPath, command, { stdio: 'ignore' })
  let isOver = false
  child.on('exit', () => {
    isOver = true
  })
  let most = 0
  while (!isOver) {
    const all = [child.pid, ...startedBy(child.pid)].map(held)
    most = Math.max(
      most,
      all.reduce((sum, each) => sum + each, 0),
    )
    await setTimeout(20)
  }
  return most || undefined
}
