/** Prints provisions: a template and the facts in, blocks out, with a gap wherever an answer is missing. */
import type { Block, Clause, Definition, Gap, Inline, Origin, Schedule } from '../document/nodes.ts'
import type { ConditionName } from '../intake/condition-names.ts'
import { conditions as conditionTable } from '../intake/conditions.ts'
import { fieldAt } from '../intake/schema.ts'
import type { Facts } from './agreement-facts.ts'
import type { Code } from './code.ts'
import { type Conflicts, noConflicts, remarkOn } from './conflicts.ts'
import type { Council, RoleName } from './council.ts'
import type { Conditions, Decision } from './decide.ts'
import { byTerm, type DefinedTerm } from './definitions.ts'
import type { FactList, Leaf } from './facts.ts'
import { type InlineContext, tidy, toBlocks, toInlines, toPieces } from './inlines.ts'
import { type Interpretations, rolesOf } from './interpretations.ts'
import type { Law } from './law.ts'
import type { Library } from './library.ts'
import { parseProvision } from './parse.ts'
import { parsedBefore, wholeBefore } from './parsed-before.ts'
import type { Template } from './template.ts'
import type { Filled, Insert, Surroundings } from './wording/fill.ts'
import { parseMarkdown } from './wording/markdown.ts'

/** What the council keeps besides the intake. */
export interface Settings {
  readonly library: Library
  readonly law: Law
  readonly council: Council
  readonly interpretations: Interpretations
  /** The Code's lists. */
  readonly code: Code
}

/** Prints provisions: fills, parses, and puts the heading round them. */
export class Press {
  #facts = new Set<string>()
  readonly #around: Surroundings
  readonly #inlines: Omit<InlineContext, 'tokens'>

  constructor(
    readonly settings: Settings,
    readonly facts: Facts,
    readonly conditions: Conditions,
    /** Blocks that are made, not worded, other than the definitions. */
    readonly insert: (what: Insert) => readonly Block[] = () => [],
    readonly conflicts: Conflicts = noConflicts,
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
    }
  }

  takeFacts(): readonly string[] {
    const paths = [...this.#facts]
    this.#facts = new Set()
    return paths
  }

  /** The blocks of one provision, whole. */
  print(provision: Template, decision: Decision, definitions: readonly Block[] = []): readonly Block[] {
    const children =
      decision.is === 'undecided'
        ? [{ type: 'para', children: this.undecidedBy(decision.by) } as const]
        : this.parse(provision, definitions)
    const title = this.inlines(provision.title)
    return wholeBefore(provision, title, children, () => underTitle(provision, title, children))
  }

  /** The blocks of a template's wording, without a heading round them. */
  parse(template: Template, definitions: readonly Block[] = []): Block[] {
    const filled = this.fill(template.wording)
    return parseProvision(template, filled, {
      ...this.#inlines,
      insert: what => (what.what === 'definitions' ? definitions : this.insert(what)),
    })
  }

  private fill(wording: string): Filled {
    const filled = this.settings.library.compile(wording)(this.facts.root, this.#around)
    for (const token of filled.tokens) if (token.type === 'fact') this.#facts.add(token.leaf.path)
    return filled
  }

  /** One run of wording as inlines, for titles and the like. */
  inlines(wording: string): Inline[] {
    // Most titles ask for nothing.
    const { text, tokens } = wording.includes('{') ? this.fill(wording) : { text: wording, tokens: [] }
    const [first] = parseMarkdown(text)
    if (first?.type !== 'paragraph') return []
    return tidy(toInlines(first.children, {}, { ...this.#inlines, tokens }))
  }

  /** The definitions that some blocks use, with those that these use in turn, in alphabetical order. */
  definitionsFor(blocks: readonly Block[]): Block[] {
    const { definitions, terms } = this.settings.library
    const byId = new Map(definitions.map(d => [d.id, d]))
    const printed = new Map<DefinedTerm, Block>()
    let open = terms.usedIn(blocks)
    while (open.size > 0) {
      const fresh: Block[] = []
      for (const id of open) {
        const term = byId.get(id)!
        if (printed.has(term) || (term.when && this.conditions[term.when] === false)) continue
        const block = this.definition(term)
        printed.set(term, block)
        fresh.push(block)
      }
      open = terms.usedIn(fresh)
    }
    return [...printed].sort(([a], [b]) => byTerm(a, b)).map(([, block]) => block)
  }

  definition(term: DefinedTerm): Block {
    const filled = this.fill(term.text)
    return parsedBefore(term, filled, 0, () => {
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
      } satisfies Definition
    })
  }

  gap(of: Leaf | FactList): Gap {
    const ask = of.field.ask ?? of.field.title
    const who = this.settings.council.owners[of.owner]
    // A question that is disputed in so many words says so in its own mark.
    const conflicts =
      of.state === 'disputed' ? this.conflicts.at(of.path).filter(({ code }) => code !== 'CONF-01') : []
    if (conflicts.length > 0)
      return {
        type: 'gap',
        path: of.path,
        reason: 'disputed',
        text: `${of.field.title}: two answers conflict`,
        comment: `${remarkOn(conflicts, this.facts.isInCouncilRisk)} To settle it: ${who}.`,
      }
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

  /** An answer as a document prints it, or its gap. */
  leaf(leaf: Leaf): Inline[] {
    return leaf.state === 'missing' || leaf.state === 'disputed'
      ? [this.gap(leaf)]
      : [{ type: 'fact', path: leaf.path, text: leaf.text }]
  }
}

/** A provision's blocks under its title, in the shape of its form. */
function underTitle(
  { id, form, layout, file, firstLine }: Template,
  title: readonly Inline[],
  children: readonly Block[],
): readonly Block[] {
  const from: Origin = { template: file, line: firstLine }
  switch (form) {
    case 'parties':
    case 'recitals':
      return [{ type: 'heading', level: 2, children: title }, ...children]
    case 'execution':
      return children.length > 0 ? [{ type: 'heading', level: 1, children: title }, ...children] : []
    case 'schedule':
      return [{ type: 'schedule', id, title, layout, children, from } satisfies Schedule]
    default:
      return [{ type: 'clause', id, level: 1, title, children, from } satisfies Clause]
  }
}
