/** Words in; the numbers, lengths of time and dates that they name, out. */

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** A pattern for one number, in figures or in words up to twenty or a score of tens. */
export const numberPattern = `(?:\\d{1,3}|${[...small.slice(1), 'twenty-four', 'thirty', 'thirty-six', 'forty', 'fifty', 'sixty'].reverse().join('|')})`

const tens: Readonly<Record<string, number>> = {
  'twenty-four': 24,
  thirty: 30,
  'thirty-six': 36,
  forty: 40,
  fifty: 50,
  sixty: 60,
}

/** `three` or `3` to 3; undefined for other words. */
export function readNumber(words: string): number | undefined {
  const said = words.toLowerCase()
  if (/^\d+$/.test(said)) return Number(said)
  const index = small.indexOf(said)
  return index >= 0 ? index : tens[said]
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** A day, or the month in which it lies where the day is not told. */
export interface Day {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day?: number
}

/** Every date in a text, those that tell the month alone among them: `18 September 2026`, `June 2026`. */
export const daysIn = (text: string): readonly Day[] =>
  [
    ...text.matchAll(
      new RegExp(`(?:\\b(\\d{1,2})(?:st|nd|rd|th)? )?\\b(${months.join('|')}),? (\\d{4})\\b`, 'gi'),
    ),
  ].map(([, day, month, year]) => ({
    year: Number(year),
    month: months.indexOf(month!.toLowerCase()) + 1,
    ...(day === undefined ? {} : { day: Number(day) }),
  }))

/** Whether two dates may be one: the same month, and the same day where both tell it. */
export const isSameDay = (a: Day, b: Day): boolean =>
  a.year === b.year && a.month === b.month && (a.day ?? b.day) === (b.day ?? a.day)

/** Every full date in a text, such as `18 September 2026`, as ISO dates. */
export const datesIn = (text: string): readonly string[] =>
  daysIn(text).flatMap(({ year, month, day }) =>
    day === undefined ? [] : [`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`],
  )
