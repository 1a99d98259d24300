/** `concordat demo`: drafts the worked examples as at a fixed date, and says what came out and what is still to answer. */
import { join, relative } from 'node:path'
import type { World } from '../world.ts'
import { draft } from './draft.ts'

const examples = ['family-hubs', 'flood-forum', 'community-equipment', 'food-network']
const asAt = '2026-11-22'

/** Drafts the examples into `out` and gives the exit code. */
export async function demo(world: World, out: string): Promise<number> {
  const files = examples.map(name => relative(world.cwd, join(world.examples, `${name}.yaml`)))
  world.err(`Drafting ${examples.length} worked examples as at 22 November 2026 into ${out}/`)
  const code = await draft(world, files, { out, asAt, brief: true })
  world.err(
    `\nThe food network is half finished on purpose: open its agreement to see how missing answers look, or run\n` +
      `  npx concordat check ${files[3]}\nto see who must answer what.`,
  )
  return code
}
