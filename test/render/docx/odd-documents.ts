/** Documents that differ in what a Word file is made of: with everything, with nothing, without a logo, with odd ids. */
import type { HouseStyle } from '../../../src/document/house-style.ts'
import type { Document } from '../../../src/document/nodes.ts'
import { documentOf, house, p, schedule, table, titled } from './builders.ts'
import { everything } from './sample.ts'

/** Each with its name and its style. */
export const odd: readonly (readonly [string, Document, HouseStyle])[] = [
  ['with every type of node', everything, house],
  ['that is final', { ...everything, properties: { ...everything.properties, state: '' } }, house],
  ['without a logo', everything, { ...house, logo: undefined } as never],
  ['with nothing in it but a sentence', documentOf([p('Nothing is agreed.')]), house],
  ['with no body at all', documentOf([]), house],
  [
    'that ends in a landscape table',
    documentOf([schedule('s', 'S', 'landscape', table('t', 'T', [['A', 1]], ['1']))]),
    house,
  ],
  [
    'whose ids are long, odd or alike',
    documentOf([
      titled(`objectives[${'x'.repeat(90)}]`, 'Long'),
      titled('a-b', 'Hyphen'),
      titled('a_b', 'Underscore'),
      titled('A-B', 'Capital'),
      titled('partners[a.b].name', 'Path'),
    ]),
    house,
  ],
]
