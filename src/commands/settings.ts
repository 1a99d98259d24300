/** The world in; the clause library, the law and the council's settings out, or what is wrong with them. */
import type { HouseStyle } from '../document/house-style.ts'
import type { Finding, Outcome } from '../findings/finding.ts'
import { sha256 } from '../output/record.ts'
import type { Settings } from '../provisions/assemble.ts'
import { codeFiles, readCode } from '../provisions/code.ts'
import { readCouncil } from '../provisions/council.ts'
import { hashOfText } from '../provisions/hash.ts'
import { readInterpretations } from '../provisions/interpretations.ts'
import { readLaw } from '../provisions/law.ts'
import { type Compile, loadLibrary, wordings } from '../provisions/library.ts'
import { hashOfSources } from '../provisions/prepared.ts'
import { readyWording } from '../provisions/wording/fill.ts'
import { rememberPieces } from '../provisions/wording/markdown.ts'
import { fault, rememberYaml } from '../provisions/yaml.ts'
import type { World } from '../world.ts'

export interface Loaded extends Settings {
  readonly style: HouseStyle
  /** Says which templates and data made a document. */
  readonly templatesHash: string
  /** Says which templates and law were found without fault. */
  readonly sources: string
}

/** Loads everything that is the same for every intake, once a run. What the build prepared is used where it still fits. */
export async function loadSettings(world: World): Promise<Outcome<Loaded>> {
  const prepared = await world.prepared()
  if (prepared) {
    rememberYaml(prepared.yaml)
    rememberPieces(prepared.pieces)
  }
  let compileAfresh: Compile | undefined
  const compile: Compile = wording => {
    const specification = prepared?.wordings.get(hashOfText(wording))
    return specification ? readyWording(specification) : compileAfresh!(wording)
  }
  const files = world.library()
  const lawText = world.data('law.yaml')
  const councilText = world.data('council.yaml')
  const interpretationsText = world.data('code/interpretations.yaml')
  const library = loadLibrary(files, compile)
  const law = readLaw(lawText)
  const council = readCouncil(councilText)
  const interpretations = readInterpretations(interpretationsText)
  const codeTexts = new Map(codeFiles.map(name => [name as string, world.data(`code/${name}.yaml`)]))
  const code = readCode(name => codeTexts.get(name)!)
  const findings: Finding[] = [library, law, council, interpretations, code].flatMap(read => read.findings)
  if (!library.value || !law.value || !council.value || !interpretations.value || !code.value)
    return { findings }
  const settings: Settings = {
    library: library.value,
    law: law.value,
    council: council.value,
    interpretations: interpretations.value,
    code: code.value,
  }
  const sources = hashOfSources(files, lawText)
  if (prepared?.sources !== sources) {
    const { compileWording } = await import('../provisions/wording/compile.ts')
    compileAfresh = compileWording
    const faults = await libraryFaults(settings)
    if (faults.length > 0) return { findings: [...findings, ...faults] }
  }
  const { logo } = council.value
  const style: HouseStyle = {
    ...council.value.houseStyle,
    ...(logo ? { logo: { png: world.dataBytes(logo.file), altText: logo.altText } } : {}),
  }
  const templatesHash = sha256([councilText, interpretationsText, ...codeTexts.values(), sources].join('\n'))
  return {
    value: { ...settings, style, templatesHash, sources },
    findings,
  }
}

/** What is wrong in a library that no build has checked: its syntax first, and if that is sound all the rest. */
async function libraryFaults(settings: Settings): Promise<readonly Finding[]> {
  const { parseWording, WordingError } = await import('../provisions/wording/tree.ts')
  const broken = wordings(settings.library).flatMap(({ wording, file, firstLine }) => {
    try {
      parseWording(wording)
      return []
    } catch (error) {
      if (!(error instanceof WordingError)) throw error
      const start = { line: firstLine + error.spot.line - 1, column: error.spot.column }
      return [fault('TPL-01', `${error.message}.`, { file, start })]
    }
  })
  if (broken.length > 0) return broken
  const { libraryFindings } = await import('./library-findings.ts')
  return libraryFindings(settings)
}
