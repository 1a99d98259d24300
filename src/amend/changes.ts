/** The differences of two versions in, the changes of the schedule out: provision by provision, each with what caused it. */
import type { ConditionName } from '../intake/condition-names.ts'
import { conditions } from '../intake/conditions.ts'
import type { Conditions } from '../provisions/decide.ts'
import type { Library } from '../provisions/library.ts'
import type { AnswerChange } from './answer-changes.ts'
import type { Causes, Found } from './causes.ts'
import { kindOf, type Step } from './differences.ts'
import type { Unit } from './units.ts'

export interface TextChange {
  readonly kind: 'reworded' | 'inserted' | 'deleted' | 'moved'
  /** The provision or party that changed, by id. */
  readonly top: string
  /** Where it stands: in the newer version if it is there, else in the older. */
  readonly address: string
  readonly before: string
  readonly after: string
  readonly causes: readonly AnswerChange[]
  /** Why no answer is named, or perhaps not all of them, where answers have a part in it. */
  readonly untold?: Found['untold']
  /** The clause library has other wording here now; its note says why. With `causes`, answers had a part in it too. */
  readonly wording?: string
}

export interface Context {
  readonly answers: readonly AnswerChange[]
  readonly library: Library
  readonly conditionsBefore?: Conditions
  readonly conditionsAfter: Conditions
  /** Which answers some steps hang on, where both versions' answers are known. */
  readonly causes?: Causes
  /** Whether the library's newer wording alone would have made this step. */
  readonly isFromWording: (step: Step) => boolean
  /** Whether a template or defined term is another now than the older version was made with. */
  readonly isMoved: (key: string) => boolean
}

/** The changes in the order of the text. A provision that came or went as a whole is one change. */
export function textChanges(steps: readonly Step[], context: Context): readonly TextChange[] {
  const out: TextChange[] = []
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!
    const kind = kindOf(step)
    if (kind === 'same' || kind === 'renumbered') {
      at++
      continue
    }
    let end = at + 1
    const unit = (step.after ?? step.before)!
    if (kind !== 'reworded')
      while (
        end < steps.length &&
        kindOf(steps[end]!) === kind &&
        sameWhole(unit.top, unit.item, steps[end]!)
      )
        end++
    out.push(changeOf(kind, steps.slice(at, end), context))
    at = end
  }
  return out.map(change => (isMoved(change, out) ? { ...change, kind: 'moved' as const } : change))
}

/** A row of a table, or a provision, is one change however many paragraphs it has. */
const sameWhole = (top: string, item: string, { before, after }: Step): boolean => {
  const other = (after ?? before)!
  if (other.top !== top) return false
  const row = (name: string): string => name.split(' ').slice(0, 2).join(' ')
  return item.includes(' ') && !item.startsWith('title ') ? row(other.item) === row(item) : true
}

const isMoved = (change: TextChange, all: readonly TextChange[]): boolean =>
  (change.kind === 'inserted' || change.kind === 'deleted') &&
  all.some(
    other =>
      other.top === change.top &&
      ((change.kind === 'inserted' && other.kind === 'deleted' && other.before === change.after) ||
        (change.kind === 'deleted' && other.kind === 'inserted' && other.after === change.before)),
  )

function changeOf(
  kind: 'reworded' | 'inserted' | 'deleted',
  steps: readonly Step[],
  context: Context,
): TextChange {
  const first = (steps[0]!.after ?? steps[0]!.before)!
  const text = (side: 'before' | 'after'): string => linesOf(steps.flatMap(step => step[side] ?? []))
  const isPure = steps.every(context.isFromWording)
  const isMoved = context.isMoved(first.template) || context.isMoved(first.item.split(' ')[0]!)
  const wording = isPure || isMoved ? noteOn(first.template, context) : undefined
  // A row that came or went is named as a row, not by its first cell.
  const isRow = kind !== 'reworded' && steps.length > 1 && /, row \d+, column “/.test(first.address)
  const address = isRow ? first.address.replace(/, column “.*$/, '') : first.address
  return {
    kind,
    top: first.top,
    address: address.replace(
      /^the heading of (?=clause|Schedule|paragraph)/,
      kind === 'reworded' ? '$&' : '',
    ),
    before: text('before'),
    after: text('after'),
    ...(isPure ? { causes: [] } : causesOf(steps, context)),
    ...(wording !== undefined && { wording }),
  }
}

/** Paragraph by paragraph, and a table row by row. */
function linesOf(units: readonly Unit[]): string {
  const rowOf = ({ address }: Unit): string | undefined => /^.*, row \d+(?=, column “)/.exec(address)?.[0]
  return units
    .map((unit, at) => {
      const row = rowOf(unit)
      const goesOn = at > 0 && row !== undefined && row === rowOf(units[at - 1]!)
      return `${at === 0 ? '' : goesOn ? ' | ' : '\n'}${unit.text}`
    })
    .join('')
}

const noteOn = (file: string, { library }: Context): string =>
  library.provisions.find(p => p.file === file)?.changed?.note ?? 'The clause library has new wording here.'

