/** The folder of the repository. */
import { fileURLToPath } from 'node:url'

export const home = fileURLToPath(new URL('../../', import.meta.url))
