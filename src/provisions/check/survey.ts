/**
 * A template's wording in; out come all the things it says and asks, each with the formula under which it prints, and
 * the faults in the names it uses.
 */
import * as z from 'zod'
import { conditionNames } from '../../intake/condition-names.ts'
import { type Field, fieldOf, unwrap } from '../../intake/fields.ts'
import type { Argument, Spot, Wording } from '../wording/tree.ts'
import { and, atom, condition, type Formula, not, or } from './formula.ts'

export type Seen =
  | ({ readonly type: 'text'; readonly text: string } & Where)
  | ({ readonly type: 'ref'; readonly target: string } & Where)
  | ({ readonly type: 'label'; readonly label: string; readonly inLoop: boolean } & Where)
  | ({ readonly type: 'law'; readonly id: string; readonly inForceOf: readonly string[] } & Where)
  | ({ readonly type: 'role'; readonly name: string } & Where)
  | ({ readonly type: 'path'; readonly path: string; readonly kind: Field['kind'] | undefined } & Where)
  | ({ readonly type: 'fault'; readonly message: string } & Where)

interface Where {
  readonly guard: Formula
  readonly spot: Spot
}

/** One step of the scope: the type in hand and the path pattern that led to it. */
interface Frame {
  readonly type: z.ZodType
  readonly path: string
  /** True inside what the partners must never see. */
  readonly isPrivate?: boolean
}
interface Scope {
  readonly frames: readonly [Frame, ...Frame[]]
  readonly guard: Formula
  readonly inLoop: boolean
  readonly inForceOf: readonly string[]
  readonly chooses?: { readonly path: string; readonly field: Field }
}

const isCondition = (name: string): boolean => (conditionNames as readonly string[]).includes(name)

/**
 * Surveys some wording.
 * @param root the schema of everything a template may name at the top
 * @param partner the schema of one partner, entered by `{{#partner}}`
 * @param readers who reads the document: what is the council's own business may only stand in what partners never see
 */
