/** `concordat demo`: makes the packs of the worked examples as at a fixed date, and says what came out and what is still to answer. */
import { join, relative } from 'node:path'
import type { World } from '../world.ts'
import { pack } from './pack.ts'
import { typedAs } from './typed-as.ts'

const examples = ['family-hubs', 'flood-forum', 'community-equipment', 'food-network', 'lighting-contract']
const asAt = '2026-11-22'

/** Makes the packs of the examples in `out` and gives the exit code. */
export async function demo(world: World, out: string): Promise<number> {
  const files = examples.map(name => relative(world.cwd, join(world.examples, `${name}.yaml`)))
  world.err(
    `Making the sign-off packs of ${examples.length} worked examples as at 22 November 2026 in ${out}/`,
  )
  const code = await pack(world, files, { out, asAt })
  world.err(
    `\nThe lighting contract is outside the Code, so it has a scope note and no pack. The food network is half finished on purpose: open its agreement to see how missing answers look, or run\n` +
      `  ${typedAs(world)} check ${files[3]}\nto see who must answer what.`,
  )
  return code
}
