/** The signing lines of papers in; the fields that people fill in there out, each with a name of its own and a tooltip. */
import type { SheetSigningLine } from '../../render/pdf/sheet.ts'
import type { Asked } from './fields.ts'

/** What a line asks for, by its label; a line that is not here, such as a signature, is for ink. */
const LINES: Readonly<
  Record<string, Omit<Asked, 'name' | 'tooltip'> & { readonly says: string; readonly height: number }>
> = {
  Decision: {
    says: 'Decision: choose one',
    height: 22,
    choices: ['Approved', 'Approved with conditions', 'Referred back', 'Not approved'],
  },
  Conditions: { says: 'Conditions of the decision, if any', height: 110, lines: true },
  Name: { says: 'Name of the person who signs', height: 22 },
  Position: { says: 'Position of the person who signs', height: 22 },
  Date: { says: 'Date, such as 22 November 2026', height: 22 },
}

export interface Declared {
  /** For a paper: the field for a line, if people type there. Names start with `prefix`, tooltips end with `title`. */
  readonly fieldFor: (prefix: string, title: string) => (label: string) => SheetSigningLine['field']
  /** Every field given so far, in order. */
  readonly asked: readonly Asked[]
}

/** Starts a pack's list of fields. */
export function declaredFields(): Declared {
  const asked: Asked[] = []
  return {
    asked,
    fieldFor: (prefix, title) => label => {
      const line = LINES[label]
      if (!line) return undefined
      const { says, height, ...rest } = line
      const wanted = `${prefix}.${label.toLowerCase()}`
      // Several people may have to sign one paper.
      const before = asked.filter(({ name }) => name === wanted || name.startsWith(`${wanted}-`)).length
      const name = before === 0 ? wanted : `${wanted}-${before + 1}`
      asked.push({ name, tooltip: `${says} (${title})`, ...rest })
      return { name, height }
    },
  }
}
