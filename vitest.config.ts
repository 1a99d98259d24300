/**
 * How tests run: one process for each core, in which the files share what they import, and time enough for a machine with
 * other work. `npm test` leaves out the `*.slow.test.ts` files, which explore much or call LibreOffice often;
 * `npm run test:slow` runs those alone.
 */
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

// Where it is set, each of the hundreds of processes that the tests start would read all certificates of this machine first.
delete process.env.NODE_EXTRA_CA_CERTS

/**
 * When V8 begins to optimise, told in the unit of each version of Node: some nine times later than by itself, as in `src/pace.ts`. A
 * test calls much code a little, with documents of all kinds: most of what is optimised early is dropped again and optimised anew.
 */
const optimiseLater: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1200000',
  22: '--invocation-count-for-turbofan=27000',
  24: '--invocation-count-for-turbofan=27000',
}
const flag = optimiseLater[process.versions.node.split('.')[0]!]

export default defineConfig(({ mode }) => ({
  // As everybody runs them: the packages' development builds check what they are given, at twice the time.
  ssr: { resolve: { conditions: ['module', 'node'] } },
  test: {
    include: [mode === 'slow' ? 'test/**/*.slow.test.ts' : 'test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'slow' ? [] : ['**/*.slow.test.ts'])],
    pool: 'forks',
    // The schema, the rules and the library take longer to load than most files take to run.
    isolate: false,
    maxWorkers: availableParallelism(),
    // Node's own modules: Vitest's look up every imported name each time it is used, which takes longer than what is tested.
    experimental: { viteModuleRunner: false },
    // Most of what a test makes is dead soon. With room for more of it, less is copied about: an eighth of the processor's time.
    execArgv: [
      '--import',
      './test/support/register-typescript.mjs',
      '--min-semi-space-size=16',
      '--max-semi-space-size=64',
      ...(flag ? [flag] : []),
    ],
    testTimeout: mode === 'slow' ? 300_000 : 60_000,
    hookTimeout: 60_000,
  },
}))
