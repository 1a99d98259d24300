/**
 * The worked examples in, pictures of their pages out: `npm run pictures` drafts them, has LibreOffice lay them out, and
 * writes `docs/pictures/`. Pages are found by what stands on them, so that a reworded clause does not matter.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { makeAgreement } from '../src/commands/agreement.ts'
import { readAttachments } from '../src/commands/pack-attachments.ts'
import { packPdf } from '../src/commands/pack-pdf.ts'
import { readIntake } from '../src/commands/read-intake.ts'
import { ruleSettings } from '../src/commands/rule-settings.ts'
import { type Loaded, loadSettings } from '../src/commands/settings.ts'
import { runRules } from '../src/intake/rules/run-rules.ts'
import { makePapers } from '../src/pack/paper.ts'
import { readinessOf } from '../src/pack/readiness.ts'
import { renderDocx } from '../src/render/docx/index.ts'
import { realWorld } from '../src/world.ts'
import { smallPng } from './small-png.ts'

const dotsPerInch = '90'
const asAt = '2026-11-22'
const home = fileURLToPath(new URL('..', import.meta.url))
const world = { ...realWorld(), prepared: async () => undefined }

/** A picture: its name, the example it shows, and how well a page suits it; the page that suits best is taken. */
interface Picture {
  readonly name: string
  readonly example: string
  /** Taken from the sign-off pack, and not from the agreement in Word. */
  readonly ofPack?: boolean
  readonly suits: (page: string, number: number) => number
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const has =
  (...words: readonly string[]) =>
  (page: string): number =>
    words.every(word => page.includes(word)) ? 1 : 0

const ofPack = { example: 'family-hubs', ofPack: true } as const

const pictures: readonly Picture[] = [
  { ...ofPack, name: 'pack-cover', suits: (_, number) => (number === 1 ? 1 : 0) },
  { ...ofPack, name: 'pack-summary', suits: has('Summary for the director', 'The gravest risks') },
  {
    ...ofPack,
    name: 'pack-checklist',
    suits: page => (has('Sign-off checklist', 'Given by')(page) ? count(page, /Clause \d+/g) : 0),
  },
  { ...ofPack, name: 'heat-map', suits: has('Map of the risks', 'Likelihood 4', 'Risk register') },
  { name: 'cover', example: 'family-hubs', suits: (_, number) => (number === 1 ? 1 : 0) },
  {
    name: 'clauses',
    example: 'family-hubs',
    suits: page =>
      /^Schedule \d/m.test(page) || count(page, /^\d+\.\d+\s/gm) < 6
        ? 0
        : count(page, /\b(?:clauses?|Schedule) \d+|^\d+\.\s|^\s+\([a-z]\)/gm),
  },
  {
    name: 'contributions',
    example: 'family-hubs',
    suits: page => (page.includes('Contributions by Partner') ? count(page, /£\d/g) : 0),
  },
  {
    name: 'risk-register',
    example: 'family-hubs',
    suits: page =>
      has('What might happen', 'Likelihood')(page) ? count(page, /\bHigh\b|\bMedium\b|\bLow\b/gi) : 0,
  },
  { name: 'gaps', example: 'food-network', suits: has('Agreement is dated', '(1)') },
]

function draftExample(settings: Loaded, name: string, folder: string): string {
  const { value } = readIntake(world, join(home, 'data', 'intake', `${name}.yaml`))
  if (!value) throw new Error(`data/intake/${name}.yaml cannot be drafted; run concordat check on it.`)
  const { document, numbering } = makeAgreement(settings, value, asAt)
  const path = join(folder, `${name}.docx`)
  writeFileSync(path, renderDocx(document, numbering, settings.style))
  return path
}

/** Makes the whole pack of an example as the program does. */
async function packExample(settings: Loaded, name: string, folder: string): Promise<string> {
  const file = join(home, 'data', 'intake', `${name}.yaml`)
  const read = readIntake(world, file)
  if (!read.value) throw new Error(`data/intake/${name}.yaml cannot be read; run concordat check on it.`)
  const agreement = makeAgreement(settings, read.value, asAt)
  const attachments = await readAttachments(world, read.value)
  const findings = [...read.findings, ...runRules(read.value, ruleSettings(settings), asAt)]
  const papers = makePapers({
    settings,
    answers: read.value,
    agreement,
    findings,
    asAt,
  })
  const made = await packPdf(world, settings, {
    agreement,
    papers,
    attachments,
    readiness: readinessOf(findings),
    text: read.text,
  })
  if (!made.value) throw new Error(made.findings.map(f => f.message).join('\n'))
  const path = join(folder, `${name}-pack.pdf`)
  writeFileSync(path, made.value.bytes)
  return path
}

/** Lays a Word file out. Comments are left out: they would cover the words beside them. */
function layOut(docx: string, folder: string): string {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const options = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'
  const command = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    options,
    '--outdir',
    folder,
    docx,
  ]
  execFileSync('soffice', command, { stdio: 'ignore', timeout: 120_000 })
  return docx.replace(/docx$/, 'pdf')
}

const pagesOf = (pdf: string): readonly string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\f')
    .slice(0, -1)

function takePicture(pdf: string, page: number): Uint8Array {
  const at = String(page)
  const ppm = execFileSync('pdftoppm', ['-r', dotsPerInch, '-f', at, '-l', at, pdf], { maxBuffer: 2 ** 26 })
  return smallPng(ppm)
}

function takePictures(pdf: string, wanted: readonly Picture[]): void {
  const pages = pagesOf(pdf)
  for (const { name, example, suits } of wanted) {
    const scores = pages.map((page, i) => suits(page, i + 1))
    const best = Math.max(...scores)
    if (best <= 0) throw new Error(`No page of ${example} shows what the picture "${name}" is of.`)
    const page = scores.indexOf(best) + 1
    const png = takePicture(pdf, page)
    writeFileSync(join(target, `${name}.png`), png)
    console.log(
      `wrote docs/pictures/${name}.png: page ${page} of ${example}, ${Math.round(png.length / 1024)} KB`,
    )
  }
}

const loaded = await loadSettings(world)
if (!loaded.value) throw new Error('The clause library has faults; run concordat clauses check.')
const work = mkdtempSync(join(tmpdir(), 'concordat-pictures-'))
const target = join(home, 'docs', 'pictures')
mkdirSync(target, { recursive: true })
try {
  for (const example of new Set(pictures.map(p => p.example)))
    for (const whole of [false, true]) {
      const wanted = pictures.filter(p => p.example === example && (p.ofPack ?? false) === whole)
      if (wanted.length === 0) continue
      takePictures(
        whole
          ? await packExample(loaded.value, example, work)
          : layOut(draftExample(loaded.value, example, work), work),
        wanted,
      )
    }
} finally {
  rmSync(work, { recursive: true, force: true })
}
