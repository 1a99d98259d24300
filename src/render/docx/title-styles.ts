/** The paragraph styles of a title that stands over the body instead of on a cover: the house style in, their looks out. */
import { tint } from './colours.ts'
import type { ParagraphLook } from './style-sheet.ts'

/** The styles, for a body size in points and the house colour. */
export const titleStyles = (size: number, colour: string): readonly ParagraphLook[] => [
  { id: 'PaperTitle', name: 'Paper Title', basedOn: 'Title', size: size + 12, before: 0, after: 200 },
  { id: 'Subtitle', name: 'Subtitle', bold: true, size: size + 2, before: 0, after: 160 },
  { id: 'TitleFirstLine', name: 'Title First Line', basedOn: 'CoverLine' },
  {
    id: 'TitleNotice',
    name: 'Title Notice',
    keepLines: true,
    before: 240,
    left: 170,
    right: 170,
    shade: tint(colour, 0.06),
    rule: { sides: ['top', 'left', 'bottom', 'right'], colour, width: 6, space: 6 },
  },
]
