/** For each line the one that holds it in; all that hold a line out, nearest first. */
export function ancestorsOf(index: number, parents: readonly number[]): readonly number[] {
  const found: number[] = []
  for (let at = parents[index] ?? -1; at >= 0; at = parents[at]!) found.push(at)
  return found
}
