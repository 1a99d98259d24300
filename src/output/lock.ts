/** One writer to a folder at a time: a lock file that says who holds it. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { pause } from './pause.ts'

export const lockName = '.concordat.lock'

/** Filling a lock takes microseconds, so one that stays empty this long was left by a run that was killed. */
const patience = { tries: 10, milliseconds: 50 }

/** How many runs may have been killed while each took over from the one before; beyond that somebody should look. */
const DEEPEST = 4

type Lock = { readonly release: () => void } | { readonly heldBy: string }

/** Takes the lock of a folder; gives back how to release it, or who holds it. A lock whose process died here is taken over. */
export function takeLock(folder: string): Lock {
  const lock = acquire(join(folder, lockName), 0)
  // Whoever holds the lock may clear away claims on locks that are no more: no claim ever names the lock that it holds.
  if ('release' in lock)
    for (const name of readdirSync(folder))
      if (name.startsWith(`${lockName}.`)) rmSync(join(folder, name), { force: true })
  return lock
}

function acquire(path: string, depth: number): Lock {
  let empty: string | undefined
  for (let attempt = 0; attempt < patience.tries; attempt++) {
    if (createLock(path)) return { release: () => rmSync(path, { force: true }) }
    const found = readLock(path)
    if (!found) continue
    const { holder, identity } = found
    if (holder && isAtWork(holder)) return { heldBy: `process ${holder.pid} on ${holder.host}` }
    const isLeft = holder !== undefined || (attempt === patience.tries - 2 && empty === identity)
    if (isLeft && depth < DEEPEST && remove(path, identity, depth)) continue
    empty ??= identity
    pause(holder ? 1 : patience.milliseconds)
  }
  return { heldBy: 'another run' }
}

/**
 * Removes a lock that a dead run left, and no other. Two runs may find it in one instant; the second must not remove the lock
 * that the first has made in its place. So whoever would remove a lock first claims that very lock, by a lock named after
 * its identity, and looks again. A claim that a killed run left is taken over in the same way.
 * @returns whether the lock is gone
 */
function remove(path: string, identity: string, depth: number): boolean {
  const claim = acquire(`${path}.${identity}`, depth + 1)
  if ('heldBy' in claim) return false
  try {
    if (readLock(path)?.identity === identity) rmSync(path, { force: true })
    return true
  } finally {
    claim.release()
  }
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

/** Who holds the lock, if it says, and what tells it from any other lock that ever stood there; undefined when there is none. */
function readLock(
  path: string,
): { readonly holder: Holder | undefined; readonly identity: string } | undefined {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const { ino, mtimeNs } = fstatSync(handle, { bigint: true })
    const text = readFileSync(handle, 'utf8')
    const identity = createHash('sha256').update(`${ino} ${mtimeNs} ${text}`).digest('hex').slice(0, 12)
    return { holder: holderIn(text), identity }
  } finally {
    closeSync(handle)
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
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
