/** One writer to a folder at a time: a lock file that says who holds it. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { pause } from './pause.ts'

export const lockName = '.concordat.lock'

/** Filling a lock takes microseconds, so one that stays empty this long was left by a run that was killed. */
const patience = { tries: 10, milliseconds: 50 }

/** Takes the lock of a folder; gives back how to release it, or who holds it. A lock whose process died here is taken over. */
export function takeLock(folder: string): { readonly release: () => void } | { readonly heldBy: string } {
  const path = join(folder, lockName)
  for (let attempt = 0; attempt < patience.tries; attempt++) {
    if (createLock(path)) return { release: () => rmSync(path, { force: true }) }
    const holder = readHolder(path)
    if (holder && isAtWork(holder)) return { heldBy: `process ${holder.pid} on ${holder.host}` }
    if (holder || attempt === patience.tries - 2) rmSync(path, { force: true })
    else pause(patience.milliseconds)
  }
  return { heldBy: 'another run' }
}

interface Holder {
  readonly pid: number
  readonly host: string
}

/** Makes the lock file, unless there is one. */
function createLock(path: string): boolean {
  let handle: number
  try {
    handle = openSync(path, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  try {
    writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  return true
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/**
 * Whether the process that holds a lock still runs. On another machine nobody can tell, so it counts as running; our
 * own number means a run that died before us, for one run never takes a lock twice.
 */
function isAtWork({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
