/** A text as an officer types it in; the sections of law that it names, each with the title of its Act, out. */

/** A run of sections of one law, such as 1 to 5E; a single section is a run from itself to itself. */
export interface Citation {
  /** The law as the text names it, abbreviations written out; undefined where the text is about one law throughout. */
  readonly title: string | undefined
  readonly from: string
  readonly to: string
}

const number = /\d+[A-Z]*\d*/i.source
const oneOrRun = new RegExp(`(${number})(?:\\(\\w+\\))*(?:\\s*(?:to|–|-)\\s*(${number}))?`, 'gi')
const sectionsAt = new RegExp(
  `\\b(?:sections?|ss?\\.?)\\s*(${number}(?:\\(\\w+\\))*(?:(?:\\s*,\\s*|\\s+(?:and|or|to)\\s+|\\s*[–-]\\s*)${number}(?:\\(\\w+\\))*)*)`,
  'gi',
)

/** The sections that a provision names: of `sections 1 to 5E and 17(2)` a run and a single one. */
export const sectionsIn = (text: string, title?: string): readonly Citation[] =>
  [...text.matchAll(sectionsAt)].flatMap(([, list]) =>
    [...list!.matchAll(oneOrRun)].map(([, from, to]) => ({
      title,
      from: from!.toUpperCase(),
      to: (to ?? from)!.toUpperCase(),
    })),
  )

const writtenOut: readonly (readonly [said: RegExp, meant: string])[] = [
  [/\bNHS Act\b/g, 'National Health Service Act'],
  [/\bLGA (?=1972|1999|2000|2003)/g, 'Local Government Act '],
  [/\bCDA (?=1998)/g, 'Crime and Disorder Act '],
]
const lawEnd = /\b(?:Act|Regulations|Order)(?: \([^)]*\))?,? \d{4}/g

/** What a text says of law. `isOpen`: it rests on something else besides, which may cover anybody. */
interface LawNamed {
  readonly citations: readonly Citation[]
  readonly isOpen: boolean
}

const otherGrounds =
  /\b(?:common law|consents?|articles of association|its articles|objects|constitution|charter|trust deed|its rules|prerogative|court order)\b/i

/**
 * The sections that a free text names. Each goes with the law that follows it ("section 10 of the Children Act 2004"), or
 * else with the one before it ("Children Act 2004, section 10"). A law named without a section leaves the text open.
 */
export function lawNamedIn(text: string, titles: readonly string[]): LawNamed {
  const said = writtenOut.reduce((words, [from, to]) => words.replace(from, to), text)
  const ends = [...said.matchAll(lawEnd)].map(match => match.index + match[0].length)
  const citations: Citation[] = []
  let isOpen = otherGrounds.test(said)
  ends.forEach((end, index) => {
    const before = said.slice(ends[index - 1] ?? 0, end)
    const title = titles.find(name => before.toLowerCase().endsWith(name.toLowerCase()))
    const after = said.slice(end, ends[index + 1] ?? said.length)
    const leading = sectionsIn(before, title)
    const found = leading.length > 0 ? leading : sectionsIn(after.split(/[;.]/)[0]!, title)
    if (title === undefined || found.length === 0) isOpen = true
    else citations.push(...found)
  })
  return { citations, isOpen }
}

/** Whether a section lies in a citation, by number and then by letter: 5A is between 1 and 5E. */
export function isWithin(section: string, { from, to }: Citation): boolean {
  return compare(from, section) <= 0 && compare(section, to) <= 0
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map(text => /^(\d+)(.*)$/.exec(text)!)
  return (
    Number(left![1]) - Number(right![1]) || (left![2]! < right![2]! ? -1 : left![2]! > right![2]! ? 1 : 0)
  )
}
