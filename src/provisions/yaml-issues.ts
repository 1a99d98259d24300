/**
 * What a schema finds wrong with a file that the council keeps, and what the file holds, in; the same in words for whoever
 * keeps it out: what is wrong, at which entry, and what to write.
 */
import type * as z from 'zod'
import { suggest } from '../findings/suggest.ts'
import type { Key } from '../intake/answers.ts'
import { writePath } from '../intake/paths.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]
export interface IssueWords {
  readonly path: Path
  readonly message: string
  readonly hint: string
}

/** So many choices are listed; of more, the near one alone helps. */
const LISTED = 12
const LONGEST = 60

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group',
  record: 'a group',
}

const how: Readonly<Record<string, string>> = {
  string: ' A number or a date that is meant as text needs quotation marks.',
  array: ' Each item stands behind a hyphen on a line of its own, or all in square brackets.',
  object: ' Each of its names stands on a line of its own, set further in, with a colon.',
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], data)

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return `'${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}'`
}

/** Says one issue; several, where several names are unknown. */
export function wordIssue(issue: Issue, data: unknown, above: Path = []): readonly IssueWords[] {
  const path = [...above, ...issue.path]
  const where = writePath(data, path as readonly Key[]) || 'the file'
  const value = valueAt(data, path)
  const say = (message: string, hint: string): readonly IssueWords[] => [{ path, message, hint }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...path, key],
        message: `${where}: there is nothing called '${key}' here`,
        hint: 'Look at its spelling and how far it is set in, or delete it.',
      }))
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? issue.expected
      if (value === undefined) return say(`${where} is missing`, `Add it, with ${kind}.`)
      return say(`${where} takes ${kind}, not ${shown(value)}`, `Write ${kind}.${how[issue.expected] ?? ''}`)
    }
    case 'invalid_value': {
      const choices = issue.values.map(String)
      const near = typeof value === 'string' ? suggest(value, choices) : undefined
      const list = `Choose from: ${choices.slice(0, LISTED).join(', ')}${choices.length > LISTED ? ' and more' : ''}.`
      const hint = near ? `Did you mean ${near}?` : list
      return say(
        value === undefined ? `${where} is missing` : `${where}: ${shown(value)} is not one of the choices`,
        hint,
      )
    }
    case 'invalid_union': {
      const words = meant(issue.errors, value).flatMap(one => wordIssue(one, data, path))
      return words.length > 0 ? words : say(`${where}: ${shown(value)} cannot stand here`, compare)
    }
    case 'invalid_format':
      return issue.format === 'date'
        ? say(`${where}: ${shown(value)} is no date`, 'Write a day that there is, as 2026-04-01.')
        : say(
            `${where}: ${shown(value)} does not fit${issue.message.startsWith('Invalid') ? '' : `: ${issue.message}`}`,
            compare,
          )
    default:
      return say(`${where}: ${issue.message}`, compare)
  }
}

/** Of the forms that a value may take, what is wrong with the one that was meant: where the fault lies deepest, or the kind fits. */
function meant(forms: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(...issues.map(issue => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)))
  const fits = (issues: readonly Issue[]): boolean =>
    issues.every(({ code }) => (code === 'invalid_value') === (typeof value === 'string'))
  return forms.toSorted((a, b) => depth(b) - depth(a) || Number(fits(b)) - Number(fits(a)))[0] ?? []
}

const compare = 'Write it as the entries beside it are written.'
