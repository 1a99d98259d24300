/**
 * How V8 goes about its work: by default as for a server that runs for weeks, while most of our runs are over within a second.
 * The settings change when things are done and never what comes of them; see docs/decisions/0032-code-kept-by-the-build.md.
 */
import { setFlagsFromString } from 'node:v8'
import { isMainThread } from 'node:worker_threads'

/** When V8 begins to optimise, told in the unit of each version of Node: some nine times later than it would by itself. */
const optimiseLater: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1200000',
  22: '--invocation-count-for-turbofan=27000',
  24: '--invocation-count-for-turbofan=27000',
}
// A flag that this V8 does not know would be complained of on each start.
const flag = optimiseLater[process.versions.node.split('.')[0]!]

/** The command that this process was started for, if it is one that is over soon. The build keeps code for each of these alone. */
export const quickCommand =
  flag && isMainThread ? ['check', 'draft', 'amend'].find(command => command === process.argv[2]) : undefined

/** Sets the pace before the program is loaded: kept code fits only a process with the flags it was made under. */
export function setPace(): void {
  if (!flag) return
  setFlagsFromString(flag)
  // By default a pattern is translated twice: simply when first used, and properly when used again.
  setFlagsFromString('--no-regexp-tier-up')
  // Room for new objects that stays small stays in the processor's own memory. A longer run gains more by letting it grow.
  if (quickCommand && quickCommand !== 'amend') setFlagsFromString('--semi-space-growth-factor=1')
}

/** For a run that turns out to be long. */
export function setLongPace(): void {
  if (quickCommand) setFlagsFromString('--semi-space-growth-factor=2')
  if (!flag) return
  // By default the garbage of many documents may come to several times what is in use, in each thread.
  setFlagsFromString('--heap-growing-percent=30')
  // Looking for garbage beside the work slows the work, and takes the core that another worker has use for.
  setFlagsFromString('--no-concurrent-marking')
  // By default V8 makes old at once what often lives until the next collection, as most of a document does. Only a search of the
  // whole heap finds it then.
  setFlagsFromString('--no-allocation-site-pretenuring')
}
