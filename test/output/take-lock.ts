/** A process that is told a folder and a moment, takes the folder's lock at that moment, and says whether it was alone in there. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from '../../src/output/lock.ts'

const now = () => performance.timeOrigin + performance.now()

/** Keeps the processor, for a sleeping process wakes too late to meet another. */
function waitUntil(moment: number): void {
  while (now() < moment);
}

/** Whether nobody else is inside while this process is. */
function isAlone(folder: string): boolean {
  try {
    writeFileSync(join(folder, 'inside'), '', { flag: 'wx' })
  } catch {
    return false
  }
  waitUntil(now() + 5)
  rmSync(join(folder, 'inside'))
  return true
}

process.on('message', ({ folder, at }: { folder: string; at: number }) => {
  waitUntil(at)
  const lock = takeLock(folder)
  if ('heldBy' in lock) return process.send?.('held')
  const word = isAlone(folder) ? 'alone' : 'together'
  lock.release()
  return process.send?.(word)
})
