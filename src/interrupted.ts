/** What Ctrl-C comes to, for the start of the program too, which has loaded nothing else. */

/** The exit code: 128 and the number of the signal, as shells count it. */
export const INTERRUPTED = 130

export const nothingWritten = 'Interrupted: nothing was written.'
