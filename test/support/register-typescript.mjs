// Has Node run TypeScript as it stands: `node --import ./test/support/register-typescript.mjs`.
import { register } from 'node:module'

register('./typescript-loader.mjs', import.meta.url)
