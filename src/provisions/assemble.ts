/** The library, the answers and the council's settings in; the agreement as a document out, with why each provision is in it. */
import type { Block, Clause, Document, Gap, Heading, Inline, Origin, Schedule } from '../document/nodes.ts'
import type { Answers } from '../intake/answers.ts'
import type { ConditionName } from '../intake/condition-names.ts'
import { conditions as conditionTable, deriveConditions } from '../intake/conditions.ts'
import { fieldAt } from '../intake/schema.ts'
import { agreementFacts, type Facts } from './agreement-facts.ts'
import type { Council, RoleName } from './council.ts'
import { type Conditions, type Decision, decide } from './decide.ts'
import { type DefinedTerm, ownWords } from './definitions.ts'
import type { FactList, Leaf } from './facts.ts'
import { type InlineContext, tidy, toBlocks, toInlines, toPieces } from './inlines.ts'
import { type Interpretations, rolesOf } from './interpretations.ts'
import type { Law } from './law.ts'
import type { Library } from './library.ts'
import { parseProvision } from './parse.ts'
import type { Template } from './template.ts'
import type { Surroundings } from './wording/fill.ts'
import { parseMarkdown } from './wording/markdown.ts'

/** What the council keeps besides the intake. */
export interface Settings {
  readonly library: Library
  readonly law: Law
  readonly council: Council
  readonly interpretations: Interpretations
}

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

/** The state of the document being made: how its header, watermark and version read. */
export interface Edition {
  readonly version: string
  /** `DRAFT` until final, then empty. */
  readonly state: string
  /** ISO date the file counts as made on. */
  readonly date: string
}

/** Assembles the agreement for an intake. Missing answers become gaps; nothing is chosen between disputed ones. */
export function assembleAgreement(settings: Settings, answers: Answers, edition: Edition): Agreement {
  const conditions = deriveConditions(answers.intake, answers.stateOf)
  const facts = agreementFacts(answers, settings.interpretations.readings)
  const press = new Press(settings, facts, conditions)
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
  const body = inOrder(settings.library, blocksOf)
  return { document: { ...frontPage(settings, facts, press, edition), body }, conditions, traces }
}

/** Prints provisions: fills, parses, and puts the heading round them. */
class Press {
  #facts = new Set<string>()
  readonly #around: Surroundings
  readonly #inlines: Omit<InlineContext, 'tokens'>

