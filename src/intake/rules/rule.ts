/** What a rule across answers is: when it speaks, what it says, who must act, and on whose authority. */
import type { Code } from '../../findings/codes.ts'
import type { Finding, Owner, Severity, Stage } from '../../findings/finding.ts'
import type { Answers, Key } from '../answers.ts'
import type { ConditionName } from '../condition-names.ts'
import type { CouncilKind } from '../council-kind.ts'
import type { DerivedAnswers } from '../derive.ts'
import type { Readings } from '../readings.ts'
import type { Intake } from '../schema.ts'

type Conditions = Readonly<Record<ConditionName, boolean | undefined>>

/** What the council and the law say, as far as rules need it. Plain data, so that rules know no file format. */
export interface RuleSettings {
  /** How the Code's own faults are read (`data/code/interpretations.yaml`), by Z number: the reading in force. */
  readonly readings: Readings
  /** Law and bodies that have gone: what a text may say, and what to say now. */
  readonly replaced: readonly {
    readonly said: RegExp
    readonly now: string
    readonly why: string
    readonly severity: 'warning' | 'note'
  }[]
  /** Dated sums that the law sets, in whole pounds, by id of `figures` in `data/law.yaml`. */
  readonly figures: ReadonlyMap<string, { readonly amount: number; readonly from: string }>
  /** Sections that are a power of bodies of some legal forms alone (`power_holders` in `data/law.yaml`). */
  readonly powerHolders: readonly {
    readonly law: string
    readonly title: string
    readonly sections: readonly string[]
    /** Whose they are, in words. */
    readonly belongs_to: string
    readonly forms: readonly string[]
    /** The kinds of council among them; left out, every kind. */
    readonly councils?: readonly CouncilKind[] | undefined
    /** Knows bodies of another kind that hold it by their names. */
    readonly also?: RegExp
    /** What Legal should still look up, of bodies of some forms or with such names, unless the answer settles it. */
    readonly confirm: readonly {
      readonly forms?: readonly string[] | undefined
      readonly councils?: readonly CouncilKind[] | undefined
      readonly said?: RegExp
      readonly unless?: RegExp
      readonly ask: string
    }[]
  }[]
  /** Where bodies of some legal forms find their powers; with `said`, those only whose description matches. */
  readonly ownPowers: readonly {
    readonly forms: readonly string[]
    readonly said?: RegExp
    readonly look_to: string
  }[]
  readonly isKnownLaw: (id: string) => boolean
  readonly isKnownPriority: (id: string) => boolean
  readonly isKnownProvision: (id: string) => boolean
  /** Whether the agreement has the provision; undefined while an answer that decides is missing. */
  readonly isProvisionIn: (id: string, conditions: Conditions) => boolean | undefined
  /** The agreement's schedules in their order, whether or not an agreement has them. */
  readonly schedules: readonly { readonly id: string; readonly title: string }[]
  /** The Code's three checklists, from `data/code/checklists.yaml`. */
  readonly checklists: readonly {
    readonly set: 'planning' | 'inclusivity' | 'governance'
    readonly title: string
    readonly questions: readonly { readonly number: number; readonly ask: string }[]
  }[]
  /** The ids of the Code's prompts for finding risks, from `data/code/risk-prompts.yaml`. */
  readonly riskPrompts: readonly string[]
  /** From `data/council.yaml`: sums in whole pounds, and what the constitution allows. */
  readonly council: {
    readonly name: string
    readonly kind: CouncilKind
    /** What the constitution calls the executive, such as `Cabinet`. */
    readonly executive: string
    readonly executiveOver: number
    readonly accountableBodyExecutiveOver: number
    readonly pooledFundNeedsExecutive: boolean
    readonly permitsElectronicSealing: boolean
    readonly permitsElectronicSignature: boolean
    readonly reviewWithinMonths: number
    /** The post to ask about VAT (Z10). */
    readonly vatAdviser: string
  }
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly answers: Answers
  readonly intake: Intake
  readonly conditions: Conditions
  readonly derived: DerivedAnswers
  readonly settings: RuleSettings
  /** The day that counts as today, as an ISO date. */
  readonly asAt: string
}

/** One thing that a rule found. */
export interface Fault {
  /** The answer to point at; a missing one is pointed at through the group above it. */
  readonly at: readonly Key[]
  /** One sentence in plain English that names the answers and what is wrong. */
  readonly message: string
  /** One sentence: what to do. Left out, the code's own cure is given. */
  readonly hint?: string
  /** Where these facts make it graver or milder than the rule's own. */
  readonly severity?: Severity
  readonly owner?: Owner
  readonly stage?: Stage
  /** Other answers that it turns on, shown side by side. */
  readonly related?: readonly { readonly at: readonly Key[]; readonly message: string }[]
}

export interface Rule {
  readonly code: Code
  readonly severity: Severity
  readonly owner: Owner
  /** The first stage that it stops, or at which it should be looked at. */
  readonly stage: Stage
  /** The authority, as printed: `Code 9.5`, `Localism Act 2011 s1`. */
  readonly source: string
  /** Requirement and interpretation numbers it serves. */
  readonly requirements: readonly string[]
  /** Finds every breach. A question without an answer is a gap, not a breach: rules stay silent about it. */
  readonly find: (context: RuleContext) => Iterable<Fault>
}

/** Turns what a rule found into a finding. `cure` is what to do when the fault says nothing of its own. */
export function findingOf(rule: Rule, fault: Fault, answers: Answers, cure: string): Finding {
  return {
    code: rule.code,
    severity: fault.severity ?? rule.severity,
    message: fault.message,
    hint: fault.hint ?? cure,
    place: answers.placeOf(fault.at),
    owner: fault.owner ?? rule.owner,
    stage: fault.stage ?? rule.stage,
    source: rule.source,
    ...(fault.related
      ? { related: fault.related.map(r => ({ message: r.message, place: answers.placeOf(r.at) })) }
      : {}),
  }
}
