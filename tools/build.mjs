// Bundles the program into dist/, one file per command, so that a cold start reads little.
import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  chunkNames: 'chunk-[hash]',
  banner: {
    js: "import { createRequire as concordatRequire } from 'node:module'; const require = concordatRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
