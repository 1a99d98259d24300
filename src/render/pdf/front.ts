/** A cover in, the blocks of a cover page or of a title above the text out. Both print every word of it. */
import type { Cover } from '../../document/nodes.ts'
import { inlineRuns, textRuns } from './inlines.ts'
import type { Setting } from './setting.ts'
import type { SheetBlock, SheetHeading } from './sheet.ts'

const title = (cover: Cover, above: number, size: number, setting: Setting): SheetHeading => {
  setting.levels.last = 1
  return {
    k: 'heading',
    level: 1,
    above,
    size,
    rule: true,
    list: 'paper',
    // What the contents and the bookmarks call it.
    name: textRuns(cover.kind, setting),
    r: inlineRuns(cover.title, setting),
  }
}

const lines = (cover: Cover, setting: Setting): readonly SheetBlock[] =>
  cover.lines.length === 0
    ? []
    : [
        {
          k: 'lines',
          above: 12,
          lines: cover.lines.map(({ label, value }) => ({
            label: textRuns(label, setting),
            value: inlineRuns(value, setting),
          })),
        },
      ]

const notice = (cover: Cover, above: number, setting: Setting): readonly SheetBlock[] =>
  cover.notice.length === 0
    ? []
    : [{ k: 'para', above, look: 'notice', r: inlineRuns(cover.notice, setting) }]

/** Between whom, as the cover of an agreement says it. */
const parties = (cover: Cover, setting: Setting): readonly SheetBlock[] =>
  cover.parties.flatMap((party, index): SheetBlock[] => [
    ...(index === 0 ? [{ k: 'para', above: 20, look: 'grey', r: ['between'] } as const] : []),
    ...(index > 0 && index === cover.parties.length - 1
      ? [{ k: 'para', above: 8, look: 'grey', r: ['and'] } as const]
      : []),
    { k: 'para', above: 8, look: 'party', r: inlineRuns(party, setting) },
  ])

/** Sets a cover as a page of its own. */
export const coverPage = (cover: Cover, setting: Setting): readonly SheetBlock[] => [
  { k: 'para', above: 100, look: 'kind', r: textRuns(cover.kind, setting) },
  title(cover, 6, setting.style.size + 20, setting),
  ...parties(cover, setting),
  ...lines(cover, setting),
  ...notice(cover, 40, setting),
]

/** Sets what would stand on a cover above the text it belongs to. */
export const titleBlock = (cover: Cover, setting: Setting): readonly SheetBlock[] => [
  { k: 'para', above: 0, look: 'kind', r: textRuns(cover.kind, setting) },
  title(cover, 3, setting.style.size + 8, setting),
  ...cover.parties.map(
    (party, index): SheetBlock => ({
      k: 'para',
      above: index === 0 ? 8 : 2,
      look: 'label',
      r: inlineRuns(party, setting),
    }),
  ),
  ...lines(cover, setting),
  ...notice(cover, 10, setting),
]