/** An item without an id is named by its place, before and after: one of the same number may be another item. */
const fits = ({ path, old = '', now = '' }: AnswerChange, steps: readonly Step[]): boolean =>
  !/\[\d+\]/.test(path) ||
  (steps.some(({ before }) => before?.text.includes(old) ?? old === '') &&
    steps.some(({ after }) => after?.text.includes(now) ?? now === ''))

/** Whether two readings of a paragraph differ in nothing but answers that they print. */
const isOnlyPrinted = ({ before, after }: Step): boolean =>
  before !== undefined && after !== undefined && shapeOf(before) === shapeOf(after)

/** What is left of a paragraph without its answers. What is worked out from answers stays. */
const shapeOf = ({ inlines }: Unit): string =>
  JSON.stringify(inlines, (_, value) =>
    value?.type === 'fact' && !value.path.includes('derived') ? { path: value.path } : value,
  )

/**
 * The answers behind some steps: those printed in them where nothing else differs. Where more does, those whose putting back
 * would undo it; of several that changed as one, those printed there, or named by the template. What was not tried is not named.
 */
function causesOf(steps: readonly Step[], context: Context): Pick<TextChange, 'causes' | 'untold'> {
  const paths = new Set(
    steps.flatMap(({ before, after }) => [...(before?.paths ?? []), ...(after?.paths ?? [])]),
  )
  const printed = context.answers.filter(({ path }) => paths.has(path))
  const fitting = printed.filter(answer => fits(answer, steps))
  const shown = fitting.length > 0 ? fitting : printed
  if (shown.length > 0 && steps.every(isOnlyPrinted)) return { causes: shown }
  const { groups, untold } = context.causes?.(steps) ?? { groups: [] }
  if (groups.length === 0) {
    // What an older text printed does not say why that text went; what is printed now would read otherwise without that answer.
    const now = new Set(steps.flatMap(({ after }) => after?.paths ?? []))
    return { causes: shown.filter(({ path }) => now.has(path)), ...(untold && { untold }) }
  }
  const named = namedBy(steps, context)
  const causes = groups.flatMap(group => {
    const [here, asked] = [shown, named].map(some => group.filter(answer => some.includes(answer)))
    // What came or went as one is told by its name: the rest of it stands in the columns beside.
    if (here!.length > 0) return isWhole(group) ? inShort(here!) : here!
    return asked!.length > 0 ? asked! : inShort(group)
  })
  return { causes, ...(untold && { untold }) }
}

const isWhole = (group: readonly AnswerChange[]): boolean =>
  group.every(({ old }) => old === undefined) || group.every(({ now }) => now === undefined)

/** Of answers that changed as one, such as all those of a partner who joined, so many are listed where none of them is printed. */
const MOST_OF_ONE = 4
const NAMING = /\.(?:short_name|legal_name|secondee_or_post|event|name|text)$/

const inShort = (group: readonly AnswerChange[]): readonly AnswerChange[] =>
  group.length <= MOST_OF_ONE
    ? group
    : [
        group.find(({ path }) => NAMING.test(path)) ??
          group.find(({ now, old }) => (now ?? old) !== undefined)!,
      ]

/** The answers that the template, or a condition in it that turned, asks for. */
function namedBy(steps: readonly Step[], context: Context): readonly AnswerChange[] {
  const files = new Set(steps.map(({ before, after }) => (after ?? before)!.template))
  const templates = context.library.provisions.filter(({ file }) => files.has(file))
  const turned = templates.flatMap(({ when, wording }) =>
    (Object.keys(context.conditionsAfter) as ConditionName[]).filter(
      name =>
        // Where the older answers are lost, nobody knows what turned, and a guess would be a false reason.
        context.conditionsBefore !== undefined &&
        context.conditionsBefore[name] !== context.conditionsAfter[name] &&
        ([...when.all, ...when.any, ...when.none].includes(name) || wording.includes(`"${name}"`)),
    ),
  )
  const asked = new Set(turned.flatMap(name => conditions[name].from))
  const named = context.answers.filter(
    ({ pattern }) =>
      [...asked].some(path => pattern.startsWith(path.replace(/\[.*/, ''))) ||
      templates.some(({ wording }) => isNamed(pattern, wording)),
  )
  // A sum follows from sums: of all that its template names, who joined or where is no reason for it.
  const sums = steps.every(isOfSum) ? named.filter(({ old, now }) => isSum(old) || isSum(now)) : []
  return sums.length > 0 ? sums : named
}

const isSum = (text = ''): boolean => /^£[\d,.]+$/.test(text)

/** Whether all that a step changes is a sum of money, or a share of one, in a cell of its own. */
const isOfSum = ({ before, after }: Step): boolean =>
  before !== undefined &&
  after !== undefined &&
  [before, after].every(({ text }) => /^(?:£[\d,.]+|[\d.]+%)$/.test(text))

/** Whether wording names a question, by its path or, within a list, by the list and its own name. */
function isNamed(pattern: string, wording: string): boolean {
  const [list, item] = pattern.split(/\[\]\.?/)
  if (item === undefined || item === '')
    return new RegExp(`\\b${list!.replaceAll('.', '\\.')}\\b`).test(wording)
  return (
    new RegExp(`each ${list}\\b`).test(wording) && new RegExp(`\\b${item.split('.').at(-1)}\\b`).test(wording)
  )
}
