/** How an intake path is written for people: `partners[family-voice].legal_name`, `finance.total`. */
import type { Key } from './answers.ts'

/**
 * Writes a path. An item of a list is named by its `id` if it has one, else by its position counted from 1.
 * @param root the answers the path leads into
 */
export function writePath(root: unknown, keys: readonly Key[]): string {
  let here = root
  let path = ''
  for (const key of keys) {
    const next: unknown = here && typeof here === 'object' ? (here as Record<Key, unknown>)[key] : undefined
    if (typeof key === 'number') path += `[${itemId(next) ?? key + 1}]`
    else path += path ? `.${key}` : key
    here = next
  }
  return path
}

/** The `id` an item of a list is known by, if it has one. */
export function itemId(item: unknown): string | undefined {
  const id = item && typeof item === 'object' ? (item as { id?: unknown }).id : undefined
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The path of the question that an answer answers, without saying which item of a list: `partners[].legal_name`. */
export const questionPath = (keys: readonly Key[]): string =>
  keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[]` : path ? `${path}.${key}` : key),
    '',
  )
