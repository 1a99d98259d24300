/** How far a batch has come in, the line that a terminal shows out. */
import { figures } from '../figures.ts'

export interface Progress {
  readonly done: number
  readonly of: number
  /** Since the batch began. */
  readonly milliseconds: number
}

const cells = 24

/** `[#####...]  412 of 2,000  35.2 a second  45 s left`, cut to the width of the terminal in characters. */
export function progressLine({ done, of, milliseconds }: Progress, width: number): string {
  const filled = Math.floor((cells * done) / of)
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(cells - filled)}]`
  const rate = milliseconds > 0 ? (done * 1000) / milliseconds : 0
  const left = rate > 0 ? `  ${rate.toFixed(1)} a second  ${duration((of - done) / rate)} left` : ''
  return `${bar}  ${figures(done)} of ${figures(of)}${left}`.slice(0, width)
}

/** Seconds as one says them: `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
