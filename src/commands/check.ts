/** `concordat check`: intake files in, everything that is missing or wrong said; nothing written. */
import { type Finding, isClean } from '../findings/finding.ts'
import { toJson } from '../findings/report-json.ts'
import type { World } from '../world.ts'
import { readIntake } from './agreement.ts'
import { exits } from './exits.ts'
import { loadSettings } from './settings.ts'
import { counted, describe } from './speech.ts'

/** Checks each intake and gives the exit code. */
export async function check(
  world: World,
  files: readonly string[],
  options: { readonly json?: boolean },
): Promise<number> {
  const settings = await loadSettings(world)
  const all: { intake: string; findings: readonly Finding[] }[] = []
  for (const file of files) {
    const read = readIntake(world, file)
    all.push({ intake: file, findings: read.findings })
    if (options.json) continue
    const said = describe(world, read.findings, new Map([[file, read.text]]), settings.value?.council)
    world.out(said === '' ? `${file}: nothing is missing or wrong.` : said)
    const gaps = read.findings.filter(f => f.severity === 'gap').length
    if (gaps > 0) world.out(`${file}: ${counted(gaps, 'question')} still to answer.`)
  }
  if (options.json)
    world.out(
      JSON.stringify(
        { version: 1, intakes: all.map(a => ({ intake: a.intake, ...toJson(a.findings) })) },
        null,
        2,
      ),
    )
  return all.every(a => isClean(a.findings)) ? exits.done : exits.badIntake
}
