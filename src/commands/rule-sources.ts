/**
 * The world in; the law, the council's settings, the readings of the Code and the headers of the provisions out. That is
 * all a check needs, so it starts without the wording, which is most of what a document takes to load.
 */
import type { Finding, Outcome } from '../findings/finding.ts'
import { readRuleLists } from '../provisions/code.ts'
import { readCouncil } from '../provisions/council.ts'
import { readInterpretations } from '../provisions/interpretations.ts'
import { readLaw } from '../provisions/law.ts'
import { readProvisions } from '../provisions/provision-files.ts'
import { rememberYaml } from '../provisions/yaml.ts'
import type { World } from '../world.ts'
import type { RuleSources } from './rule-settings.ts'

/** Loads what rules are made from, using what a build parsed where it still fits. */
export function loadRuleSources(world: World): Outcome<RuleSources> {
  const parsed = world.preparedYaml()
  if (parsed) rememberYaml(parsed)
  const provisions = readProvisions(world.library())
  const law = readLaw(world.data('law.yaml'))
  const council = readCouncil(world.data('council.yaml'))
  const interpretations = readInterpretations(world.data('code/interpretations.yaml'))
  const code = readRuleLists(name => world.data(`code/${name}.yaml`))
  const findings: Finding[] = [provisions, law, council, interpretations, code].flatMap(read => read.findings)
  const isBroken = findings.some(f => f.severity === 'error')
  if (isBroken || !provisions.value || !law.value || !council.value || !interpretations.value || !code.value)
    return { findings }
  return {
    value: {
      law: law.value,
      council: council.value,
      interpretations: interpretations.value,
      code: code.value,
      library: { provisions: provisions.value },
    },
    findings,
  }
}
