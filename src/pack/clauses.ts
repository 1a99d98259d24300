/** The agreement in, what its provisions are called in it out: the number that its reader sees, with the title. */
import type { Block, Document, Inline } from '../document/nodes.ts'
import { type Numbering, referenceText } from '../document/number.ts'
import { inlineText } from '../render/text.ts'

/** Names a provision, or an item of one, by its id; undefined where this agreement does not hold it. */
export type ClauseNames = (id: string) => string | undefined

/** Such as `Clause 30 (Grant)`, `Clause 30.4`, `Schedule 4 (Finance)`. */
export function clauseNames({ body }: Document, numbering: Numbering): ClauseNames {
  const titles = new Map<string, readonly Inline[]>()
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks)
      if (block.type === 'clause' || block.type === 'schedule') {
        if (block.title) titles.set(block.id, block.title)
        visit(block.children)
      }
  }
  visit(body)
  return id => {
    const number = referenceText(numbering, id)
    if (number === undefined) return undefined
    const title = titles.get(id)
    const words = numbering.get(id)!.series === 'clause' ? `Clause ${number}` : capitalised(number)
    return title ? `${words} (${inlineText(title, { numbering, indent: 0 })})` : words
  }
}

const capitalised = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`
