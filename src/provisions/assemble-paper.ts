/** A paper's template and the facts of a pack in, the paper as a document out: the same press as the agreement's. */
import type { Document, Inline } from '../document/nodes.ts'
import type { Answers } from '../intake/answers.ts'
import type { Facts } from './agreement-facts.ts'
import type { Edition } from './assemble.ts'
import { type Conflicts, noConflicts } from './conflicts.ts'
import { type Conditions, decide } from './decide.ts'
import { insertFor } from './inserts.ts'
import { Press, type Settings } from './press.ts'
import type { Template } from './template.ts'

/** Prints one paper; undefined where its conditions leave it out. */
export type PrintPaper = (template: Template, edition: Edition, isReady: boolean) => Document | undefined

/** Makes ready to print the papers of one pack. */
export function paperPress(
  settings: Settings,
  answers: Answers,
  facts: Facts,
  conditions: Conditions,
  conflicts: Conflicts = noConflicts,
): PrintPaper {
  const insert = insertFor(settings, answers, conflicts, 'council')
  const press = new Press(settings, facts, conditions, insert, conflicts)
  const name = press.inlines('{{name}}')
  const reference = press.inlines('{{reference}}')
  const { paperCover } = settings.library
  return (template, edition, isReady) => {
    if (decide(template.when, conditions).is === 'out') return undefined
    const kind = plain(press.inlines(template.title))
    return {
      properties: {
        title: `${kind}: ${plain(name)}`,
        subject: paperCover.subject,
        author: settings.council.name,
        reference: plain(reference),
        version: edition.version,
        state: edition.state,
        date: edition.date,
      },
      cover: {
        kind,
        title: name,
        parties: [],
        lines: [
          { label: 'Reference', value: reference },
          { label: 'Agreement', value: [{ type: 'text', text: edition.version }] },
          { label: 'Sign-off pack', value: [{ type: 'text', text: isReady ? 'READY' : 'NOT READY' }] },
        ],
        notice: [{ type: 'text', text: paperCover.notice.trim() }],
      },
      front: 'heading',
      layout: template.layout,
      body: press.parse(template),
    }
  }
}

const plain = (inlines: readonly Inline[]): string => inlines.map(i => ('text' in i ? i.text : '')).join('')
