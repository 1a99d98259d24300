/** A small form with one question of each kind, and ways to read a text against it, for tests of the reading. */
import type { Finding } from '../../src/findings/finding.ts'
import {
  choice,
  date,
  group,
  id,
  int,
  list,
  long,
  money,
  pct,
  ref,
  text,
  unwrap,
  yesNo,
} from '../../src/intake/fields.ts'
import { readAnswers } from '../../src/intake/read.ts'

export const smallSchema = unwrap(
  group('Small form', {
    name: text('Name', { ask: 'What is it called?' }),
    alias: text('Alias', { need: 'optional' }),
    story: long('Story', { ask: 'What happened?', owner: 'legal', stage: 'draft' }),
    people: int('People', { min: 1, max: 500 }),
    cost: money('Cost', { owner: 'finance' }),
    share: pct('Share'),
    start: date('Start', { ask: 'When does it start?' }),
    open: yesNo('Open to all'),
    colour: choice('Colour', { dark_blue: 'dark blue', red: 'red', none: 'no colour' }),
    host: ref('Host', 'partners'),
    tags: list('Tags', text('Tag')),
    partners: list(
      'Partners',
      group('Partner', {
        id: id('Id'),
        name: text('Name of the partner', { ask: 'What is the partner called?' }),
      }),
      { ask: 'Who are the partners?' },
    ),
    money: group(
      'Money',
      {
        funder: text('Funder', { ask: 'Who pays?' }),
        holder: text('Holder', { ask: 'Who holds it?', need: 'pooled', owner: 'finance' }),
        note: text('Note', { need: 'optional' }),
      },
      { need: 'finance', code: 'Code 9.1' },
    ),
    extra: group('Extra', { one: text('One'), two: text('Two') }, { need: 'optional' }),
  }),
)

export const read = (text: string | Uint8Array) =>
  readAnswers(
    { file: 'small.yaml', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text },
    smallSchema,
  )

/** The answers of a text that must have no errors. */
export function readGood(text: string) {
  const { value, findings } = read(text)
  if (!value) throw new Error(findings.map(brief).join('\n'))
  return { ...value, intake: value.intake as Record<string, unknown>, findings }
}

export const brief = ({ code, severity, place, message }: Finding): string =>
  `${place?.start.line}:${place?.start.column} ${severity} ${code} ${message}`

export const codesOf = (text: string | Uint8Array): string[] => read(text).findings.map(({ code }) => code)
