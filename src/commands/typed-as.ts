/** The environment in; what was typed to start the program out, so that what it tells people to type works as it stands. */
import type { World } from '../world.ts'

/** `npx concordat` where npm or npx started it, which say so in the environment, else `concordat`. */
export const typedAs = ({ env }: Pick<World, 'env'>): string =>
  env.npm_command === undefined ? 'concordat' : 'npx concordat'
