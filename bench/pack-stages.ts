/** One process that makes one pack, for `bench/run.mjs`: prints how long each stage took, as JSON. */
import { makeAgreement, readIntake } from '../src/commands/agreement.ts'
import { readAttachments } from '../src/commands/pack-attachments.ts'
import { ruleSettings } from '../src/commands/rule-settings.ts'
import { loadSettings } from '../src/commands/settings.ts'
import { runRules } from '../src/intake/rules/run-rules.ts'
import { makePapers } from '../src/pack/paper.ts'
import { readinessOf } from '../src/pack/readiness.ts'
import { renderDocx } from '../src/render/docx/index.ts'
import { realWorld } from '../src/world.ts'

const [file, asAt] = process.argv.slice(2) as [string, string]
const stages: Record<string, number> = {}
let last = performance.now()
const passed = (stage: string): void => {
  const now = performance.now()
  stages[stage] = now - last
  last = now
}

const world = realWorld()
const settings = (await loadSettings(world)).value!
passed('library')
const { value: answers, findings: read, text } = readIntake(world, file)
if (!answers) throw new Error(`${file} cannot be read`)
passed('reading')
const agreement = makeAgreement(settings, answers, asAt)
passed('agreement')
const attachments = await readAttachments(world, answers)
passed('attachments')
const findings = [...read, ...runRules(answers, ruleSettings(settings), asAt)]
const papers = makePapers({
  settings,
  answers,
  agreement,
  findings,
  asAt,
})
passed('papers')
for (const { document, numbering } of [agreement, ...papers]) renderDocx(document, numbering, settings.style)
passed('Word files')
const { arrange } = await import('../src/pack/binder/leaves.ts')
const { bind } = await import('../src/pack/binder/bind.ts')
const { leaves, declared } = arrange({ agreement, papers, attachments, readiness: readinessOf(findings) })
passed('loading the PDF packages')
const { properties } = agreement.document
const { bytes, pages } = await bind(
  {
    title: properties.title,
    author: properties.author,
    footer: properties.reference,
    date: asAt,
    intake: text.length.toString(16).padStart(64, '0'),
    leaves,
    asked: () => declared.asked,
  },
  settings.style,
  world.press(),
  passed,
)
console.log(JSON.stringify({ stages, pages, bytes: bytes.length }))
