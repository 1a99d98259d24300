// Bundles the program into dist/, in pieces so that a command loads only what it needs, and prepares the clause library.
import { execFileSync } from 'node:child_process'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

const home = fileURLToPath(new URL('..', import.meta.url))
const dist = join(home, 'dist')
const common = {
  absWorkingDir: home,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
  // Native, one library for each kind of machine.
  external: ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'],
  banner: {
    js: "import { createRequire as concordatRequire } from 'node:module'; const require = concordatRequire(import.meta.url);",
  },
}
await rm(dist, { recursive: true, force: true })
await build({
  ...common,
  entryPoints: ['src/cli.ts', 'src/worker.ts'],
  outdir: dist,
  splitting: true,
  chunkNames: 'chunk-[hash]',
})
// npm links the program by name, so it must be a file that runs.
await chmod(join(dist, 'cli.js'), 0o755)
const prepare = join(dist, 'prepare.mjs')
await build({ ...common, entryPoints: ['tools/prepare.ts'], outfile: prepare })
execFileSync(process.execPath, [prepare, dist], { stdio: 'inherit' })
await rm(prepare)
const prepared = join(dist, 'prepared.js')
const { code } = await transform(await readFile(prepared, 'utf8'), { minify: true, target: 'node20' })
await writeFile(prepared, code)
