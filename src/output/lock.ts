/** One writer to a folder at a time: a lock file that says who holds it. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const lockName = '.concordat.lock'

/** Takes the lock of a folder; gives back how to release it, or who holds it. A lock whose process died here is taken over. */
export function takeLock(folder: string): { readonly release: () => void } | { readonly heldBy: string } {
  const path = join(folder, lockName)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(path, 'wx')
      writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname() }))
      closeSync(handle)
      return { release: () => rmSync(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(path)
    if (!holder || holder.host !== hostname() || isAlive(holder.pid))
      return { heldBy: holder ? `process ${holder.pid} on ${holder.host}` : 'another run' }
    rmSync(path, { force: true })
  }
  return { heldBy: 'another run' }
}

function readHolder(path: string): { pid: number; host: string } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { pid: number; host: string }
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
