import { readFileSync, writeFileSync } from 'node:fs'
import { loadSettings } from '../src/commands/settings.ts'
import { numberDocument } from '../src/document/number.ts'
import { brokenReferences } from '../src/document/references.ts'
import { reportShort } from '../src/findings/report.ts'
import { readAnswers } from '../src/intake/read.ts'
import { assembleAgreement } from '../src/provisions/assemble.ts'
import { renderText } from '../src/render/text.ts'
import { realWorld } from '../src/world.ts'

const w = realWorld()
const s = await loadSettings(w)
console.log(reportShort(s.findings))
for (const f of process.argv.slice(2)) {
  const t0 = performance.now()
  const a = readAnswers({ file: f, bytes: readFileSync(f) })
  const t1 = performance.now()
  console.log(reportShort(a.findings).slice(0, 3000))
  if (!a.value) continue
  const made = assembleAgreement(s.value!, a.value, {
    version: 'Draft 1',
    state: 'DRAFT',
    date: '2026-11-22',
  })
  const t2 = performance.now()
  const n = numberDocument(made.document)
  console.log(
    brokenReferences(made.document, n)
      .map(b => b.target)
      .join(' '),
  )
  const text = renderText(made.document, n)
  console.log(f, text.length, Math.round(t1 - t0), Math.round(t2 - t1), Math.round(performance.now() - t2))
  writeFileSync(`/tmp/${f.split('/').at(-1)}.txt`, text)
}
