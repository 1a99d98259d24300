// Builds the program into dist/, or into the folder named: one script, the clause library prepared, and V8's code for both.
import { spawnSync } from 'node:child_process'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

const home = fileURLToPath(new URL('..', import.meta.url))
const dist = resolve(process.argv[2] ?? join(home, 'dist'))
const program = join(dist, 'program.cjs')
const common = {
  absWorkingDir: home,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Short names take a quarter off what is read at each start. Whoever looks for a fault runs the source.
  minify: true,
  logLevel: 'warning',
  // Native, one library for each kind of machine.
  external: ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'],
}
const asModule = {
  ...common,
  format: 'esm',
  banner: {
    js: "import { createRequire as concordatRequire } from 'node:module'; const require = concordatRequire(import.meta.url);",
  },
}

/** esbuild escapes what is not ASCII in strings, but not in regular expressions. */
const escaped = text =>
  text.replace(/[\u0080-\uffff]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Runs a tool on the build so far, and ends the build where that fails. */
async function run(tool, ...args) {
  const outfile = join(dist, `${tool}.mjs`)
  await build({
    ...asModule,
    external: [...common.external, './program.ts'],
    entryPoints: [`tools/${tool}.ts`],
    outfile,
  })
  const { status, signal, error } = spawnSync(process.execPath, [outfile, ...args], {
    stdio: 'inherit',
    // Whoever builds may work with a library of their own; this one's is prepared.
    env: { ...process.env, CONCORDAT_HOME: home },
  })
  await rm(outfile)
  if (error) throw error
  if (signal) console.error(`${tool} was ended by ${signal}`)
  if (status !== 0) process.exit(status ?? 1)
}

await rm(dist, { recursive: true, force: true })
// Node starts a CommonJS file sooner than a module.
await build({
  ...common,
  format: 'cjs',
  external: ['./program.ts'],
  entryPoints: ['src/cli.ts', 'src/worker.ts'],
  outdir: dist,
  define: { 'import.meta.url': 'hereUrl' },
  banner: { js: "const hereUrl = require('node:url').pathToFileURL(__filename)" },
})
await writeFile(join(dist, 'package.json'), '{ "type": "commonjs" }\n')
// npm links the program by name, so it must be a file that runs.
await chmod(join(dist, 'cli.js'), 0o755)
await build({
  ...common,
  format: 'cjs',
  entryPoints: ['src/program.ts'],
  outfile: program,
  // The same parser; but the one for Node asks the environment at each token whether to log it.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // A script of V8's has no imports; what is native comes by `require`.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'programUrl' },
  banner: { js: '(function (require, module, programUrl) {' },
  footer: { js: '})' },
})
await writeFile(program, escaped(await readFile(program, 'utf8')))
await run('prepare', dist)
const prepared = join(dist, 'prepared.cjs')
// An expression that stands alone would be taken for one that does nothing.
const { code } = await transform(`give=${await readFile(prepared, 'utf8')}`, {
  minify: true,
  target: 'node20',
})
await writeFile(prepared, escaped(code.slice('give='.length)))
for (const command of ['check', 'draft', 'amend', 'all']) await run('code-cache', command, dist)
