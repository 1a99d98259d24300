/** The styles part of a Word file in, our name for each of its styles out. Programs that resave rename them by title. */
import { child, elements, parseXml, settingOf } from './xml.ts'

const ours = [
  'CoverKind',
  'Title',
  'CoverBetween',
  'CoverParty',
  'CoverFirstLine',
  'CoverLine',
  'CoverNotice',
  'CoverLogo',
  // Over a paper, which has no cover: by it a paper is told from an agreement.
  'PaperTitle',
  'Heading1',
  'Heading2',
  'Subheading',
  'BodyText',
  'ClauseLevel1Text',
  ...[1, 2, 3, 4].flatMap(n => [`ClauseLevel${n}`, `ClauseText${n}`, `ScheduleLevel${n}`]),
  'ScheduleHeading',
  'ScheduleLevel1Heading',
  'Party',
  'Recital',
  'Definition',
  ...[1, 2, 3, 4, 5, 6].flatMap(n => [`Bullet${n}`, `BulletText${n}`]),
  'Caption',
  ...['Text', 'Number', 'Centre', 'Label', 'Header', 'HeaderNumber', 'HeaderCentre', 'Bullet'].map(
    name => `Table${name}`,
  ),
  ...['ExecutionOpening', 'ExecutionText', 'SigningLine', 'SigningFact', 'SealSpace'].flatMap(name => [
    name,
    `${name}Last`,
  ]),
  'TOCHeading',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => `TOC${n}`),
  'SectionEnd',
  'Strong',
  'Emphasis',
  'StrongEmphasis',
  'DefinedTerm',
  'Label',
  'Gap',
] as const

const titleKey = (name: string): string => name.toLowerCase().replace(/[\s,]/g, '')
const byKey = new Map(ours.map(name => [titleKey(name), name as string]))

/** Our name for a style by its id in this file; undefined for one that is not ours. */
export type StyleNames = (id: string | undefined) => string | undefined

/** Reads the styles of a file. */
export function readStyleNames(part: string | undefined): StyleNames {
  const names = new Map<string, string>()
  for (const style of part ? elements(parseXml(part)) : []) {
    const id = style.attributes['w:styleId']
    if (style.name !== 'w:style' || id === undefined) continue
    const found = byKey.get(titleKey(settingOf(style, 'w:name') ?? '')) ?? byKey.get(titleKey(id))
    if (found !== undefined) names.set(id, found)
    else {
      // A style somebody made from one of ours, as Word does for "based on".
      const base = child(style, 'w:basedOn')?.attributes['w:val']
      const inherited = base === undefined ? undefined : names.get(base)
      if (inherited !== undefined && style.attributes['w:type'] === 'paragraph') names.set(id, inherited)
    }
  }
  return id => (id === undefined ? undefined : part ? names.get(id) : byKey.get(titleKey(id)))
}
