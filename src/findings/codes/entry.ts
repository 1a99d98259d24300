/** What is said of every code. */
export interface CodeEntry {
  /** What the code means, in a line. */
  readonly means: string
  /** What to do about it, in a sentence. */
  readonly cure: string
}
