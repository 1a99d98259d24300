/** The world in; the clause library, the law and the council's settings out, or what is wrong with them. */
import type { HouseStyle } from '../document/house-style.ts'
import type { Finding, Outcome } from '../findings/finding.ts'
import { readCouncil } from '../provisions/council.ts'
import type { Settings } from '../provisions/assemble.ts'
import { readLaw } from '../provisions/law.ts'
import { loadLibrary } from '../provisions/library.ts'
import { sha256 } from '../output/record.ts'
import type { World } from '../world.ts'

export interface Loaded extends Settings {
  readonly style: HouseStyle
  /** Says which templates and data made a document. */
  readonly templatesHash: string
}

/** Loads everything that is the same for every intake, once a run. */
export function loadSettings(world: World): Outcome<Loaded> {
  const files = world.library()
  const lawText = world.data('law.yaml')
  const councilText = world.data('council.yaml')
  const library = loadLibrary(files)
  const law = readLaw(lawText)
  const council = readCouncil(councilText)
  const findings: Finding[] = [...library.findings, ...law.findings, ...council.findings]
  if (!library.value || !law.value || !council.value) return { findings }
  const { logo } = council.value
  const style: HouseStyle = {
    ...council.value.houseStyle,
    ...(logo ? { logo: { png: world.dataBytes(logo.file), altText: logo.altText } } : {}),
  }
  const templatesHash = sha256([lawText, councilText, ...files.map(f => `${f.path}\n${f.text}`)].join('\n'))
  return {
    value: { library: library.value, law: law.value, council: council.value, style, templatesHash },
    findings,
  }
}
