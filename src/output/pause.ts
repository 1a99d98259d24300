/** Waiting without giving way: writing a set of files is one stretch of work that nothing may come between. */

/** Waits. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
