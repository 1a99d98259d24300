/** Work for the PDF library in; its result out, and how often the library had something to say to the terminal, which it is kept from. */

export interface Heard<T> {
  readonly value: T
  /** What the library said meanwhile, in this or in other work: it says so when it leaves something out. */
  readonly remarks: number
}

type Speech = Pick<Console, 'log' | 'warn' | 'error'>

let spoken = 0
let listening = 0
let before: Speech | undefined
const listen = (): void => void spoken++

/** Runs some work. The library writes its troubles on the console, in its own words; we say ours as findings. */
export async function quietly<T>(work: () => T | Promise<T>): Promise<Heard<T>> {
  const start = spoken
  if (listening++ === 0) {
    const { log, warn, error } = console
    before = { log, warn, error }
    Object.assign(console, { log: listen, warn: listen, error: listen })
  }
  try {
    const value = await work()
    return { value, remarks: spoken - start }
  } finally {
    // The last to end gives the console back, whichever began first.
    if (--listening === 0) Object.assign(console, before)
  }
}
