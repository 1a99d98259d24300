/** A program of the project built into a folder of its own, as `npm run build` does, for tests that need threads or processes. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { home } from './home.ts'
import { writeForBuild } from './prepared.ts'
import { smallLibrary } from './small-library.ts'
// What a process has loaded, it can prepare for those that the test starts.
import './settings.ts'

/** How a test bundles: as the build does, for modules. Nothing that is bundled so makes a PDF or a picture, so what is native stays out. */
export const asModule = {
  absWorkingDir: home,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Each process and each worker reads all of it: short names take a seventh off its start.
  minify: true,
  external: ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'],
  banner: {
    js: "import { createRequire as make } from 'node:module'; const require = make(import.meta.url);",
  },
} satisfies BuildOptions

export interface Built {
  readonly folder: string
  readonly url: (name: string) => URL
  readonly remove: () => void
}

/** Builds each entry, such as `src/cli.ts`, with the prepared library beside it. */
export async function buildPrograms(...entryPoints: readonly string[]): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-built-'))
  await build({
    ...asModule,
    entryPoints: [...entryPoints],
    outdir: folder,
    entryNames: '[name]',
  })
  writePrepared(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  return {
    folder,
    url: name => pathToFileURL(join(folder, name)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function writePrepared(folder: string, library?: Parameters<typeof writeForBuild>[0]): void {
  const { script, pieces, yaml } = writeForBuild(library)
  writeFileSync(join(folder, 'prepared.cjs'), script)
  writeFileSync(join(folder, 'prepared-pieces.txt'), pieces)
  writeFileSync(join(folder, 'prepared-yaml.txt'), yaml)
}

/** The same over a few provisions of the library, for tests of processes and threads: its folder is its home, `CONCORDAT_HOME`. */
export async function buildSmallPrograms(...entryPoints: readonly string[]): Promise<Built> {
  const built = await buildPrograms(...entryPoints)
  const files = smallLibrary().library()
  for (const { path, text } of files) {
    const to = join(built.folder, 'templates', path)
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, text)
  }
  cpSync(join(home, 'data'), join(built.folder, 'data'), { recursive: true })
  writePrepared(built.folder, files)
  return built
}
