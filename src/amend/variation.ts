/** A signed agreement's two versions in; out, the deed that varies it, or the memorandum where it was made under hand. */
import type { Block, Document } from '../document/nodes.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { agreementFacts } from '../provisions/agreement-facts.ts'
import { instrumentOf } from '../provisions/assemble.ts'
import { draftBefore, versionsOf } from '../provisions/edition.ts'
import { Press } from '../provisions/press.ts'
import { isRecord, type Step } from './differences.ts'
import { instructionsFor } from './instructions.ts'
import { instrumentValues, variationSchema } from './instrument-facts.ts'
import { type PrintedInstruction, printedInstructions } from './printed-instructions.ts'
import { type AmendmentRequest, conflictsIn } from './request.ts'

export interface Variation {
  readonly name: 'deed-of-variation.docx' | 'memorandum-of-variation.docx'
  readonly document: Document
}

const KIND = { deed: 'Deed of variation', memorandum: 'Memorandum of variation' } as const

/** Makes the instrument; undefined while the agreement is not signed, for a draft is simply drafted anew. */
export function makeVariation(
  { before, after, settings, date }: AmendmentRequest,
  steps: readonly Step[],
  renumbered: readonly (readonly [string, string])[],
): Variation | undefined {
  const { answers } = after
  const { intake } = answers
  if (intake.agreement_date === undefined) return undefined
  const conditions = deriveConditions(intake, answers.stateOf)
  const form = instrumentOf(conditions)
  const earlier = versionsOf(intake, form).flatMap(({ label, date }) =>
    label.startsWith('Varied by') && date !== undefined
      ? [{ label: label.replace('Varied by ', ''), date }]
      : [],
  )
  const takesEffect = intake.amendments?.at(-1)?.date
  // The page that lists the versions is a record, not a term.
  const instructions = printedInstructions(
    instructionsFor(steps.filter(step => !isRecord(step))),
    before.document,
    after.document,
  )
  const instrument = instrumentValues({
    form,
    number: earlier.length + 1,
    ...(takesEffect !== undefined && { takes_effect: takesEffect }),
    earlier,
    instructions,
    renumbered,
  })
  const conflicts = conflictsIn(after)
  const facts = agreementFacts(
    answers,
    settings.interpretations.readings,
    { schema: variationSchema, values: { instrument } },
    conflicts,
  )
  const press = new Press(settings, facts, conditions, undefined, conflicts)
  const name = press.inlines('{{name}}')
  const reference = press.inlines('{{reference}}')
  const { provisions, variation } = settings.library
  const agreementBlocks = (form: string, type: Block['type']): readonly Block[] =>
    provisions
      .filter(provision => provision.form === form)
      .flatMap(provision => press.print(provision, { is: 'in' }))
      .filter(block => block.type === type)
  const body = variation.flatMap((template): readonly Block[] => {
    if (template.form === 'recitals') return press.print(template, { is: 'in' })
    if (template.form === 'instrument') return withTables(press.parse(template), instructions)
    return [
      { type: 'heading', level: 1, children: press.inlines(template.title) },
      ...press.parse(template),
      ...agreementBlocks('execution', 'executionBlock'),
    ]
  })
  const title = `${KIND[form]} ${earlier.length + 1}`
  // It is signed for the very text that the conformed agreement has, so it waits for what that waits for.
  const isDraft = draftBefore(after.document.properties.version) === undefined
  return {
    name: form === 'deed' ? 'deed-of-variation.docx' : 'memorandum-of-variation.docx',
    document: {
      properties: {
        ...after.document.properties,
        title: `${title}: ${after.document.properties.title}`,
        subject: KIND[form],
        version: isDraft ? title : `${title}, for signature`,
        state: isDraft ? 'DRAFT' : '',
        date,
      },
      cover: {
        kind: title,
        title: name,
        parties: facts.partnerNames.map(leaf => press.leaf(leaf)),
        lines: [
          { label: 'Reference', value: reference },
          {
            label: 'Varies',
            value: [{ type: 'text', text: 'the agreement dated ' }, ...press.inlines('{{agreement_date}}')],
          },
          { label: 'Date', value: [] },
        ],
        notice: isDraft
          ? [
              {
                type: 'text',
                text: 'A draft. It must be reviewed by a lawyer before anybody relies on it or signs it.',
              },
            ]
          : [],
      },
      // An instrument of a few pages needs no list of contents.
      front: 'cover',
      body: [
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Parties' }] },
        { type: 'para', children: [{ type: 'text', text: `This ${form} is made between:` }] },
        ...agreementBlocks('parties', 'party'),
        ...body,
      ],
    },
  }
}

/** The terms with the table of each instruction that has one below its words. */
function withTables(blocks: readonly Block[], instructions: readonly PrintedInstruction[]): readonly Block[] {
  return blocks.map(block => {
    if (block.type !== 'clause') return block
    const children = withTables(block.children, instructions)
    // An instruction is known by its place among the instructions.
    const table =
      block.level === 3 ? instructions[Number(/\[(\d+)\]$/.exec(block.id)?.[1]) - 1]?.table : undefined
    if (!table) return { ...block, children }
    return { ...block, children: [...children, { ...table, id: `${block.id}.table`, from: block.from }] }
  })
}
