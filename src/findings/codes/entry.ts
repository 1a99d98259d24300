/** What is said of every code. */
export interface CodeEntry {
  /** What the code means, in a line. */
  readonly means: string
  /** What to do about it, in a sentence. */
  readonly cure: string
  /**
   * True where the code means that two answers state one fact in two ways. A document prints neither: it marks the
   * place, as the answers found and those shown beside it cannot all be right. `of` names the one answer that is in doubt
   * in every item of a list, where a whole list is shown.
   */
  readonly conflict?: true | { readonly of: string }
}
