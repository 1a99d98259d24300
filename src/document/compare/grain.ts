/** How finely a part of a document is compared, and the name that each part goes by. */
import type { Block } from '../nodes.ts'
import { allInlines } from '../references.ts'

/** Word by word; or so that a paragraph or row that differs is replaced whole; or so that the part itself is. */
export type Grain = 'words' | 'paragraphs' | 'whole'

/** The grain of a part, by its key. */
export type GrainOf = (key: string) => Grain

/** The key of the cover. */
export const COVER = 'the cover'

/** The key of a block that stands in no other. */
export const partKey = (block: Block): string =>
  'id' in block
    ? `${block.type} ${block.id}`
    : `${block.type} ${allInlines([block])
        .map(inline => ('text' in inline ? inline.text : ''))
        .join('')}`
