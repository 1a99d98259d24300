/** Checks that every id an answer refers to stands in the list it points into. */
import { suggest } from '../../findings/suggest.ts'
import type { RefTarget } from '../fields.ts'
import { shorten } from './dates.ts'
import { type Notes, report } from './notes.ts'
import { type Node, typedId, valueAt } from './tree.ts'

const itemName: Readonly<Record<RefTarget, string>> = {
  partners: 'partner',
  objectives: 'objective',
  risks: 'risk',
}

/** Each comparison is with every id of the list, so a long list of strangers would take long. */
const maxSuggestions = 100

/** Reports each reference to an id that the file does not define, with the near one. */
export function checkReferences(root: Node, notes: Notes): void {
  const idsIn = new Map<RefTarget, ReadonlySet<string>>()
  const nearest = new Map<string, string | undefined>()
  for (const { id, target, span, at } of notes.references) {
    const ids = idsIn.get(target) ?? typedIds(root, target)
    idsIn.set(target, ids)
    if (ids.has(id)) continue
    const name = `${target} ${id}`
    if (!nearest.has(name) && nearest.size < maxSuggestions) nearest.set(name, suggest(id, ids))
    const near = nearest.get(name)
    const message = `${at.field.title}: there is no ${itemName[target]} with the id '${shorten(id)}'`
    const listed = [...ids].slice(0, 12).join(', ')
    const hint = near
      ? `Did you mean ${near}?`
      : ids.size > 0
        ? `The ids under '${target}' are: ${listed}${ids.size > 12 ? ', …' : ''}`
        : `Add it to the list '${target}' first; no ids are there yet`
    report(notes, at, span, { code: 'ANS-06', message, hint })
  }
}

function typedIds(root: Node, target: RefTarget): ReadonlySet<string> {
  const list = valueAt(root, target)
  const items = list?.type === 'sequence' ? list.items : []
  return new Set(items.map(typedId).filter(id => id !== undefined))
}
