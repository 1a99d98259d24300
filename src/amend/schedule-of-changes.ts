/** What an amendment changes in, the schedule of changes as a document out. For the Council: it may hold private answers. */
import type { Block, Cell, Column, Document, Properties } from '../document/nodes.ts'
import { formatDate } from '../intake/format.ts'
import type { Intake } from '../intake/schema.ts'
import type { AnswerChange } from './answer-changes.ts'
import type { TextChange } from './changes.ts'
import type { Effect } from './effects.ts'
import type { Repeat } from './repeats.ts'
import { inRuns, inTable, isLong, whyOf } from './schedule-wording.ts'

export interface ScheduleInput {
  readonly properties: Properties
  readonly before: string
  readonly intake: Intake
  readonly changes: readonly TextChange[]
  readonly answers: readonly AnswerChange[]
  /** Whether the older answers are known, or only what was printed of them. */
  readonly knowsAnswers: boolean
  /** Not even that. */
  readonly isAsTyped: boolean
  readonly renumbered: readonly (readonly [string, string])[]
  readonly effects: readonly Effect[]
  readonly repeats: readonly Repeat[]
  readonly untracked: readonly string[]
}

const from = { template: '', line: 1 } as const
const para = (text: string): Block => ({ type: 'para', children: [{ type: 'text', text }] })
const heading = (text: string, level: 1 | 2 = 1): Block => ({
  type: 'heading',
  level,
  children: [{ type: 'text', text }],
})
const cell = (text: string): Cell => ({
  children:
    text === ''
      ? []
      : text
          .split('\n')
          .filter(line => line.trim() !== '')
          .map(para),
})

function table(
  id: string,
  caption: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
  none: string,
): readonly Block[] {
  if (rows.length === 0) return [para(none)]
  return [
    {
      type: 'table',
      id: `changes.${id}`,
      caption,
      columns: columns.map(([title, width]): Column => ({ title, width, align: 'left' })),
      rows: rows.map((cells, at) => ({ id: `${id}-${at + 1}`, cells: cells.map(cell) })),
      from,
    },
  ]
}

const KINDS = { reworded: 'Reworded', inserted: 'New', deleted: 'Left out', moved: 'Moved' } as const

/** Below the table, over the whole width: texts too long for a column of it. */
const longTexts = (changes: readonly TextChange[]): readonly Block[] =>
  changes.flatMap(({ address, kind, before, after }) =>
    [
      [before, kind === 'deleted' ? 'left out' : 'before'],
      [after, kind === 'inserted' ? 'new' : 'after'],
    ].flatMap(([text, which]) =>
      isLong(text!) ? [heading(`All of ${address}, ${which}`, 2), ...cell(text!).children] : [],
    ),
  )

/** Makes the schedule. */
export function scheduleOfChanges(input: ScheduleInput): Document {
  const { properties, intake, changes, answers, knowsAnswers, effects, repeats, untracked, renumbered } =
    input
  const record = intake.amendments?.at(-1)
  return {
    properties: {
      ...properties,
      title: `Schedule of changes: ${intake.name ?? ''}`,
      subject: 'Schedule of changes',
    },
    cover: {
      kind: 'Schedule of changes',
      title: [{ type: 'text', text: intake.name ?? '' }],
      parties: [],
      lines: [
        { label: 'Reference', value: [{ type: 'text', text: properties.reference }] },
        {
          label: 'Versions',
          value: [{ type: 'text', text: `from “${input.before}” to “${properties.version}”` }],
        },
      ],
      notice: [
        { type: 'text', text: 'For the Council only: it names answers that the partners do not see.' },
      ],
    },
    front: 'heading',
    layout: 'landscape',
    body: [
      heading('Why'),
      ...table(
        'record',
        'The record of this amendment',
        [
          ['Question', 2],
          ['Recorded', 5],
        ],
        record
          ? [
              ['Reference', record.reference ?? 'Not recorded'],
              ['Date', record.date ? formatDate(record.date) : 'Not recorded'],
              ['Reason', record.reason ?? 'Not recorded'],
              ['Asked for by', record.asked_by ?? 'Not recorded'],
              ['Agreed by', record.agreed_by ?? 'Not agreed yet'],
            ]
          : [],
        'The intake records no amendment. Add one under “amendments”: its reference, date, reason, who asked and who agreed.',
      ),
      // What is to be done comes first; the long table follows what fills the first page.
      heading('What must be sought again'),
      ...table(
        'repeats',
        'Approvals, advice and agreements that have lapsed',
        [
          ['What', 3],
          ['From whom', 3],
          ['Given', 2.5],
          ['Why again', 5],
        ],
        repeats.map(({ what, who, given, why }) => [what, who, given, why]),
        'Nothing: no approval recorded was given to text that is listed below as changed.',
      ),
      heading('What it does to money, risk and readiness'),
      ...table(
        'effects',
        'Measures that change',
        [
          ['Measure', 4],
          ['Was', 2],
          ['Is', 2],
        ],
        effects.map(({ what, before, after }) => [what, before, after]),
        'None of them changes, as far as the answers of both versions are known.',
      ),
      heading('What changes in the text'),
      para(
        'The older text is that of the Word file as it was when this version was made. What had been changed in it by hand by then stands in both versions and is not listed, so whoever approved an earlier text must be shown it too.',
      ),
      ...table(
        'text',
        'Every change of the text, in its order',
        [
          ['Where', 4],
          ['Change', 1.5],
          ['Before', 4.2],
          ['After', 4.4],
          ['Caused by', 4.6],
        ],
        changes.map(change => [
          change.address,
          KINDS[change.kind],
          inTable(change.before),
          inTable(change.after),
          whyOf(change, knowsAnswers),
        ]),
        'Nothing changes in the text.',
      ),
      ...longTexts(changes),
      ...table(
        'numbers',
        'Provisions with a new number; every reference to them follows',
        [
          ['Was', 1],
          ['Is', 1],
        ],
        inRuns(renumbered),
        'No provision has a new number.',
      ),
      heading('What the redline cannot show'),
      ...(untracked.length > 0
        ? [{ type: 'bullets', items: untracked.map(text => [para(text)]) } as const]
        : [para('Nothing: every change is tracked in it.')]),
      heading('Which answers changed'),
      ...table(
        'answers',
        'Every answer that changed',
        [
          ['Question', 3],
          ['In the intake', 4],
          ['Was', 4],
          ['Is', 4],
        ],
        answers.map(({ title, path, old, now, isPrivate }) => [
          isPrivate ? `${title} (the Council’s own)` : title,
          path,
          old ?? 'no answer',
          now ?? 'no answer',
        ]),
        input.isAsTyped && !knowsAnswers
          ? 'It is not known which answers changed, for the older text was read from a file that says nothing of them.'
          : 'No answer changed.',
      ),
    ],
  }
}
