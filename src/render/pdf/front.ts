/** A cover in, the blocks of a cover page or of a title above the text out. Both print every word of it. */
import type { Cover } from '../../document/nodes.ts'
import { COVER_TAB } from '../docx/page.ts'
import { inlineRuns, textRuns } from './inlines.ts'
import { points } from './points.ts'
import type { Setting } from './setting.ts'
import type { Run, SheetBlock, SheetHeading } from './sheet.ts'

const title = (
  runs: readonly Run[],
  name: string,
  look: { readonly above: number; readonly size: number },
  setting: Setting,
): SheetHeading => {
  setting.levels.last = 1
  return {
    k: 'heading',
    level: 1,
    ...look,
    rule: true,
    ...(setting.lists.paper ? ({ list: 'paper' } as const) : {}),
    name: textRuns(name, setting),
    r: runs,
  }
}

const lines = (cover: Cover, setting: Setting): readonly SheetBlock[] =>
  cover.lines.length === 0
    ? []
    : [
        {
          k: 'lines',
          above: 12,
          start: points(COVER_TAB),
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
export const coverPage = (
  cover: Cover,
  state: string,
  name: string,
  setting: Setting,
): readonly SheetBlock[] => [
  ...(state === '' ? [] : [{ k: 'para', above: 0, look: 'state', r: textRuns(state, setting) } as const]),
  { k: 'space', height: state === '' ? 110 : 70 },
  { k: 'para', above: 0, look: 'kind', r: textRuns(cover.kind, setting) },
  title(inlineRuns(cover.title, setting), name, { above: 6, size: setting.style.size + 20 }, setting),
  ...parties(cover, setting),
  ...lines(cover, setting),
  ...notice(cover, 40, setting),
]

/** Sets what would stand on a cover above the text it belongs to: first what the paper is, as in Word. */
export const titleBlock = (cover: Cover, name: string, setting: Setting): readonly SheetBlock[] => [
  title(textRuns(cover.kind, setting), name, { above: 0, size: setting.style.size + 10 }, setting),
  { k: 'para', above: 8, look: 'subtitle', r: inlineRuns(cover.title, setting) },
  ...cover.parties.map(
    (party): SheetBlock => ({ k: 'para', above: 2, look: 'label', r: inlineRuns(party, setting) }),
  ),
  ...lines(cover, setting),
  ...notice(cover, 10, setting),
]
