// One process with one library in it. `cold` writes one document; `warm` and `batch` make many. Prints figures as JSON.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { libraries } from './libraries.mjs'

const [name, kind, folder, countText] = process.argv.slice(2)
const count = Number(countText)
const make = await libraries[name](folder)
const memory = () => process.resourceUsage().maxRSS / 1024

if (kind === 'cold') {
  writeFileSync(join(folder, `${name.replaceAll(' ', '-')}.docx`), await make())
  console.log(JSON.stringify({ memory: memory() }))
} else {
  if (kind === 'warm') for (let i = 0; i < 5; i++) await make()
  const times = []
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    const bytes = await make()
    if (kind === 'batch')
      writeFileSync(join(folder, `${name.replaceAll(' ', '-')}-${process.pid}-${i}.docx`), bytes)
    times.push(performance.now() - start)
  }
  console.log(JSON.stringify({ times, memory: memory() }))
}
