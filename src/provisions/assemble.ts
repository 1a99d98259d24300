/** The library, the answers and the council's settings in; the agreement as a document out, with why each provision is in it. */

import type { Block, Document, Heading, Inline } from '../document/nodes.ts'
import type { Answers } from '../intake/answers.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { agreementFacts, type Facts } from './agreement-facts.ts'
import { type Conflicts, noConflicts } from './conflicts.ts'
import { type Conditions, type Decision, decide } from './decide.ts'
import { type Edition, historyPage, variedBy, versionsOf } from './edition.ts'
import { insertFor } from './inserts.ts'
import type { Library } from './library.ts'
import { Press, type Settings } from './press.ts'
import type { Template } from './template.ts'

export type { Edition } from './edition.ts'
export type { Settings } from './press.ts'

/** Why a provision is, or is not, part of an agreement. */
export interface Trace {
  readonly provision: Template
  readonly decision: Decision
  /** Intake paths of the answers it prints. */
  readonly facts: readonly string[]
}

export interface Agreement {
  readonly document: Document
  readonly conditions: Conditions
  readonly traces: readonly Trace[]
}

/** Assembles the agreement for an intake. Missing answers become gaps; nothing is chosen between disputed ones. */
export function assembleAgreement(
  settings: Settings,
  answers: Answers,
  edition: Edition,
  conflicts: Conflicts = noConflicts,
): Agreement {
  const { conditions, facts, press } = pressFor(settings, answers, conflicts)
  const made = settings.library.provisions.map(provision => ({
    provision,
    decision: decide(provision.when, conditions),
  }))
  const traces: Trace[] = []
  const blocksOf = new Map<Template, readonly Block[]>()
  for (const { provision, decision } of made) {
    if (decision.is !== 'out' && provision.form !== 'definitions')
      blocksOf.set(provision, press.print(provision, decision))
    if (provision.form !== 'definitions') traces.push({ provision, decision, facts: press.takeFacts() })
  }
  for (const { provision, decision } of made) {
    if (provision.form !== 'definitions' || decision.is === 'out') continue
    const bare = press.print(provision, decision, [])
    const used = press.definitionsFor([...bare, ...[...blocksOf.values()].flat()])
    blocksOf.set(provision, press.print(provision, decision, used))
    traces.push({ provision, decision, facts: press.takeFacts() })
  }
  const instrument = instrumentOf(conditions)
  const versions = versionsOf(answers.intake, instrument)
  const body = [...inOrder(settings.library, blocksOf), ...historyPage(versions)]
  const front = frontPage(settings, facts, press, edition, {
    isBinding: conditions.not_binding !== true,
    varied: variedBy(versions, instrument),
  })
  return { document: { ...front, body }, conditions, traces }
}

function pressFor(settings: Settings, answers: Answers, conflicts: Conflicts) {
  const conditions = deriveConditions(answers.intake, answers.stateOf)
  const facts = agreementFacts(answers, settings.interpretations.readings, undefined, conflicts)
  const insert = insertFor(settings, answers, conflicts, 'partners')
  return { conditions, facts, press: new Press(settings, facts, conditions, insert, conflicts) }
}

/** Prints an agreement, or one of its provisions alone, which takes a small part of the time. */
export interface Printer {
  readonly whole: () => Document
  /** Whether the provision of a template's file reads as it does whatever the rest of the text says; the definitions do not. */
  readonly standsAlone: (file: string) => boolean
  /** By the template's file; undefined where that does not stand alone. */
  readonly provision: (file: string) => readonly Block[] | undefined
}

/** Makes ready to print the agreement that some answers give. Nothing is done until something is asked for. */
export function printerFor(
  settings: Settings,
  answers: Answers,
  edition: Edition,
  conflicts: Conflicts,
): Printer {
  let made: ReturnType<typeof pressFor> | undefined
  const find = (file: string) =>
    settings.library.provisions.find(one => one.file === file && one.form !== 'definitions')
  return {
    standsAlone: file => find(file) !== undefined,
    whole: () => assembleAgreement(settings, answers, edition, conflicts).document,
    provision: file => {
      const provision = find(file)
      if (!provision) return undefined
      made ??= pressFor(settings, answers, conflicts)
      const decision = decide(provision.when, made.conditions)
      return decision.is === 'out' ? [] : made.press.print(provision, decision)
    },
  }
}

/** What varies the agreement: a deed where it was made as one. */
export const instrumentOf = (conditions: Conditions): 'deed' | 'memorandum' =>
  conditions.deed === true ? 'deed' : 'memorandum'

/** Clauses under their heads, then schedules, then execution. A head with nothing under it is left out. */
function inOrder(library: Library, blocksOf: ReadonlyMap<Template, readonly Block[]>): Block[] {
  const body: Block[] = []
  const printed = [...library.provisions].filter(p => (blocksOf.get(p)?.length ?? 0) > 0)
  const isClause = (p: Template) => p.form !== 'schedule' && p.form !== 'execution'
  let head: string | undefined
  for (const provision of printed.filter(isClause)) {
    const room = provision.file.split('/')[2]
    if (room !== head) {
      head = room
      const title = library.heads.find(h => room?.startsWith(`${h.head.toLowerCase()}-`))
      if (title)
        body.push({
          type: 'heading',
          level: 1,
          children: [{ type: 'text', text: headTitle(title) }],
        } satisfies Heading)
    }
    body.push(...blocksOf.get(provision)!)
  }
  for (const form of ['schedule', 'execution'])
    for (const provision of printed.filter(p => p.form === form)) body.push(...blocksOf.get(provision)!)
  return body
}

const headTitle = ({ head, title }: { head: string; title: string }): string =>
  head === 'X' ? title : `Part ${head}: ${title}`

function frontPage(
  settings: Settings,
  facts: Facts,
  press: Press,
  edition: Edition,
  { isBinding, varied }: { readonly isBinding: boolean; readonly varied: string | undefined },
): Omit<Document, 'body'> {
  const { cover } = settings.library
  const kind = isBinding ? cover.kind : cover.kind_not_binding
  const name = press.inlines('{{name}}')
  const reference = press.inlines('{{reference}}')
  const plain = (inlines: readonly Inline[]) => inlines.map(i => ('text' in i ? i.text : '')).join('')
  return {
    properties: {
      title: `${kind}: ${plain(name)}`,
      subject: isBinding ? cover.subject : cover.kind_not_binding,
      author: settings.council.name,
      reference: plain(reference),
      version: edition.version,
      state: edition.state,
      date: edition.date,
    },
    cover: {
      kind,
      title: name,
      parties: facts.partnerNames.map(leaf => press.leaf(leaf)),
      lines: [
        { label: 'Reference', value: reference },
        { label: 'Version', value: [{ type: 'text', text: edition.version }] },
        { label: 'Starts', value: press.inlines('{{term.start}}') },
        ...(varied === undefined
          ? []
          : [{ label: 'As varied by', value: [{ type: 'text', text: varied }] } as const]),
        ...(edition.state === ''
          ? []
          : [{ label: 'Status', value: [{ type: 'text', text: edition.state }] } as const]),
      ],
      notice: edition.state === '' ? [] : [{ type: 'text', text: cover.notice.trim() }],
    },
  }
}
