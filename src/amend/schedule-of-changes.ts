/** What an amendment changes in, the schedule of changes as a document out. For the Council: it may hold private answers. */
import type { Block, Cell, Column, Document, Properties } from '../document/nodes.ts'
import { formatDate } from '../intake/format.ts'
import type { Intake } from '../intake/schema.ts'
import type { AnswerChange } from './answer-changes.ts'
import type { TextChange } from './changes.ts'
import type { Effect } from './effects.ts'
import type { Repeat } from './repeats.ts'

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
const heading = (text: string): Block => ({ type: 'heading', level: 1, children: [{ type: 'text', text }] })
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

const causeText = ({ path, old, now }: AnswerChange): string =>
  `${path}: ${old ?? 'no answer'} → ${now ?? 'no answer'}`

const why = ({ causes, untold, wording }: TextChange, knowsAnswers: boolean): string => {
  if (wording !== undefined && causes.length === 0)
    return `The clause library changed, not an answer. ${wording}`
  if (wording !== undefined)
    return [...causes.map(causeText), `The clause library has other wording here too. ${wording}`].join('\n')
  if (causes.length > 0)
    return [
      ...causes.map(causeText),
      ...(untold === 'too many'
        ? ['Whether others have a part in it was not worked out: too many changed.']
        : []),
    ].join('\n')
  if (untold === 'together')
    return 'Several answers that changed explain it together, and no one of them alone.'
  if (untold === 'too many')
    return 'So many answers changed that it was not worked out which of them explain it.'
  return knowsAnswers
    ? 'No answer explains it: it follows from another change, or was made by hand.'
    : 'No answer that was printed explains it; the older answers are not known.'
}

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
        'Nothing: no approval recorded was given to text that has changed since.',
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
          change.before,
          change.after,
          why(change, knowsAnswers),
        ]),
        'Nothing changes in the text.',
      ),
      ...table(
        'numbers',
        'Provisions with a new number; every reference to them follows',
        [
          ['Was', 1],
          ['Is', 1],
        ],
        renumbered.map(([old, now]) => [old, now]),
        'No provision has a new number.',
      ),
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
      heading('What the redline cannot show'),
      ...(untracked.length > 0
        ? [{ type: 'bullets', items: untracked.map(text => [para(text)]) } as const]
        : [para('Nothing: every change is tracked in it.')]),
    ],
  }
}
