/** `concordat clauses`: for the clause owner, what is wrong in the library and how a provision reads with real answers. */
import type { Block } from '../document/nodes.ts'
import { blocksText } from '../render/text.ts'
import type { World } from '../world.ts'
import { makeAgreement } from './agreement.ts'
import { exits } from './exits.ts'
import { libraryFindings } from './library-findings.ts'
import { readIntake } from './read-intake.ts'
import { loadSettings } from './settings.ts'
import { settingsTexts } from './settings-texts.ts'
import { counted, describe } from './speech.ts'

/** Checks the library under every combination of conditions and gives the exit code. */
export async function checkClauses(world: World): Promise<number> {
  const loaded = await loadSettings(world)
  const findings = loaded.value ? libraryFindings(loaded.value) : loaded.findings
  if (!loaded.value || findings.length > 0) {
    world.out(describe(world, findings, settingsTexts(world), loaded.value?.council))
    return exits.badIntake
  }
  const { provisions, definitions } = loaded.value.library
  const counts = [counted(provisions.length, 'provision'), counted(definitions.length, 'definition')]
  world.out(`${counts.join(' and ')}: nothing wrong.`)
  return exits.done
}

/** Prints one provision, or the whole agreement, as an intake fills it. */
export async function previewClauses(
  world: World,
  file: string,
  provision: string | undefined,
): Promise<number> {
  const loaded = await loadSettings(world)
  const read = readIntake(world, file)
  if (!loaded.value || !read.value) {
    world.err(
      describe(
        world,
        [...loaded.findings, ...read.findings],
        new Map([[file, read.text]]),
        loaded.value?.council,
      ),
    )
    return exits.badIntake
  }
  const { document, numbering } = makeAgreement(loaded.value, read.value, world.today())
  const template = loaded.value.library.provisions.find(p => p.id === provision)
  if (provision !== undefined && !template) {
    world.err(
      `No provision is known as "${provision}". They are: ${loaded.value.library.provisions.map(p => p.id).join(', ')}.`,
    )
    return exits.wrongUsage
  }
  const blocks = document.body.filter(b => template === undefined || originOf(b) === template.file)
  if (blocks.length === 0)
    world.err(`"${provision}" is not part of this agreement: its conditions do not hold.`)
  else world.out(blocksText(blocks, { numbering, indent: 0 }).join('\n').trim())
  return exits.done
}

const originOf = (block: Block): string | undefined => ('from' in block ? block.from.template : undefined)
