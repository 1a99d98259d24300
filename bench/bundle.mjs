// A TypeScript file of the benchmark in; out, one file that Node runs, with the program it measures inside.
import { build } from 'esbuild'

/** Bundles `entry`, a path in `home`, into `outfile`. What is native stays outside, as in the program's own build. */
export const bundle = (home, entry, outfile) =>
  build({
    absWorkingDir: home,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    external: ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'],
    banner: { js: "import { createRequire as cr } from 'node:module'; const require = cr(import.meta.url);" },
  })
