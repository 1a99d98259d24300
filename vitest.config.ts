/**
 * How tests run: a process for each file, and time enough for a machine with other work. `npm test` leaves out the
 * `*.slow.test.ts` files, which explore much or call LibreOffice often; `npm run test:slow` runs those alone.
 */
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig(({ mode }) => ({
  test: {
    include: [mode === 'slow' ? 'test/**/*.slow.test.ts' : 'test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'slow' ? [] : ['**/*.slow.test.ts'])],
    pool: 'forks',
    testTimeout: mode === 'slow' ? 300_000 : 30_000,
    hookTimeout: 30_000,
  },
}))
