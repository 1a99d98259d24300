// Has Node run TypeScript as it stands: `node --import ./test/support/register-typescript.mjs`.
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

// Threads that a test starts run JavaScript, and a loader for each of them would take longer than what they do.
if (isMainThread) register('./typescript-loader.mjs', import.meta.url)
