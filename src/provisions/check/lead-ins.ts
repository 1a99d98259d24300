/** A piece of wording and what the survey saw in it; the items that start with an answer which may be nothing but a list out. */
import type { Finding } from '../../findings/finding.ts'
import type { Spot } from '../wording/tree.ts'
import { faultAt, type Surveyed } from './fault.ts'

const itemMark = /^[ \t]*(?:1\.|-)[ \t]+/gm
/** What prints nothing itself: blocks, labels, remarks. */
const silent = /\{\{(?:[#/!]|else\b|id\s)[^}]*\}\}/g

/**
 * A list has no words to stand beside its item's number, so an item that may start with one needs words before it. Words in a
 * block count, whatever its condition: whether it prints where the list does is the owner's to see.
 */
export function leadInFaults(surveyed: Surveyed): readonly Finding[] {
  const wording = surveyed.provision?.wording
  if (wording === undefined || surveyed.firstLine !== surveyed.provision?.firstLine) return []
  return surveyed.seen.flatMap(seen => {
    if (seen.type !== 'path' || seen.kind !== 'long') return []
    const before = wordsBefore(wording, seen.spot)
    if (before === undefined || before.replace(silent, '').trim() !== '') return []
    const message = `an item starts with "${seen.path}", which may be nothing but a list: lead in to it with words that end in a colon`
    return [faultAt('TPL-01', message, surveyed, seen.spot)]
  })
}

/** What stands in an item before a spot, where an answer prints there; undefined outside items. */
function wordsBefore(wording: string, { line, column }: Spot): string | undefined {
  const lines = wording.split('\n')
  const isPrinted = /^\{\{[^#/]/.test((lines[line - 1] ?? '').slice(column - 1))
  const text = [...lines.slice(0, line - 1), (lines[line - 1] ?? '').slice(0, column - 1)].join('\n')
  const mark = isPrinted ? [...text.matchAll(itemMark)].at(-1) : undefined
  return mark && text.slice(mark.index + mark[0].length)
}