  constructor(
    readonly settings: Settings,
    readonly facts: Facts,
    readonly conditions: Conditions,
  ) {
    const roles = rolesOf(settings.council, settings.interpretations)
    this.#around = {
      conditions,
      law: id => settings.law.instruments.get(id),
      role: name => roles[name as RoleName],
      priority: id => settings.council.priorities.find(p => p.id === id)?.label,
      partner: facts.partner,
    }
    this.#inlines = {
      gap: of => this.gap(of),
      undecided: token => this.undecided(token.condition),
      onFact: path => this.#facts.add(path),
    }
  }

  takeFacts(): readonly string[] {
    const paths = [...this.#facts]
    this.#facts = new Set()
    return paths
  }

  /** The blocks of one provision, whole. */
  print(provision: Template, decision: Decision, definitions: readonly Block[] = []): Block[] {
    const from: Origin = { template: provision.file, line: provision.firstLine }
    const children =
      decision.is === 'undecided'
        ? [{ type: 'para', children: this.undecidedBy(decision.by) } as const]
        : parseProvision(
            provision,
            this.settings.library.compile(provision.wording)(this.facts.root, this.#around),
            {
              ...this.#inlines,
              definitions,
            },
          )
    const title = this.inlines(provision.title)
    switch (provision.form) {
      case 'parties':
      case 'recitals':
        return [{ type: 'heading', level: 2, children: title }, ...children]
      case 'execution':
        return children.length > 0 ? [{ type: 'heading', level: 1, children: title }, ...children] : []
      case 'schedule':
        return [
          {
            type: 'schedule',
            id: provision.id,
            title,
            layout: provision.layout,
            children,
            from,
          } satisfies Schedule,
        ]
      default:
        return [{ type: 'clause', id: provision.id, level: 1, title, children, from } satisfies Clause]
    }
  }

  /** One run of wording as inlines, for titles and the like. */
  inlines(wording: string): Inline[] {
    const filled = this.settings.library.compile(wording)(this.facts.root, this.#around)
    const [first] = parseMarkdown(filled.text)
    if (first?.type !== 'paragraph') return []
    return tidy(toInlines(first.children, {}, { ...this.#inlines, tokens: filled.tokens }))
  }

  /** The definitions that some blocks use, with those that these use in turn, in alphabetical order. */
  definitionsFor(blocks: readonly Block[]): Block[] {
    const { definitions, terms } = this.settings.library
    const byId = new Map(definitions.map(d => [d.id, d]))
    const printed = new Map<DefinedTerm, Block>()
    let open = terms.find(ownWords(blocks))
    while (open.size > 0) {
      const fresh: Block[] = []
      for (const id of open) {
        const term = byId.get(id)!
        if (printed.has(term) || (term.when && this.conditions[term.when] === false)) continue
        const block = this.definition(term)
        printed.set(term, block)
        fresh.push(block)
      }
      open = fresh.length > 0 ? terms.find(ownWords(fresh)) : new Set()
    }
    return [...printed].sort(([a], [b]) => a.term.localeCompare(b.term, 'en')).map(([, block]) => block)
  }

  definition(term: DefinedTerm): Block {
    const filled = this.settings.library.compile(term.text)(this.facts.root, this.#around)
    const context = { ...this.#inlines, tokens: filled.tokens }
    const children = parseMarkdown(filled.text).flatMap(node =>
      node.type === 'paragraph' ? toBlocks(toPieces(node.children, {}, context)) : [],
    )
    return {
      type: 'definition',
      id: `definition.${term.id}`,
      term: term.term,
      children,
      from: { template: term.file, line: term.line },
    }
  }

  gap(of: Leaf | FactList): Gap {
    const ask = of.field.ask ?? of.field.title
    const who = this.settings.council.owners[of.owner]
    if (of.state === 'disputed')
      return {
        type: 'gap',
        path: of.path,
        reason: 'disputed',
        text: `${of.field.title}: more than one answer is recorded`,
        comment: `Two or more answers are recorded and none is chosen here. Agree one: ${ask} To settle it: ${who}. In the intake: ${of.path}`,
      }
    return {
      type: 'gap',
      path: of.path,
      reason: 'missing',
      text: ask,
      comment: `Not answered yet. Ask: ${ask} Who answers: ${who}. In the intake: ${of.path}`,
    }
  }

  /** The questions that decide, each once, though several conditions may wait for the same one. */
  undecidedBy(names: readonly ConditionName[]): Gap[] {
    const gaps = names.map(name => this.undecided(name))
    return gaps.filter((gap, i) => gaps.findIndex(g => g.path === gap.path) === i)
  }

  undecided(name: ConditionName): Gap {
    const condition = conditionTable[name]
    const path = condition.from[0]!
    const found = fieldAt(path)
    const ask = found?.field.ask ?? found?.field.title ?? condition.label
    return {
      type: 'gap',
      path,
      reason: 'undecided',
      text: ask,
      comment: `What belongs here depends on this answer. Ask: ${ask} Who answers: ${this.settings.council.owners[found?.owner ?? 'officer']}. In the intake: ${path}`,
    }
  }
}

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

function frontPage(settings: Settings, facts: Facts, press: Press, edition: Edition): Omit<Document, 'body'> {
  const { cover } = settings.library
  const name = press.inlines('{{name}}')
  const reference = press.inlines('{{reference}}')
  const plain = (inlines: readonly Inline[]) => inlines.map(i => ('text' in i ? i.text : '')).join('')
  return {
    properties: {
      title: `${cover.kind}: ${plain(name)}`,
      subject: cover.subject,
      author: settings.council.name,
      reference: plain(reference),
      version: edition.version,
      state: edition.state,
      date: edition.date,
    },
    cover: {
      kind: cover.kind,
      title: name,
      parties: facts.partnerNames.map(leaf => leafInlines(leaf, press)),
      lines: [
        { label: 'Reference', value: reference },
        { label: 'Version', value: [{ type: 'text', text: edition.version }] },
        { label: 'Starts', value: press.inlines('{{term.start}}') },
        ...(edition.state === ''
          ? []
          : [{ label: 'Status', value: [{ type: 'text', text: edition.state }] } as const]),
      ],
      notice: edition.state === '' ? [] : [{ type: 'text', text: cover.notice.trim() }],
    },
  }
}

const leafInlines = (leaf: Leaf, press: Press): Inline[] =>
  leaf.state === 'missing' || leaf.state === 'disputed'
    ? [press.gap(leaf)]
    : [{ type: 'fact', path: leaf.path, text: leaf.text }]