export function survey(
  wording: readonly Wording[],
  root: z.ZodObject,
  partner: z.ZodObject,
  guard: Formula,
  readers: 'partners' | 'council' = 'partners',
): Seen[] {
  const seen: Seen[] = []
  const fault = (message: string, spot: Spot, scope: Scope) =>
    seen.push({ type: 'fault', message, spot, guard: scope.guard })

  const resolve = (arg: Argument, spot: Spot, scope: Scope): Frame | undefined => {
    if (arg.type === 'literal') {
      fault(`"${arg.value}" stands in quotes where a question's path is expected`, spot, scope)
      return undefined
    }
    let frame: Frame | undefined = scope.frames.at(-1 - arg.depth)
    for (const part of arg.parts) {
      const type: z.ZodType | undefined =
        frame && frame.type instanceof z.ZodObject ? frame.type.shape[part] : undefined
      if (!frame || !type) {
        const inside = frame?.path ? ` in ${frame.path}` : ''
        fault(`there is no question "${arg.parts.join('.')}"${inside}`, spot, scope)
        return undefined
      }
      const isPrivate = (frame.isPrivate || fieldOf(type)?.isPrivate) ?? false
      frame = { type: unwrap(type), path: frame.path ? `${frame.path}.${part}` : part, isPrivate }
    }
    if (!frame) fault('"../" goes out too far', spot, scope)
    else if (frame.isPrivate && readers === 'partners')
      fault(`${frame.path} is private to the council, so no agreement may print it`, spot, scope)
    else
      seen.push({ type: 'path', path: frame.path, kind: fieldOf(frame.type)?.kind, spot, guard: scope.guard })
    return frame
  }
  const field = (arg: Argument, kinds: readonly string[], helper: string, spot: Spot, scope: Scope) => {
    const frame = resolve(arg, spot, scope)
    if (!frame) return undefined
    const found = fieldOf(frame.type)
    const kind = found?.kind ?? 'group'
    if (kinds.length > 0 && !kinds.includes(kind)) {
      fault(`${helper} wants ${kinds.join(' or ')}, but ${frame.path} is a ${kind}`, spot, scope)
      return undefined
    }
    return { frame, field: found as Field }
  }
  const literal = (arg: Argument | undefined, spot: Spot, scope: Scope): string => {
    if (arg?.type === 'literal') return arg.value
    fault('a text in quotes is expected here', spot, scope)
    return ''
  }

  const visit = (list: readonly Wording[], scope: Scope): void => {
    for (const node of list) {
      const where = { guard: scope.guard, spot: { line: node.line, column: node.column } }
      if (node.type === 'text') {
        if (scope.chooses && node.text.trim() !== '')
          fault('inside {{#choose}} only {{#case}} blocks may stand', where.spot, scope)
        seen.push({ type: 'text', text: node.text, ...where })
      } else if (node.type === 'value') printed(node.path, where.spot, scope)
      else if (node.type === 'call') call(node, scope)
      else block(node, scope)
    }
  }
  const printed = (arg: Argument, spot: Spot, scope: Scope) => {
    const frame = resolve(arg, spot, scope)
    if (!frame) return
    if (frame.type instanceof z.ZodObject)
      fault(`${frame.path} is a group of questions, not one answer`, spot, scope)
    else if (frame.type instanceof z.ZodArray && frame.type.element instanceof z.ZodObject)
      fault(`${frame.path} is a list of groups: use {{#each}} or {{list path "field"}}`, spot, scope)
  }
  const call = (node: Wording & { type: 'call' }, scope: Scope) => {
    const where = { guard: scope.guard, spot: { line: node.line, column: node.column } }
    const [first, second] = node.args
    switch (node.helper) {
      case 'ref':
        seen.push({ type: 'ref', target: literal(first, where.spot, scope), ...where })
        break
      case 'id':
        seen.push({ type: 'label', label: literal(first, where.spot, scope), inLoop: scope.inLoop, ...where })
        break
      case 'role':
        seen.push({ type: 'role', name: literal(first, where.spot, scope), ...where })
        break
      case 'law':
        if (first?.type === 'literal')
          seen.push({ type: 'law', id: first.value, inForceOf: scope.inForceOf, ...where })
        else field(first!, ['text', 'choice'], 'law', where.spot, scope)
        break
      case 'priority':
        if (first?.type === 'path') field(first, ['text', 'choice'], 'priority', where.spot, scope)
        break
      case 'quantity':
        field(first!, ['int'], 'quantity', where.spot, scope)
        literal(second, where.spot, scope)
        break
      case 'list': {
        const found = field(first!, ['list'], 'list', where.spot, scope)
        const item = found && found.frame.type instanceof z.ZodArray ? found.frame.type.element : undefined
        if (second && item instanceof z.ZodObject && !(literal(second, where.spot, scope) in item.shape))
          fault(
            `an item of ${found?.frame.path} has no "${literal(second, where.spot, scope)}"`,
            where.spot,
            scope,
          )
        if (!second && item instanceof z.ZodObject)
          fault(`say which field of ${found?.frame.path} to list`, where.spot, scope)
        break
      }
      case 'stop':
        if (!scope.inLoop) fault('{{stop}} stands outside {{#each}}', where.spot, scope)
        break
      case 'table':
      case 'diagram':
        literal(first, where.spot, scope)
    }
  }
  const block = (node: Wording & { type: 'block' }, scope: Scope): void => {
    const spot = { line: node.line, column: node.column }
    const first = node.args[0]!
    const both = (test: Formula, inner: Partial<Scope> = {}) => {
      visit(node.body, { ...scope, ...inner, guard: and(scope.guard, test) })
      if (node.otherwise) visit(node.otherwise, { ...scope, guard: and(scope.guard, not(test)) })
    }
    if (scope.chooses && node.helper !== 'case') {
      fault('inside {{#choose}} only {{#case}} blocks may stand', spot, scope)
    }
    if (node.otherwise && node.helper === 'case') fault('{{else}} has no meaning in {{#case}}', spot, scope)
    switch (node.helper) {
      case 'when': {
        const name = literal(first, spot, scope)
        if (!isCondition(name)) fault(`there is no condition "${name}"`, spot, scope)
        both(condition(name))
        break
      }
      case 'yes': {
        const found = field(first, ['yesNo'], 'yes', spot, scope)
        both(atom('yes', found?.frame.path ?? ''))
        break
      }
      case 'answered': {
        const frame = resolve(first, spot, scope)
        if (frame?.type instanceof z.ZodObject) fault(`${frame.path} is a group, not one answer`, spot, scope)
        both(atom('answered', frame?.path ?? ''))
        break
      }
      case 'in_force': {
        const id = literal(first, spot, scope)
        seen.push({ type: 'law', id, inForceOf: [id], spot, guard: scope.guard })
        both(atom('inForce', id), { inForceOf: [...scope.inForceOf, id] })
        break
      }
      case 'choose': {
        const found = field(first, ['choice'], 'choose', spot, scope)
        if (!found) break
        const cases = node.body.flatMap(n =>
          n.type === 'block' && n.helper === 'case'
            ? n.args.map(a => (a.type === 'literal' ? a.value : ''))
            : [],
        )
        const values = Object.keys(found.field.choices ?? {})
        for (const value of values)
          if (!cases.includes(value))
            fault(`${found.frame.path} may be "${value}", which has no case`, spot, scope)
        for (const c of cases)
          if (!values.includes(c)) fault(`${found.frame.path} is never "${c}"`, spot, scope)
        visit(node.body, { ...scope, chooses: { path: found.frame.path, field: found.field } })
        const chosen = values.map(value => atom('choice', found.frame.path, value))
        if (node.otherwise) visit(node.otherwise, { ...scope, guard: and(scope.guard, not(or(...chosen))) })
        break
      }
      case 'case': {
        if (!scope.chooses) {
          fault('{{#case}} stands outside {{#choose}}', spot, scope)
          break
        }
        const path = scope.chooses.path
        const tests = node.args.map(a => atom('choice', path, a.type === 'literal' ? a.value : ''))
        const { chooses, ...outer } = scope
        visit(node.body, { ...outer, guard: and(scope.guard, or(...tests)) })
        break
      }
      case 'each': {
        const found = field(first, ['list'], 'each', spot, scope)
        if (!found || !(found.frame.type instanceof z.ZodArray)) break
        const item: Frame = {
          type: unwrap(found.frame.type.element as z.ZodType),
          path: `${found.frame.path}[]`,
          isPrivate: found.frame.isPrivate ?? false,
        }
        both(atom('items', found.frame.path), { frames: [...scope.frames, item], inLoop: true })
        break
      }
      case 'partner': {
        const found = field(first, ['ref'], 'partner', spot, scope)
        if (found && found.field.target !== 'partners')
          fault(`${found.frame.path} does not name a partner`, spot, scope)
        // Named by the path that leads to it, for two of these blocks may speak of two partners.
        const frame: Frame = { type: partner, path: `partners[${found?.frame.path ?? ''}]` }
        both(atom('answered', found?.frame.path ?? ''), { frames: [...scope.frames, frame] })
        break
      }
    }
  }
  visit(wording, { frames: [{ type: root, path: '' }], guard, inLoop: false, inForceOf: [] })
  return seen
}
